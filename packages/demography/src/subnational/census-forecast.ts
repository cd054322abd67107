import { emptyAgeSex, type AgeSex } from '../age-sex.ts'
import type { Assumption } from '../inputs/problem.ts'
import { certain, type Uncertainty } from '../stochastic/process.ts'
import { planningBands, type TrajectoryPlan } from '../stochastic/trajectory-plan.ts'
import { carriedCensus, type CensusPlace } from './census-2020.ts'
import { censusStructure, relativeFertility } from './census-structure.ts'
import type { NationalYear } from './national-schedules.ts'

/** The census stands for 1 January of this year. */
export const censusYear = 2021

/**
 * Spread of the four processes. TFR and e0 follow the UN's own intervals for China (WPP 2024: TFR ±0.24 in 2024, ±0.40 in
 * 2035, ±0.53 in 2050 at 95 %; e0 likewise); what a county adds of its own is in `common`. Migration is a judgement.
 */
export const countyUncertainty: Uncertainty = {
  tfr: { persistence: 0.98, shock: 0.063, initial: 0.11, common: 0.6, limit: 1 },
  e0: { persistence: 0.99, shock: 0.5, initial: 0.6, common: 0.8, limit: 6 },
  srb: { persistence: 0.9, shock: 0.01, initial: 0.02, common: 0.5, limit: 0.1 },
  migration: { persistence: 0.9, shock: 0.0022, initial: 0.005, common: 0.1, limit: 0.03 },
}

/** The nation's people do not leave it for the next county: its migration is taken as nought, and certain. */
export const nationalUncertainty: Uncertainty = { ...countyUncertainty, migration: certain.migration }

/** The nation's code is 0, which is the stream common to all places; its own is a number no code has. */
const nationStream = 1_000_000

/** Ages of those who move, as shares of all movers: children with young parents, a peak at 20–24, few old. */
const moverAges: readonly (readonly [number, number, number])[] = [
  [0, 15, 0.12],
  [15, 20, 0.16],
  [20, 25, 0.24],
  [25, 35, 0.26],
  [35, 50, 0.15],
  [50, 65, 0.05],
  [65, 80, 0.02],
]

/** One county's plan with what it rests on. */
export interface CensusForecast {
  readonly plan: TrajectoryPlan
  /** The place's TFR relative to the nation's. */
  readonly level: number
  readonly assumptions: readonly Assumption[]
}

/** What all counties share: national rates and the nation's structure. */
export interface NationalBase {
  readonly years: readonly NationalYear[]
  readonly place: CensusPlace
  readonly structure: AgeSex
}

/** Prepares the nation once for many counties. */
export function nationalBase(years: readonly NationalYear[]): NationalBase {
  const place = carriedCensus.find(({ code }) => code === '000000')
  const [first] = years
  if (place === undefined || first === undefined) throw new RangeError('the nation and at least one year')
  return { years, place, structure: censusStructure(place, first) }
}

/** Trajectories of a place from its census structure and the nation's rates; `seed` fixes every number. */
export function censusForecast(
  place: CensusPlace,
  {
    base,
    trajectories,
    seed,
    uncertainty = place.code === base.place.code ? nationalUncertainty : countyUncertainty,
  }: {
    readonly base: NationalBase
    readonly trajectories: number
    readonly seed: number
    readonly uncertainty?: Uncertainty
  },
): CensusForecast {
  const [first] = base.years
  if (first === undefined) throw new RangeError('at least one year')
  const start = censusStructure(place, first)
  const level = relativeFertility({ place, structure: start }, base, first.pattern)
  const none = emptyAgeSex(100)
  const years = base.years.map(({ tfr, srb, pattern, survival }) => ({
    survival,
    fertility: { fromAge: pattern.fromAge, rates: pattern.rates.map((share) => share * tfr * level) },
    srb,
    migration: none,
  }))
  const plan: TrajectoryPlan = {
    start,
    years,
    survivalResponse: base.years.map(({ response }) => response),
    migrationScale: moverScale(start),
    uncertainty,
    bands: planningBands,
    seed,
    stream: Number(place.code) || nationStream,
    trajectories,
  }
  return { plan, level, assumptions: assumptionsOf({ level, uncertainty, trajectories, seed }) }
}

