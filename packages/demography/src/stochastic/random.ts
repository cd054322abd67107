/**
 * Random numbers by counter, not by sequence: each is a function of seed, region, trajectory, year and process alone,
 * so the same seed gives the same numbers in any order of work and on any number of threads.
 */

/** A 32-bit mixer with full avalanche (Wellons, "lowbias32"); every bit of x reaches every bit of the result. */
export function mix(x: number): number {
  let bits = x | 0
  bits ^= bits >>> 16
  bits = Math.imul(bits, 0x7feb352d)
  bits ^= bits >>> 15
  bits = Math.imul(bits, 0x846ca68b)
  return bits ^ (bits >>> 16)
}

/** The key of a stream: 0 is common to all regions, a region's own stream is its code's number. */
export function streamKey(seed: number, stream: number): number {
  return mix(mix(seed | 0) ^ Math.imul(stream + 1, 0x9e3779b9))
}

/** Acklam's coefficients for the middle of the curve, highest power first. */
const centre = {
  above: [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ],
  below: [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
  ],
} as const

/** And for its tails. */
const far = {
  above: [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  below: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
} as const

/** Twelve bits choose a normal: this many quantiles. */
const normalCount = 4096

/** Standard normal quantiles at the middles of 4,096 equal shares, stretched to variance 1; from −3.67 to 3.67. */
export const normals: Float32Array = Float32Array.from(midpointQuantiles())

function midpointQuantiles(): readonly number[] {
  const values = Array.from({ length: normalCount }, (_, at) => normalQuantile((at + 0.5) / normalCount))
  const deviation = Math.sqrt(values.reduce((sum, z) => sum + z * z, 0) / normalCount)
  return values.map((z) => z / deviation)
}

/** The standard normal quantile of p in (0, 1) by Acklam's rational approximation, relative error below 1.2e-9. */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)))
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - p)))
  const q = p - 0.5
  const r = q * q
  return (q * horner(centre.above, r)) / horner(centre.below, r)
}

function tail(q: number): number {
  return horner(far.above, q) / horner(far.below, q)
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}
