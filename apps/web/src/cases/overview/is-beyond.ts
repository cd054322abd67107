import type { OverviewShown } from '../calls.ts'

type Pace = OverviewShown['pace'][number]

/** Calendar days in which so many days of a kind must have passed, whatever the holidays: nobody is blamed for those. */
const mostDays: Readonly<Record<'working-days' | 'days' | 'months', (limit: number) => number>> = {
  days: (limit) => limit,
  months: (limit) => limit * 31,
  // Two days off a week, and the longest holiday of a year, eight or nine days, once in between.
  'working-days': (limit) => limit + 2 * Math.ceil(limit / 5) + 9,
}

/** Whether the slowest surely took longer than was promised. */
export function isBeyond({ promised, slowest }: Pick<Pace, 'promised' | 'slowest'>): boolean {
  return promised !== null && slowest > mostDays[promised.unit](promised.limit)
}
