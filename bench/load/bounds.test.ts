import { describe, expect, it } from 'vitest'
import { boundsOf, isKept, shownBound, targets } from './bounds.ts'
import { middle, percentiles } from './percentiles.ts'

describe('percentiles', () => {
  it('are times that were found', () => {
    const times = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect(percentiles(times)).toEqual({ p50: 51, p95: 96, p99: 100 })
    expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 })
  })

  it('of several runs are those of the middle one', () => {
    const run = (p95: number) => ({ p50: 1, p95, p99: 9 })
    expect(middle([run(3), run(1), run(2)])).toEqual(run(2))
  })
})

describe('a bound', () => {
  it('is kept up to its limit, and named when it is not', () => {
    const [p50, p95, p99] = boundsOf('reads', { p50: 50, p95: 151, p99: 10 }, targets.reads)
    expect([p50, p95, p99].map((bound) => bound !== undefined && isKept(bound))).toEqual([true, false, true])
    expect(p95 && shownBound(p95)).toBe('| reads, p95 | 151.0 ms | ≤ 150 | FAIL |')
  })

  it('of so many a second is the least', () => {
    expect(isKept({ name: 'births', found: 49, limit: 50, unit: 'a second' })).toBe(false)
    expect(isKept({ name: 'births', found: 50, limit: 50, unit: 'a second' })).toBe(true)
  })
})
