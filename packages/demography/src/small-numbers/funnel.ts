import { binomialInterval } from './binomial-interval.ts'
import { betaShare, gammaShare, whereReaches } from './special-functions.ts'
import type { Interval } from './interval.ts'

/** Where an area stands against what chance alone gives: inside, beyond 95 %, or beyond 99.8 %. */
export type FunnelSignal = 'within' | 'warning' | 'alarm'

/** The two funnels of Spiegelhalter 2005 (Statistics in Medicine 24): about 2 and 3 standard errors. */
const coverages = { warning: 0.95, alarm: 0.998 } as const

/** Exact limits of a share around its target for this many trials, by the continuous binomial distribution. */
export function binomialFunnel(target: number, trials: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2
  const atMost = (events: number): number => betaShare(1 - target, trials - events, events + 1)
  const range = { low: -1 + 1e-9, high: trials - 1e-9 }
  const low = whereReaches(atMost, { target: tail, ...range })
  const high = whereReaches(atMost, { target: 1 - tail, ...range })
  return { low: Math.max(0, low) / trials, high: Math.min(trials, high) / trials }
}

/** Exact limits of a rate around its target for these person-years, by the continuous Poisson distribution. */
export function poissonFunnel(target: number, personYears: number, confidence: number): Interval {
  const mean = target * personYears
  const tail = (1 - confidence) / 2
  const atMost = (events: number): number => 1 - gammaShare(events + 1, mean)
  const range = { low: -1 + 1e-9, high: mean + 20 * Math.sqrt(mean) + 50 }
  const low = whereReaches(atMost, { target: tail, ...range })
  const high = whereReaches(atMost, { target: 1 - tail, ...range })
  return { low: Math.max(0, low) / personYears, high: high / personYears }
}

/**
 * Judges a sex ratio at birth (boys per 100 girls) against an upper threshold, 107 by default: an alarm needs the whole
 * 99.8 % interval above it, a warning the whole 95 % interval.
 */
export function sexRatioSignal({
  boys,
  girls,
  threshold = 107,
}: {
  readonly boys: number
  readonly girls: number
  readonly threshold?: number
}): FunnelSignal {
  const share = threshold / (100 + threshold)
  const beyond = (confidence: number): boolean =>
    binomialInterval({ events: boys, trials: boys + girls, confidence }).low > share
  return beyond(coverages.alarm) ? 'alarm' : beyond(coverages.warning) ? 'warning' : 'within'
}

/** Judges a count of events against a target rate by the two Poisson funnels, on either side. */
export function rateSignal({
  events,
  personYears,
  target,
}: {
  readonly events: number
  readonly personYears: number
  readonly target: number
}): FunnelSignal {
  const rate = events / personYears
  const outside = (confidence: number): boolean => {
    const { low, high } = poissonFunnel(target, personYears, confidence)
    return rate < low || rate > high
  }
  return outside(coverages.alarm) ? 'alarm' : outside(coverages.warning) ? 'warning' : 'within'
}
