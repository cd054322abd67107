import { sexes, sumOf, totalOf, type AgeSex } from '../age-sex.ts'
import type { Assumption } from '../inputs/problem.ts'
import { shareMethod } from '../projection/constrain.ts'
import { project, type Projection } from '../projection/project.ts'
import { forecast, type ForecastCell } from '../stochastic/forecast.ts'
import type { AgeBand, TrajectoryPlan } from '../stochastic/trajectory-plan.ts'

/** A whole, such as a province or the nation, that places are shares of. */
export interface ShareWhole {
  readonly name: string
  /** Its trajectories' quantiles. */
  readonly cells: readonly ForecastCell[]
  /** Its central projection, which says how its ages change. */
  readonly central: Projection
  readonly bands: readonly AgeBand[]
}

/** Prepares a whole once for many places. */
export function shareWhole(
  plan: TrajectoryPlan,
  { name, firstYear }: { readonly name: string; readonly firstYear: number },
): ShareWhole {
  return {
    name,
    cells: forecast(plan, { firstYear }),
    central: project({ start: plan.start, firstYear, years: plan.years, timing: 'end' }),
    bands: plan.bands,
  }
}

/**
 * The share method in place of rates of its own: at every age and sex the place keeps its share of the whole. Each
 * indicator is the whole's, with its interval, times the place's part of it in the central projection; of births the
 * place has its share of the ages below one, of deaths its share at each age. Places that make up the whole add to it.
 */
export function shareForecast(start: AgeSex, whole: ShareWhole): readonly ForecastCell[] {
  const { central, cells, bands, name } = whole
  const [base] = central.population
  if (base === undefined) throw new RangeError(`${name} without population`)
  const factors = new Map<string, number>()
  central.years.forEach((year, at) => {
    const part = shareMethod({ part: start, whole: { base, later: year.end }, ahead: at + 1 })
    const dead = shareMethod({ part: start, whole: { base, later: year.deaths }, ahead: at + 1 })
    const put = (indicator: string, own: number, all: number): void => {
      factors.set(`${central.firstYear + at} ${indicator}`, all > 0 ? own / all : 0)
    }
    put('population', totalOf(part), totalOf(year.end))
    put('births', infants(part), infants(year.end))
    put('deaths', totalOf(dead), totalOf(year.deaths))
    for (const band of bands) put(band.id, within(part, band), within(year.end, band))
  })
  return cells.map((cell) => scaledCell(cell, factors.get(`${cell.year} ${cell.indicator}`) ?? 0))
}

/** A cell with every number times a factor. */
export function scaledCell(cell: ForecastCell, factor: number): ForecastCell {
  const { year, indicator, low95, low80, median, high80, high95 } = cell
  return {
    year,
    indicator,
    low95: low95 * factor,
    low80: low80 * factor,
    median: median * factor,
    high80: high80 * factor,
    high95: high95 * factor,
  }
}

/** What the share method rests on, to be listed beside its result. */
export function shareAssumptions(whole: { readonly zh: string; readonly en: string }): readonly Assumption[] {
  return [
    {
      id: 'share-method',
      text: {
        zh: `份额法：当地在每个年龄和性别上占${whole.zh}的份额保持基年的水平；出生按 0 岁的份额，死亡按各年龄的份额`,
        en: `share method: at every age and sex the place keeps its share of ${whole.en} in the base year; of births that of age 0, of deaths that of each age`,
      },
      source: '第七次全国人口普查 2020 / census of 2020 (leiii/census, MIT)',
    },
    {
      id: 'share-interval',
      text: {
        zh: `区间只含${whole.zh}的不确定性，份额当作不变，因此偏窄`,
        en: `the interval holds only the uncertainty of ${whole.en}; the share is taken as certain, so it is too narrow`,
      },
      source: 'engine',
    },
  ]
}

function infants({ male, female }: AgeSex): number {
  return (male[0] ?? 0) + (female[0] ?? 0)
}

function within(population: AgeSex, { from, to }: AgeBand): number {
  return sexes.reduce(
    (sum, sex) => sum + sumOf(population[sex].subarray(from, Math.min(to, population[sex].length))),
    0,
  )
}
