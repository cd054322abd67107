import { requireRange } from '../demography-error.ts'
import type { Interval } from './interval.ts'
import { betaShare, whereReaches } from './special-functions.ts'

/** Exact two-sided interval of a share (Clopper and Pearson 1934); [0, 1] when there were no trials. */
export function binomialInterval({
  events,
  trials,
  confidence = 0.95,
}: {
  readonly events: number
  readonly trials: number
  readonly confidence?: number
}): Interval {
  requireRange(trials, [0, 1e15], 'trials')
  requireRange(events, [0, trials], 'events')
  const tail = (1 - confidence) / 2
  const within = { low: 0, high: 1 }
  const lower = (share: number): number => betaShare(share, events, trials - events + 1)
  const upper = (share: number): number => betaShare(share, events + 1, trials - events)
  return {
    low: events === 0 ? 0 : whereReaches(lower, { target: tail, ...within }),
    high: events === trials ? 1 : whereReaches(upper, { target: 1 - tail, ...within }),
  }
}
