import { sumOf } from '../age-sex.ts'
import { monotoneSpline } from '../graduation/monotone-spline.ts'
import type { AgeSchedule } from '../rates/fertility.ts'

/** Fertility of five-year groups, as statistical offices and the UN publish it. */
export interface GroupedFertility {
  /** Lower age of the first group. */
  readonly fromAge: number
  /**
   * Each group's rate, births to its women per woman-year; or, with a `tfr`, anything in proportion to that, such as
   * the UN's percentages (PASFR).
   */
  readonly shares: ArrayLike<number>
  /** Children per woman that the single ages add to; null when `shares` are rates and speak for themselves. */
  readonly tfr: number | null
}

const width = 5
/** Rounds of fitting the groups; real ones settle in about ten. */
const rounds = 20

/**
 * Single-age rates from five-year groups: a monotone spline (Hyman) through the cumulated schedule.
 *
 * With `women` (woman-years by single age from 0) a group's rate is what it is in publications: births to the group over
 * woman-years of the group, so that a large cohort inside it weighs more, and the groups are fitted until that holds.
 * The UN's TFR is the sum of its single ages, while its percentages come from such group rates. Without `women` a
 * group's rate is taken for the plain mean of its ages.
 */
export function singleAgeFertility(grouped: GroupedFertility, women?: Float64Array): AgeSchedule {
  const { fromAge, shares } = grouped
  const target = Float64Array.from(shares)
  let means = target
  let schedule = splitGroups(grouped, means)
  if (women === undefined || sumOf(target) <= 0) return schedule
  for (let round = 0; round < rounds; round++) {
    const factor = missedBy(schedule, { target, women, free: grouped.tfr !== null })
    means = means.map((mean, group) => mean * (factor[group] ?? 1))
    schedule = splitGroups(grouped, means)
    if (factor.every((one) => Math.abs(one - 1) < 1e-12)) return schedule
  }
  // Where neighbouring ages differ wildly the rounds may not settle: what is left is put right group by group.
  const left = missedBy(schedule, { target, women, free: grouped.tfr !== null })
  const rates = schedule.rates.map((rate, at) => rate * (left[Math.floor(at / width)] ?? 1))
  const scale = grouped.tfr === null ? 1 : grouped.tfr / sumOf(rates)
  return { fromAge, rates: rates.map((rate) => rate * scale) }
}

/** By what each group's rate has to be multiplied to be its target; with `free`, to stand to the others as its target does. */
function missedBy(
  schedule: AgeSchedule,
  { target, women, free }: { readonly target: Float64Array; readonly women: Float64Array; readonly free: boolean },
): Float64Array {
  const reached = groupMeans(schedule, women)
  const scale = free ? sumOf(reached) / sumOf(target) : 1
  return reached.map((mean, group) => (mean > 0 ? ((target[group] ?? 0) * scale) / mean : 1))
}

/** A spline through the cumulated means; the yearly differences, which add to the TFR when one is given. */
function splitGroups({ fromAge, tfr }: GroupedFertility, means: Float64Array): AgeSchedule {
  const cumulated = [0]
  means.forEach((mean, group) => cumulated.push((cumulated[group] ?? 0) + width * mean))
  const whole = cumulated.at(-1) ?? 0
  const scale = tfr === null || whole <= 0 ? 1 : tfr / whole
  const spline = monotoneSpline(
    cumulated.map((_, group) => fromAge + width * group),
    cumulated,
    'hyman',
  )
  const rates = Float64Array.from({ length: width * means.length }, (_, at) => {
    // Differences of a monotone curve: below nought only by rounding.
    return Math.max(0, scale * (spline(fromAge + at + 1) - spline(fromAge + at)))
  })
  return { fromAge, rates }
}

/** Births over woman-years of each group; the plain mean where there are no women. */
function groupMeans({ fromAge, rates }: AgeSchedule, women: Float64Array): Float64Array {
  return Float64Array.from({ length: rates.length / width }, (_, group) => {
    const ages = [0, 1, 2, 3, 4].map((step) => width * group + step)
    const weights = ages.map((at) => women[fromAge + at] ?? 0)
    const exposure = sumOf(weights)
    if (exposure <= 0) return sumOf(ages.map((at) => rates[at] ?? 0)) / width
    return sumOf(ages.map((at, step) => (rates[at] ?? 0) * (weights[step] ?? 0))) / exposure
  })
}
