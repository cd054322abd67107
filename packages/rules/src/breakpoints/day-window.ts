import { dayNumberOf } from '@junheng/kernel'

/** A stretch of days as day numbers, half-open. */
export interface DayWindow {
  readonly from: number
  readonly to: number
}

/** Everybody who lives now, from birth to the age of a hundred and more. */
export const lifetimes: DayWindow = { from: dayNumberOf(1900, 1, 1), to: dayNumberOf(2150, 1, 1) }
