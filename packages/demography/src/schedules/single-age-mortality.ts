import type { Sex } from '../age-sex.ts'
import { requireLength } from '../demography-error.ts'
import { monotoneSpline } from '../graduation/monotone-spline.ts'
import { infantAx } from '../life-table/infant-ax.ts'
import { lifeTable } from '../life-table/life-table.ts'
import { whereReaches } from '../small-numbers/special-functions.ts'

/**
 * Single-year death rates 0..A from abridged ones: a monotone spline through the logarithms of nmx at the ages where
 * each group's rate holds (its middle; the group 1–4 lower, as its deaths lean to age 1). Each closed group's mean is
 * then set right. `age` holds lower ages 0, 1, 5, … A; the last group is open and keeps its rate.
 */
export function singleAgeMortality(age: ArrayLike<number>, mx: Float64Array): Float64Array {
  requireLength(age, mx.length, 'age')
  const groups = mx.length - 1
  const open = age[groups] ?? 0
  const centre = Float64Array.from({ length: groups }, (_, at) => {
    const from = age[at] ?? 0
    return from === 1 ? 2.5 : from + ((age[at + 1] ?? 0) - from) / 2
  })
  const log = mx.map((rate) => Math.log(Math.max(rate, 1e-9)))
  // Age 0 stands apart from the fall after it: the spline starts at the group 1–4.
  const spline = monotoneSpline([...centre.subarray(1), open + 2.5], log.subarray(1))
  const slope = (spline(centre[2] ?? 0) - spline(centre[1] ?? 0)) / ((centre[2] ?? 1) - (centre[1] ?? 0))
  const single = Float64Array.from({ length: open + 1 }, (_, x) => {
    const middle = x + 0.5
    const first = centre[1] ?? 0
    return Math.exp(middle < first ? spline(first) + slope * (middle - first) : spline(middle))
  })
  single[0] = mx[0] ?? 0
  single[open] = mx[groups] ?? 0
  for (let at = 1; at < groups; at++) matchGroup(single, [age[at] ?? 0, age[at + 1] ?? 0], mx[at] ?? 0)
  return single
}

/** Scales the ages [from, to) so that their survivors' mean rate is the group's. */
function matchGroup(single: Float64Array, [from, to]: readonly [number, number], rate: number): void {
  for (let round = 0; round < 3; round++) {
    let alive = 1
    let deaths = 0
    let years = 0
    for (let x = from; x < to; x++) {
      const m = single[x] ?? 0
      const q = m / (1 + 0.5 * m)
      deaths += alive * q
      years += alive * (1 - 0.5 * q)
      alive *= 1 - q
    }
    if (deaths <= 0) return
    const factor = (rate * years) / deaths
    for (let x = from; x < to; x++) single[x] = (single[x] ?? 0) * factor
  }
}

/**
 * The same pattern of death rates at another life expectancy: every rate times one factor, found by bisection.
 * `e0` in years, to 1e-9.
 */
export function scaleToLifeExpectancy(mx: Float64Array, { e0, sex }: { readonly e0: number; readonly sex: Sex }) {
  const expectancy = (factor: number): number => lifeExpectancy(mx, { factor, sex })
  const log = whereReaches((logarithm) => -expectancy(Math.exp(logarithm)), { target: -e0, low: -7, high: 7 })
  return mx.map((rate) => rate * Math.exp(log))
}

/** e0 of rates times a factor, without building the table's other columns. */
function lifeExpectancy(mx: Float64Array, { factor, sex }: { readonly factor: number; readonly sex: Sex }): number {
  const open = mx.length - 1
  let alive = 1
  let years = 0
  for (let x = 0; x < open; x++) {
    const m = factor * (mx[x] ?? 0)
    const a = x === 0 ? infantAx(m, { sex, rule: 'andreev-kingkade' }) : 0.5
    const q = Math.min(1, m / (1 + (1 - a) * m))
    years += alive * (1 - q + a * q)
    alive *= 1 - q
  }
  return years + alive / (factor * (mx[open] ?? 1))
}

/** Life expectancy at birth of single-year rates, in years. */
export function lifeExpectancyAtBirth(mx: Float64Array, sex: Sex): number {
  return lifeTable({ mx, sex }).ex[0] ?? 0
}
