/** Whole parts of `total` in proportion to the weights, each within one of its exact share (largest remainders). */
export function largestRemainder(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((partial, weight) => partial + weight, 0)
  const exact = weights.map((weight) => (sum === 0 ? 0 : (weight * total) / sum))
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((partial, part) => partial + part, 0)
  const order = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}
