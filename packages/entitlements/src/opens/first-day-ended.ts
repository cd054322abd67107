import { addMonths, civilOf, dayNumberOf } from '@junheng/kernel'
import type { EndRule } from '../place.ts'

/** The first day on which something no longer holds after an event on `on`. Day numbers. */
export function firstDayEnded(rule: Exclude<EndRule, 'never'>, on: number): number {
  const { year, month } = civilOf(on)
  switch (rule) {
    case 'at-once':
      return on + 1
    case 'month-after':
      return addMonths(dayNumberOf(year, month, 1), 1)
    case 'year-after':
      return dayNumberOf(year + 1, 1, 1)
  }
}
