import { requireLength } from '../demography-error.ts'

/**
 * UN age-sex accuracy index and its parts, from five-year groups 0–4, 5–9, … (UN 1952, Population Bulletin 2).
 * Below 20 accurate, 20–40 inaccurate, above 40 highly inaccurate.
 */
export interface AgeSexAccuracy {
  /** Mean absolute difference between the sex ratios of successive groups, in points. */
  readonly sexRatioScore: number
  /** Mean absolute deviation of age ratios from 100, men. */
  readonly maleAgeRatioScore: number
  readonly femaleAgeRatioScore: number
  /** 3 × sex ratio score + both age ratio scores. */
  readonly index: number
}

/** `male` and `female` hold equally many five-year groups; an open last group is left out of the age ratios. */
export function ageSexAccuracy(male: ArrayLike<number>, female: ArrayLike<number>, lastOpen = true): AgeSexAccuracy {
  requireLength(female, male.length, 'female')
  const closed = male.length - (lastOpen ? 1 : 0)
  const maleAgeRatioScore = ageRatioScore(male, closed)
  const femaleAgeRatioScore = ageRatioScore(female, closed)
  const ratios = Array.from({ length: closed }, (_, at) => (100 * (male[at] ?? 0)) / (female[at] ?? 0))
  const sexRatioScore = mean(ratios.slice(1).map((ratio, at) => Math.abs(ratio - (ratios[at] ?? 0))))
  return {
    sexRatioScore,
    maleAgeRatioScore,
    femaleAgeRatioScore,
    index: 3 * sexRatioScore + maleAgeRatioScore + femaleAgeRatioScore,
  }
}

/** Age ratios 100·2·P[i]/(P[i−1] + P[i+1]) of the inner groups among the first `groups`; their mean distance from 100. */
export function ageRatioScore(counts: ArrayLike<number>, groups = counts.length): number {
  const inner = Array.from({ length: groups - 2 }, (_, at) => {
    const around = (counts[at] ?? 0) + (counts[at + 2] ?? 0)
    return Math.abs((200 * (counts[at + 1] ?? 0)) / around - 100)
  })
  return mean(inner)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
