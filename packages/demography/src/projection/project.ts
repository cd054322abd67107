import type { AgeSex } from '../age-sex.ts'
import { withoutQuarters, withQuarters } from './group-quarters.ts'
import { projectYear } from './project-year.ts'
import type { MigrationTiming, YearInputs, YearResult } from './year-inputs.ts'

/**
 * A population over time: `population[i]` stands on 1 January of firstYear + i, `years[i]` is that calendar year. With
 * steps of `width` years (1 unless said), i counts steps.
 */
export interface Projection {
  readonly firstYear: number
  readonly population: readonly AgeSex[]
  readonly years: readonly YearResult[]
}

/**
 * Projects as many years as there are inputs. Residents of group quarters (barracks, dormitories) are given by age and
 * sex, do not age, and are part of every population returned; they neither bear, die nor migrate in the calculation.
 */
export function project({
  start,
  firstYear,
  years,
  timing,
  groupQuarters,
}: {
  readonly start: AgeSex
  readonly firstYear: number
  readonly years: Iterable<YearInputs>
  readonly timing: MigrationTiming
  readonly groupQuarters?: AgeSex
}): Projection {
  let households = withoutQuarters(start, groupQuarters)
  const population = [start]
  const results: YearResult[] = []
  for (const inputs of years) {
    const result = projectYear(households, inputs, timing)
    households = result.end
    const end = withQuarters(result.end, groupQuarters)
    population.push(end)
    results.push({ ...result, end })
  }
  return { firstYear, population, years: results }
}

/** Mid-year (1 July) population: the mean of the two 1 Januaries, cell by cell. */
export function midYear(before: AgeSex, after: AgeSex): AgeSex {
  const mean = (sex: 'male' | 'female'): Float64Array =>
    before[sex].map((count, age) => (count + (after[sex][age] ?? 0)) / 2)
  return { male: mean('male'), female: mean('female') }
}

/**
 * Deaths by age at death from deaths by age reached, given the separation factors kx of the year's life table:
 * deaths[x] = D[x]·(1 − k[x−1]) + D[x+1]·k[x], infants and the open age whole. The sum is kept.
 */
export function deathsByAge(byCohort: Float64Array, separation: Float64Array): Float64Array {
  const deaths = new Float64Array(byCohort.length)
  const open = byCohort.length - 1
  for (let reached = 0; reached <= open; reached++) {
    const dead = byCohort[reached] ?? 0
    // The cohort reaching age x dies partly at x − 1; of the open age's deaths only its new entrants could.
    const younger = reached === 0 || reached === open ? 0 : dead * (separation[reached - 1] ?? 0.5)
    deaths[reached] = (deaths[reached] ?? 0) + dead - younger
    if (reached > 0) deaths[reached - 1] = (deaths[reached - 1] ?? 0) + younger
  }
  return deaths
}
