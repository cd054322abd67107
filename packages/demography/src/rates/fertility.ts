import { sumOf } from '../age-sex.ts'
import { requireLength } from '../demography-error.ts'

/** Age-specific rates of single ages; index i is age `fromAge` + i. */
export interface AgeSchedule {
  readonly fromAge: number
  readonly rates: Float64Array
}

/** fx: births to women of each age divided by their person-years; 0 where there is no exposure. */
export function ageSpecificFertility(births: Float64Array, womanYears: Float64Array): Float64Array {
  requireLength(womanYears, births.length, 'womanYears')
  return births.map((count, at) => ((womanYears[at] ?? 0) > 0 ? count / (womanYears[at] ?? 1) : 0))
}

/** TFR, children per woman: Σ n·fx; `width` is the age group's width in years (1 for single ages). */
export function totalFertilityRate(rates: ArrayLike<number>, width = 1): number {
  return width * sumOf(rates)
}

/** Mean age at birth of the schedule (MAC), in years: ages weighted by rates at the middle of the group. */
export function meanAgeAtBirth({ fromAge, rates }: AgeSchedule, width = 1): number {
  const weighted = rates.map((rate, at) => rate * (fromAge + width * (at + 0.5)))
  return sumOf(weighted) / sumOf(rates)
}

/** GRR: daughters per woman were she to live through; SRB is male births per female birth. */
export function grossReproductionRate(tfr: number, srb: number): number {
  return tfr / (1 + srb)
}

/** NRR: daughters per woman under the mortality of Lx (women, radix 1, index = age). */
export function netReproductionRate({
  schedule,
  womenLx,
  srb,
}: {
  readonly schedule: AgeSchedule
  readonly womenLx: Float64Array
  readonly srb: number
}): number {
  return sumOf(schedule.rates.map((rate, at) => rate * (womenLx[schedule.fromAge + at] ?? 0))) / (1 + srb)
}

/**
 * Cohort completed fertility of the women born in `cohort`: the diagonal of period rates, f(age, cohort + age).
 * Undefined when a year of their reproductive ages is not in the table.
 */
export function findCompletedFertility(
  byYear: ReadonlyMap<number, AgeSchedule>,
  { cohort, ages: [first, last] }: { readonly cohort: number; readonly ages: readonly [number, number] },
): number | undefined {
  let children = 0
  for (let age = first; age <= last; age++) {
    const schedule = byYear.get(cohort + age)
    const rate = schedule?.rates[age - schedule.fromAge]
    if (rate === undefined) return undefined
    children += rate
  }
  return children
}

/**
 * Parity progression ratios a0, a1, …: of the women with at least i children, the share who have another.
 * `womenByParity[i]` counts women who have completed childbearing with exactly i children, the last with that or more.
 */
export function parityProgression(womenByParity: ArrayLike<number>): Float64Array {
  const atLeast = Float64Array.from(womenByParity)
  for (let parity = atLeast.length - 2; parity >= 0; parity--) {
    atLeast[parity] = (atLeast[parity] ?? 0) + (atLeast[parity + 1] ?? 0)
  }
  return Float64Array.from({ length: Math.max(0, atLeast.length - 1) }, (_, parity) => {
    const base = atLeast[parity] ?? 0
    return base > 0 ? (atLeast[parity + 1] ?? 0) / base : 0
  })
}
