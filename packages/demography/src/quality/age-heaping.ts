import { demographyError } from '../demography-error.ts'

/**
 * Whipple's index of heaping on ages ending in 0 and 5: 100 = none, 500 = all. Counts at 25, 30, … 60 over a fifth of
 * the ages 23–62. `byAge` holds single ages from 0 on.
 */
export function whippleIndex(byAge: ArrayLike<number>): number {
  let all = 0
  let round = 0
  for (let age = 23; age <= 62; age++) {
    const here = countAt(byAge, age)
    all += here
    if (age % 5 === 0) round += here
  }
  return (500 * round) / all
}

/** Myers' blended digits: the index and each digit's share in percent, 10 where no digit is preferred. */
export interface MyersIndex {
  /** Half the sum of absolute deviations from 10 %: 0 = none, 90 = all on one digit. */
  readonly index: number
  readonly digitPercent: Float64Array
}

/** Myers' blended index on ages from..to (to − from + 1 a multiple of ten; 10–89 as in the Census Bureau's SINGAGE). */
export function myersIndex(byAge: ArrayLike<number>, [from, to]: readonly [number, number] = [10, 89]): MyersIndex {
  const decades = (to - from + 1) / 10
  if (!Number.isInteger(decades) || decades < 2)
    throw demographyError('range', {
      zh: `Myers 指数的年龄范围 ${from}–${to} 应是十的倍数，且至少二十岁`,
      en: `Myers' index needs a span of ages that is a multiple of ten, at least twenty; ${from}–${to} is not`,
    })
  const blended = new Float64Array(10)
  for (let offset = 0; offset < 10; offset++) {
    let first = 0
    for (let decade = 0; decade < decades; decade++) first += countAt(byAge, from + offset + 10 * decade)
    const later = first - countAt(byAge, from + offset)
    blended[(from + offset) % 10] = (offset + 1) * first + (9 - offset) * later
  }
  const total = blended.reduce((sum, value) => sum + value, 0)
  const digitPercent = blended.map((value) => (100 * value) / total)
  return { index: digitPercent.reduce((sum, share) => sum + Math.abs(share - 10), 0) / 2, digitPercent }
}

function countAt(byAge: ArrayLike<number>, age: number): number {
  const count = byAge[age]
  if (count !== undefined) return count
  throw demographyError('shape', { zh: `缺少 ${age} 岁的人数`, en: `the count of age ${age} is missing` })
}
