import { sexes, type AgeSex } from '../age-sex.ts'
import { demographyError, requireLength, requireRange } from '../demography-error.ts'
import type { ScheduledYear } from '../projection/year-inputs.ts'
import { totalFertilityRate } from '../rates/fertility.ts'
import type { SurvivalResponse } from './survival-response.ts'
import type { Uncertainty } from './process.ts'

/** A group of ages [from, to) whose persons are reported; `to` Infinity reaches the open age. */
export interface AgeBand {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** Ages that places, schools, work and care are planned by; together they are everybody. */
export const planningBands: readonly AgeBand[] = [
  { id: '0-2', from: 0, to: 3 },
  { id: '3-5', from: 3, to: 6 },
  { id: '6-11', from: 6, to: 12 },
  { id: '12-14', from: 12, to: 15 },
  { id: '15-59', from: 15, to: 60 },
  { id: '60-64', from: 60, to: 65 },
  { id: '65-79', from: 65, to: 80 },
  { id: '80+', from: 80, to: Infinity },
]

/** What the trajectories of one region are made of. Migration moves at the end of the year. */
export interface TrajectoryPlan {
  readonly start: AgeSex
  readonly years: readonly ScheduledYear[]
  /** How survival answers to a deviation of e0, one for each year; null leaves survival certain. */
  readonly survivalResponse: readonly SurvivalResponse[] | null
  /** Net migrants by age and sex for a migration deviation of 1. */
  readonly migrationScale: AgeSex
  readonly uncertainty: Uncertainty
  /** Bands from 0 upward without gaps, the last to Infinity. */
  readonly bands: readonly AgeBand[]
  readonly seed: number
  /** The region's own random stream, e.g. its six-digit code; not 0, which is common to all regions. */
  readonly stream: number
  /** A multiple of eight. */
  readonly trajectories: number
}

/** Indicators of each year's end in the order of the output: population, births, deaths, then the bands. */
export function indicatorIds({ bands }: Pick<TrajectoryPlan, 'bands'>): readonly string[] {
  return ['population', 'births', 'deaths', ...bands.map(({ id }) => id)]
}

/** A cell that would go negative holds this many persons, as in the UN's engine. */
export const leastCell = 0.0005
/** No trajectory's TFR falls below this many children per woman. */
export const leastTfr = 0.3

/** The plan in flat arrays, year by year, sex by sex (male first), age by age. */
export interface FlatPlan {
  readonly openAge: number
  readonly years: number
  readonly start: Float64Array
  readonly survival: Float64Array
  readonly survivalSlope: Float64Array
  readonly survivalCurve: Float64Array
  /** Shares of the TFR by age; a year's sum is 1. */
  readonly fertility: Float64Array
  readonly fertileFrom: number
  readonly fertileTo: number
  readonly tfr: Float64Array
  readonly srb: Float64Array
  readonly migration: Float64Array
  readonly migrationScale: Float64Array
  /** Runs of ages from 1: from, to (exclusive), indicator, bears (0 or 1). */
  readonly runs: readonly (readonly [number, number, number, number])[]
}

/** Lays a plan out flat; throws `shape` or `range` when its parts do not fit together. */
export function flatten(plan: TrajectoryPlan): FlatPlan {
  const openAge = plan.start.male.length - 1
  const ages = openAge + 1
  const years = plan.years.length
  requireRange(plan.trajectories, [8, 1e7], 'trajectories')
  requireRange(plan.stream, [1, 2 ** 31 - 1], 'stream')
  if (plan.trajectories % 8 !== 0)
    throw demographyError('shape', {
      zh: `轨迹数 ${plan.trajectories} 应是 8 的倍数`,
      en: `${plan.trajectories} trajectories: a multiple of eight is needed`,
    })
  if (plan.survivalResponse !== null) requireLength(plan.survivalResponse, years, 'survivalResponse')
  requireBands(plan.bands)
  const flat = {
    openAge,
    years,
    start: concat([plan.start]),
    survival: concat(plan.years.map(({ survival }) => survival)),
    survivalSlope: new Float64Array(years * 2 * ages),
    survivalCurve: new Float64Array(years * 2 * ages),
    fertility: new Float64Array(years * ages),
    tfr: Float64Array.from(plan.years, ({ fertility }) => totalFertilityRate(fertility.rates)),
    srb: Float64Array.from(plan.years, ({ srb }) => srb),
    migration: concat(plan.years.map(({ migration }) => migration)),
    migrationScale: concat([plan.migrationScale]),
  }
  if (plan.survivalResponse !== null) {
    flat.survivalSlope.set(concat(plan.survivalResponse.map(({ slope }) => slope)))
    flat.survivalCurve.set(concat(plan.survivalResponse.map(({ curve }) => curve)))
  }
  let fertileFrom = openAge
  let fertileTo = 0
  plan.years.forEach(({ fertility }, year) => {
    fertility.rates.forEach((rate, index) => {
      const age = fertility.fromAge + index
      if (age <= 0 || age >= openAge || rate <= 0) return
      flat.fertility[year * ages + age] = rate / (flat.tfr[year] ?? 1)
      fertileFrom = Math.min(fertileFrom, age)
      fertileTo = Math.max(fertileTo, age)
    })
  })
  return { ...flat, fertileFrom, fertileTo, runs: runsOf(plan.bands, { openAge, fertileFrom, fertileTo }) }
}

function concat(tables: readonly AgeSex[]): Float64Array {
  const ages = tables[0]?.male.length ?? 0
  const all = new Float64Array(tables.length * 2 * ages)
  tables.forEach((table, at) =>
    sexes.forEach((sex, index) => {
      requireLength(table[sex], ages, sex)
      all.set(table[sex], (2 * at + index) * ages)
    }),
  )
  return all
}

function runsOf(
  bands: readonly AgeBand[],
  { openAge, fertileFrom, fertileTo }: Pick<FlatPlan, 'openAge' | 'fertileFrom' | 'fertileTo'>,
): FlatPlan['runs'] {
  const cuts = [1, ...bands.flatMap(({ from, to }) => [from, to]), fertileFrom, fertileTo + 1]
    .map((cut) => Math.min(openAge + 1, Math.max(1, cut)))
    .sort((a, b) => a - b)
  const runs: [number, number, number, number][] = []
  cuts.forEach((from, at) => {
    const to = cuts[at + 1] ?? openAge + 1
    if (to <= from) return
    const band = bands.findIndex((one) => from >= one.from && from < one.to)
    runs.push([from, to, 3 + band, from >= fertileFrom && from <= fertileTo ? 1 : 0])
  })
  return runs
}

function requireBands(bands: readonly AgeBand[]): void {
  const whole =
    bands.every(({ from }, at) => from === (at === 0 ? 0 : bands[at - 1]?.to)) && bands.at(-1)?.to === Infinity
  const first = bands[0]
  if (whole && first !== undefined && first.to > 1) return
  throw demographyError('shape', {
    zh: '年龄段应从 0 岁起首尾相接，最后一段开口，第一段至少两岁',
    en: 'bands of ages must follow each other from 0, the first at least two years wide, the last open',
  })
}
