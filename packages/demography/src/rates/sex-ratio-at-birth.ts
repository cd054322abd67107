import { binomialInterval } from '../small-numbers/binomial-interval.ts'

/** Boys per 100 girls with its exact interval; `order` is the birth order, null for all orders together. */
export interface SexRatioAtBirth {
  readonly order: number | null
  readonly births: number
  /** Null when no girl was born. */
  readonly ratio: number | null
  readonly low: number
  /** Infinity when the interval reaches a share of boys of 1. */
  readonly high: number
}

/**
 * SRB by birth order and for all orders, each with the Clopper–Pearson interval of the share of boys turned into a
 * ratio. 560 births give about ±18 points: an alarm on the ratio alone would be noise.
 */
export function sexRatiosAtBirth(
  counts: readonly { readonly order: number; readonly boys: number; readonly girls: number }[],
  confidence = 0.95,
): readonly SexRatioAtBirth[] {
  const all = counts.reduce((sum, { boys, girls }) => ({ boys: sum.boys + boys, girls: sum.girls + girls }), {
    boys: 0,
    girls: 0,
  })
  return [{ order: null, ...all }, ...counts].map(({ order, boys, girls }) => {
    const births = boys + girls
    const { low, high } = binomialInterval({ events: boys, trials: births, confidence })
    return { order, births, ratio: girls > 0 ? (100 * boys) / girls : null, low: odds(low), high: odds(high) }
  })
}

function odds(share: number): number {
  return share >= 1 ? Infinity : (100 * share) / (1 - share)
}
