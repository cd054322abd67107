/**
 * Slopes of the cubic spline with continuous second derivatives, whose ends follow the cubic through the four end
 * points (Forsythe, Malcolm and Moler), cut to three times the smaller neighbouring secant so that it stays monotone
 * (Hyman 1983). At least four points.
 */
export function hymanSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1
  const step = Float64Array.from({ length: last }, (_, at) => (x[at + 1] ?? 0) - (x[at] ?? 0))
  const secant = step.map((h, at) => ((y[at + 1] ?? 0) - (y[at] ?? 0)) / h)
  const curvature = secondDerivatives({ x, y, step, secant })
  return Float64Array.from({ length: last + 1 }, (_, at) => {
    const h = step[Math.min(at, last - 1)] ?? 0
    const [here, next] = at < last ? [curvature[at], curvature[at + 1]] : [curvature[last], curvature[last - 1]]
    const bend = (h * (2 * (here ?? 0) + (next ?? 0))) / 6
    const smooth = (secant[Math.min(at, last - 1)] ?? 0) + (at < last ? -bend : bend)
    const before = secant[Math.max(0, at - 1)] ?? 0
    const after = secant[Math.min(at, last - 1)] ?? 0
    const bound = 3 * Math.min(Math.abs(before), Math.abs(after))
    const sign = before * after > 0 ? after : smooth
    return sign >= 0 ? Math.min(Math.max(0, smooth), bound) : Math.max(Math.min(0, smooth), -bound)
  })
}

/** Solves the spline's tridiagonal system by elimination. */
function secondDerivatives({
  x,
  y,
  step,
  secant,
}: {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly step: Float64Array
  readonly secant: Float64Array
}): Float64Array {
  const last = x.length - 1
  const diagonal = new Float64Array(last + 1)
  const right = new Float64Array(last + 1)
  const upper = new Float64Array(last + 1)
  const lower = new Float64Array(last + 1)
  const h = (at: number): number => step[at] ?? 0
  // Third derivative at an end: six times the third divided difference of the four points there.
  diagonal[0] = -1
  upper[0] = 1
  right[0] = 6 * h(0) * thirdDifference(x, y, 0)
  lower[last] = -1
  diagonal[last] = 1
  right[last] = 6 * h(last - 1) * thirdDifference(x, y, last - 3)
  for (let at = 1; at < last; at++) {
    lower[at] = h(at - 1)
    diagonal[at] = 2 * (h(at - 1) + h(at))
    upper[at] = h(at)
    right[at] = 6 * ((secant[at] ?? 0) - (secant[at - 1] ?? 0))
  }
  for (let at = 1; at <= last; at++) {
    const factor = (lower[at] ?? 0) / (diagonal[at - 1] ?? 1)
    diagonal[at] = (diagonal[at] ?? 0) - factor * (upper[at - 1] ?? 0)
    right[at] = (right[at] ?? 0) - factor * (right[at - 1] ?? 0)
  }
  for (let at = last; at >= 0; at--) {
    right[at] = ((right[at] ?? 0) - (upper[at] ?? 0) * (right[at + 1] ?? 0)) / (diagonal[at] ?? 1)
  }
  return right
}

function thirdDifference(x: Float64Array, y: Float64Array, from: number): number {
  let values = Array.from(y.subarray(from, from + 4))
  for (let order = 1; order <= 3; order++) {
    values = values
      .slice(1)
      .map((value, at) => (value - (values[at] ?? 0)) / ((x[from + at + order] ?? 0) - (x[from + at] ?? 0)))
  }
  return values[0] ?? 0
}
