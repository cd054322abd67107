/** Sums of the five outputs over some households; whole numbers below 2^53, so that they compare exactly. */
export interface Sums {
  readonly eligible: number
  readonly subsidy: number
  readonly loan: number
  readonly nursing: number
  readonly leave: number
}

export interface Contestant {
  readonly name: string
  readonly kind: 'ours' | 'hand-written' | 'floor' | 'peer'
  /** How many households one run judges, from the first on. */
  readonly households: number
  /** How often to run between two looks at the clock, so that a turn takes tens of milliseconds. */
  readonly repeats: number
  /** Timed. */
  readonly run: () => void | Promise<void>
  /** Of the last run, not timed; null for what computes nothing. */
  readonly sums: () => Sums | null
}

export const noSums: Sums = { eligible: 0, subsidy: 0, loan: 0, nursing: 0, leave: 0 }
