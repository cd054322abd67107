import { requireRange } from '../demography-error.ts'
import type { Interval } from './interval.ts'
import { gammaShare, whereReaches } from './special-functions.ts'

/** Exact two-sided interval of a Poisson mean given its count (Garwood 1936). Divide by person-years for a rate. */
export function poissonInterval(events: number, confidence = 0.95): Interval {
  requireRange(events, [0, 1e15], 'events')
  const tail = (1 - confidence) / 2
  const high = 2 * events + 200
  return {
    low: events === 0 ? 0 : whereReaches((mean) => gammaShare(events, mean), { target: tail, low: 0, high }),
    high: whereReaches((mean) => gammaShare(events + 1, mean), { target: 1 - tail, low: 0, high }),
  }
}

/**
 * Profile-likelihood interval of a Poisson mean: the means whose deviance 2(n·ln(n/μ) − n + μ) stays below the χ²(1)
 * quantile. Shorter than the exact one, which never covers less than promised.
 */
export function poissonProfileInterval(events: number, confidence = 0.95): Interval {
  requireRange(events, [0, 1e15], 'events')
  const limit = whereReaches((chi) => gammaShare(0.5, chi / 2), { target: confidence, low: 0, high: 200 })
  const deviance = (mean: number): number => 2 * ((events === 0 ? 0 : events * Math.log(events / mean)) - events + mean)
  return {
    low: events === 0 ? 0 : whereReaches((mean) => -deviance(mean), { target: -limit, low: 0, high: events }),
    high: whereReaches(deviance, { target: limit, low: events, high: 2 * events + 200 }),
  }
}
