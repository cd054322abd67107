import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failuresBeforeLock, lockMinutes, nextFailures, type Failures } from './failures.ts'

const start = Temporal.Instant.from('2026-11-28T09:25:00Z')

/** Tries at these minutes; says of each whether it was shut out. */
function tries(minutes: readonly number[]): readonly boolean[] {
  let state: Failures | null = null
  return minutes.map((minute) => {
    const { locked, after } = nextFailures(state, start.add({ minutes: minute }))
    state = after
    return locked
  })
}

describe('failures in a row', () => {
  it('shut out after five, for a quarter of an hour, and then begin anew', () => {
    expect(tries([0, 0, 0, 0, 0, 0, 14, 15, 15])).toEqual([false, false, false, false, false, true, true, false, false])
  })
  it('that lie a quarter of an hour apart are not in a row', () => {
    expect(tries([0, 1, 2, 3, 18, 19, 20, 21])).not.toContain(true)
  })
  it('let nobody through while locked, however tries are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 }), (unsorted) => {
        const minutes = unsorted.toSorted((a, b) => a - b)
        const locked = tries(minutes)
        const through = minutes.filter((_, at) => locked[at] === false)
        // Between the fifth in a row and the next that gets through lies the lock.
        for (let at = failuresBeforeLock; at < through.length; at++) {
          const five = through.slice(at - failuresBeforeLock, at + 1)
          expect((five.at(-1) ?? 0) - (five[0] ?? 0)).toBeGreaterThanOrEqual(lockMinutes)
        }
      }),
    )
  })
})
