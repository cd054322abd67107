import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Percentiles } from './percentiles.ts'

/** A promise of the issues, and what was found. */
export interface Bound {
  readonly name: string
  readonly found: number
  readonly limit: number
  readonly unit: 'ms' | 'MB' | 'a second'
}

/** `a second` is the least, everything else the most that is allowed. */
export function isKept({ found, limit, unit }: Bound): boolean {
  return unit === 'a second' ? found >= limit : found <= limit
}

/** Reads and writes as OpenCRVS bounds them: milliseconds by percentile. */
export const targets = {
  reads: { p50: 50, p95: 150, p99: 300 },
  writes: { p50: 100, p95: 300, p99: 500 },
} as const

export function boundsOf(name: string, found: Percentiles, limits: Percentiles): readonly Bound[] {
  return (['p50', 'p95', 'p99'] as const).map((part) => {
    return { name: `${name}, ${part}`, found: found[part], limit: limits[part], unit: 'ms' }
  })
}

export function shownBound(bound: Bound): string {
  const { name, found, limit, unit } = bound
  const sign = unit === 'a second' ? '≥' : '≤'
  return `| ${name} | ${found.toFixed(unit === 'MB' ? 0 : 1)} ${unit} | ${sign} ${limit} | ${isKept(bound) ? 'pass' : 'FAIL'} |`
}

/** Programs that wanted a processor in the last minute, on the average; null where the system does not say. */
export function loadOfMachine(): number | null {
  try {
    return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0])
  } catch {
    return null
  }
}

/** Whether times tell of the program: next to nothing else wants a processor before it is measured. */
export function isQuiet(load: number | null): boolean {
  return load !== null && load < availableParallelism() / 2
}
