import { demographyError } from '../demography-error.ts'
import { hymanSlopes } from './hyman-slopes.ts'

/**
 * How slopes are chosen. pchip: weighted harmonic means (Fritsch and Butland), most cautious. hyman: a C² cubic spline
 * whose slopes are cut where it would not be monotone (Hyman 1983), smoother; pchip below four points.
 */
export type MonotoneMethod = 'pchip' | 'hyman'

/**
 * Monotone cubic through the points (Fritsch and Carlson 1980): rises wherever the data rise. `x` ascending, at least
 * two points. Outside [x0, xn] the ends hold.
 */
export function monotoneSpline(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  method: MonotoneMethod = 'pchip',
): (at: number) => number {
  const size = x.length
  if (size < 2 || y.length !== size)
    throw demographyError('shape', { zh: '插值至少要两个点，x 与 y 等长', en: 'two or more points, x and y alike' })
  const X = Float64Array.from(x)
  const Y = Float64Array.from(y)
  const slopes = method === 'hyman' && size > 3 ? hymanSlopes(X, Y) : pchipSlopes(X, Y)
  const value = (values: Float64Array, at: number): number => values[at] ?? 0
  return (at) => {
    if (at <= value(X, 0)) return value(Y, 0)
    if (at >= value(X, size - 1)) return value(Y, size - 1)
    let low = 0
    let high = size - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (value(X, middle) <= at) low = middle
      else high = middle
    }
    const h = value(X, high) - value(X, low)
    const t = (at - value(X, low)) / h
    const [t2, t3] = [t * t, t * t * t]
    return (
      (2 * t3 - 3 * t2 + 1) * value(Y, low) +
      (t3 - 2 * t2 + t) * h * value(slopes, low) +
      (3 * t2 - 2 * t3) * value(Y, high) +
      (t3 - t2) * h * value(slopes, high)
    )
  }
}

/** Splits counts of groups bounded by `breaks` (one more than groups) into single years: differences of the cumulated spline. */
export function graduateMonotone(
  groups: ArrayLike<number>,
  breaks: ArrayLike<number>,
  method: MonotoneMethod = 'pchip',
): Float64Array {
  const cumulated = new Float64Array(groups.length + 1)
  for (let at = 0; at < groups.length; at++) cumulated[at + 1] = (cumulated[at] ?? 0) + (groups[at] ?? 0)
  const spline = monotoneSpline(breaks, cumulated, method)
  const from = breaks[0] ?? 0
  const to = breaks[breaks.length - 1] ?? 0
  return Float64Array.from({ length: to - from }, (_, at) => spline(from + at + 1) - spline(from + at))
}

function pchipSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1
  const step = Float64Array.from({ length: last }, (_, at) => (x[at + 1] ?? 0) - (x[at] ?? 0))
  const secant = Float64Array.from(step, (h, at) => ((y[at + 1] ?? 0) - (y[at] ?? 0)) / h)
  return Float64Array.from({ length: last + 1 }, (_, at) => {
    if (last === 1) return secant[0] ?? 0
    if (at === 0) return endSlope([step[0], step[1]], [secant[0], secant[1]])
    if (at === last) return endSlope([step[last - 1], step[last - 2]], [secant[last - 1], secant[last - 2]])
    const [left, right] = [secant[at - 1] ?? 0, secant[at] ?? 0]
    if (left * right <= 0) return 0
    const [h0, h1] = [step[at - 1] ?? 0, step[at] ?? 0]
    const [w0, w1] = [2 * h1 + h0, h1 + 2 * h0]
    return (w0 + w1) / (w0 / left + w1 / right)
  })
}

/** Three-point slope at an end, kept from overshooting. */
function endSlope(
  [h0 = 0, h1 = 0]: readonly (number | undefined)[],
  [d0 = 0, d1 = 0]: readonly (number | undefined)[],
): number {
  const slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1)
  if (slope * d0 <= 0) return 0
  return d0 * d1 <= 0 && Math.abs(slope) > 3 * Math.abs(d0) ? 3 * d0 : slope
}