/** Movers by age and sex when net migration is the whole population: as many men as women. */
function moverScale(start: AgeSex): AgeSex {
  const total = start.male.reduce((sum, count) => sum + count, 0) + start.female.reduce((sum, count) => sum + count, 0)
  const scale = emptyAgeSex(100)
  for (const [from, to, share] of moverAges) {
    for (let age = from; age < to; age++) {
      scale.male[age] = (total * share) / (to - from) / 2
      scale.female[age] = (total * share) / (to - from) / 2
    }
  }
  return scale
}

const noMigration = {
  zh: '净迁移取为零，不计不确定性',
  en: 'net migration is taken as nought, without uncertainty',
}

function assumptionsOf({
  level,
  uncertainty,
  trajectories,
  seed,
}: {
  readonly level: number
  readonly uncertainty: Uncertainty
  readonly trajectories: number
  readonly seed: number
}): readonly Assumption[] {
  const census = '第七次全国人口普查 2020 / census of 2020 (leiii/census, MIT)'
  const wpp = 'UN WPP 2024, CC BY 3.0 IGO'
  const percent = (100 * level).toFixed(1)
  return [
    {
      id: 'base-date',
      text: {
        zh: '2020 年 11 月 1 日的普查人口当作 2021 年 1 月 1 日的人口',
        en: 'the census of 1 November 2020 stands for 1 January 2021',
      },
      source: census,
    },
    {
      id: 'graduation',
      text: {
        zh: '年龄组用单调样条分成单岁，85 岁以上按生命表的静止人口分到 100+',
        en: 'age groups are split by a monotone spline, 85+ by the stationary population up to 100+',
      },
      source: census,
    },
    {
      id: 'fertility-level',
      text: {
        zh: `总和生育率为全国的 ${percent}%（普查 0–4 岁儿童与育龄妇女之比，向全国收缩），此后与全国同比例变化`,
        en: `the TFR is ${percent} % of the nation's (children 0–4 per woman in the census, drawn towards the nation), and stays so`,
      },
      source: census,
    },
    {
      id: 'national-rates',
      text: {
        zh: '全国总和生育率、生育年龄模式、预期寿命、死亡年龄模式和出生性别比取联合国中方案，各县相同',
        en: 'national TFR, age pattern, life expectancy, mortality pattern and sex ratio at birth are the UN’s medium, alike in all counties',
      },
      source: wpp,
    },
    {
      id: 'migration',
      text:
        uncertainty.migration.initial === 0
          ? noMigration
          : {
              zh: `没有县级迁移数据：平均净迁移为零，不确定性为每年总人口的 ${(100 * uncertainty.migration.initial).toFixed(1)}%（一个标准差，判断值），都在年末迁移`,
              en: `no county migration data: zero on average, uncertain by ${(100 * uncertainty.migration.initial).toFixed(1)} % of the population a year (one standard deviation, a judgement), at the end of the year`,
            },
      source: 'judgement, not calibrated',
    },
    {
      id: 'uncertainty',
      text: {
        zh: '生育率和预期寿命是一阶自回归过程，起始和年度标准差按联合国的全国 95% 区间标定；县际相关 0.6 和 0.8（判断值）',
        en: 'TFR and e0 are AR(1) processes whose spreads match the UN’s national 95 % intervals; correlated between counties 0.6 and 0.8 (a judgement)',
      },
      source: wpp,
    },
    {
      id: 'trajectories',
      text: {
        zh: `${trajectories} 条轨迹，种子 ${seed}；同一种子结果相同`,
        en: `${trajectories} trajectories, seed ${seed}; the same seed gives the same result`,
      },
      source: 'engine',
    },
  ]
}
