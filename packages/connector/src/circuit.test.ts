import { array, assert, boolean, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterFailure, closedCircuit, mayCall, type Circuit } from './circuit.ts'
import { retries, retryDelaySeconds } from './retry-delay.ts'

function fail(circuit: Circuit, times: number, now = 0): Circuit {
  return Array.from({ length: times }).reduce<Circuit>((at) => afterFailure(at, now), circuit)
}

describe('a circuit', () => {
  it('opens at the fifth failure in a row, for five seconds', () => {
    expect(mayCall(fail(closedCircuit, 4), 0)).toBe(true)
    const open = fail(closedCircuit, 5, 100)
    expect(mayCall(open, 104)).toBe(false)
    expect(mayCall(open, 105)).toBe(true)
  })

  it('stays open twice as long when the probe fails, five minutes at the longest', () => {
    const open = fail(closedCircuit, 5)
    expect(afterFailure(open, 5).openUntil).toBe(15)
    expect(fail(open, 50, 1000).openUntil).toBe(1300)
  })

  it('takes its pauses from whoever runs on another scale of time', () => {
    const pauses = { threshold: 2, first: 0.5, longest: 1 }
    const once = afterFailure(closedCircuit, 10, pauses)
    expect([once.openUntil, afterFailure(once, 10, pauses).openUntil]).toEqual([null, 10.5])
    expect(afterFailure({ failures: 40, openUntil: 10 }, 10, pauses).openUntil).toBe(11)
  })

  it('is open again at once after any success, and never open longer than five minutes from now', () => {
    assert(
      property(array(tuple(boolean(), integer({ min: 0, max: 100 }))), (calls) => {
        let [circuit, now]: [Circuit, number] = [closedCircuit, 0]
        for (const [good, seconds] of calls) {
          now += seconds
          circuit = good ? closedCircuit : afterFailure(circuit, now)
          expect(mayCall(circuit, now + 300)).toBe(true)
          if (good) expect(mayCall(circuit, now)).toBe(true)
        }
      }),
    )
  })
})

describe('the wait before the next try', () => {
  it('doubles up to an hour, and half of it is chance', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelaySeconds(attempt, 0))).toEqual([1, 2, 4, 8])
    expect(retryDelaySeconds(retries.tries, 0.999)).toBeLessThanOrEqual(retries.longest)
    expect(retryDelaySeconds(30, 0)).toBe(retries.longest / 2)
  })
})
