/** Bins between the least and the greatest value. */
export const binCount = 1024

/** How many values fall into each of equal bins between the least and the greatest. */
export interface BinCounts {
  readonly low: number
  readonly high: number
  readonly counts: Int32Array
}

/** Counts values in `binCount` equal bins, in two passes. */
export function countBins(values: Float32Array): BinCounts {
  let low = Infinity
  let high = -Infinity
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value < low) low = value
    if (value > high) high = value
  }
  const counts = new Int32Array(binCount)
  if (!(high > low)) return { low, high, counts }
  const scale = binCount / (high - low)
  for (let at = 0; at < values.length; at++) {
    const bin = Math.min(binCount - 1, (((values[at] ?? 0) - low) * scale) | 0)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { low, high, counts }
}

/**
 * Quantiles from counts in fixed memory, values even within a bin. The error is at most one bin, 1/1,024 of the range:
 * far below what 1,000 trajectories leave uncertain. `shares` ascending in [0, 1].
 */
export function quantilesOf({ low, high, counts }: BinCounts, shares: readonly number[]): readonly number[] {
  if (!(high > low)) return shares.map(() => low)
  const width = (high - low) / binCount
  let total = 0
  for (let bin = 0; bin < binCount; bin++) total += counts[bin] ?? 0
  let bin = 0
  let below = 0
  return shares.map((share) => {
    const rank = share * total
    while (bin < binCount - 1 && below + (counts[bin] ?? 0) < rank) below += counts[bin++] ?? 0
    const within = Math.min(1, Math.max(0, (rank - below) / Math.max(1, counts[bin] ?? 0)))
    return low + (bin + within) * width
  })
}
