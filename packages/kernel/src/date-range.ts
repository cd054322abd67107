import type { Day } from './day.ts'

/** Days from `from` on, up to and not including `to`; null is unbounded. Same as PostgreSQL's `daterange`. */
export interface DateRange {
  readonly from: Day | null
  readonly to: Day | null
}

export function contains(range: DateRange, day: Day): boolean {
  return (range.from === null || range.from <= day) && (range.to === null || day < range.to)
}

/** True when no day lies in it. */
export function isEmpty(range: DateRange): boolean {
  return range.from !== null && range.to !== null && range.from >= range.to
}

/** The days in both; null when there are none. */
export function intersection(a: DateRange, b: DateRange): DateRange | null {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to
  const both = { from, to }
  return isEmpty(both) ? null : both
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  return intersection(a, b) !== null
}
