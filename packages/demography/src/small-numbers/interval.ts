/** A closed interval of a rate, share or ratio. */
export interface Interval {
  readonly low: number
  readonly high: number
}
