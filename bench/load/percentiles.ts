/** 50th, 95th and 99th percentile of times, milliseconds. */
export interface Percentiles {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** The middle one of several runs, by the 95th percentile. */
export function middle(runs: readonly Percentiles[]): Percentiles {
  const sorted = runs.toSorted((a, b) => a.p95 - b.p95)
  return sorted[Math.floor(sorted.length / 2)] ?? { p50: 0, p95: 0, p99: 0 }
}

export function shown({ p50, p95, p99 }: Percentiles): string {
  return [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ')
}
