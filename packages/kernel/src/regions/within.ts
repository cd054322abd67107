/**
 * True when region `inner` is `outer` or lies in it, by the digits of GB/T 2260 alone: two for the province, two for
 * the city, two for the county. 0 and 100000 are the nation.
 */
export function within(inner: number, outer: number): boolean {
  if (outer === 0 || outer === 100_000) return true
  if (outer % 100 !== 0) return inner === outer
  if (outer % 10_000 !== 0) return Math.floor(inner / 100) === outer / 100
  return Math.floor(inner / 10_000) === outer / 10_000
}
