import { addMonths, civilOf, fromDayNumber, yearOf, type WorkdayCalendar } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import type { ClockUnit } from '../procedure.ts'

/** Days after `from` up to and including `to` on which a clock stands still; `to` null: it still does. Day numbers. */
export interface Pause {
  readonly from: number
  readonly to: number | null
}

export interface Running {
  /** Day it counts from; that day never counts (民法典 第二百零一条). */
  readonly start: number
  readonly limit: number
  readonly unit: ClockUnit
  readonly pauses: readonly Pause[]
  readonly calendar: WorkdayCalendar
}

/** The last day to act; `due` is null while the clock stands still or where the calendar does not reach. */
export interface Due {
  readonly due: number | null
  /** No earlier than this day, whatever holidays are still to be announced; null where `due` is known. */
  readonly notBefore: number | null
  /** Why the day is not known for certain. */
  readonly uncertain: Text | null
}

/**
 * The last day of a term. Working days count working days only. Days and months count every day, and a last day that is
 * no working day moves to the next one (民法典 第二百零三条); a month that lacks the day ends on its own last day
 * (第二百零二条). Time in a pause does not count.
 *
 * Past the last year whose holidays are published the day is not guessed: `notBefore` and the reason are given.
 */
export function dueDay(running: Running): Due {
  const { pauses, calendar } = running
  if (pauses.some(({ to }) => to === null)) return { due: null, notBefore: null, uncertain: null }
  if (yearOf(running.start) < calendar.firstYear)
    return outside(
      calendar,
      lastDay(running, () => true),
    )
  const reached = lastDay(running, (day) => yearOf(day) > calendar.lastYear || calendar.isWorkday(day))
  return yearOf(reached) > calendar.lastYear
    ? outside(calendar, reached)
    : { due: reached, notBefore: null, uncertain: null }
}

function lastDay({ start, limit, unit, pauses }: Running, isWorkday: (day: number) => boolean): number {
  const stands = (day: number): boolean => pauses.some(({ from, to }) => day > from && to !== null && day <= to)
  if (unit === 'working-days') {
    let day = start
    for (let left = limit; left > 0;) {
      day += 1
      if (isWorkday(day) && !stands(day)) left -= 1
    }
    return day
  }
  const end = unit === 'days' ? start + limit : addMonthsToEnd(start, limit)
  let day = start
  for (let left = end - start; left > 0;) {
    day += 1
    if (!stands(day)) left -= 1
  }
  while (!isWorkday(day)) day += 1
  return day
}

/** The same day some months later, or the last of a month that has no such day. */
function addMonthsToEnd(start: number, months: number): number {
  const later = addMonths(start, months)
  return civilOf(later).day === civilOf(start).day ? later : later - 1
}

function outside({ firstYear, lastYear }: WorkdayCalendar, notBefore: number): Due {
  const day = fromDayNumber(notBefore)
  return {
    due: null,
    notBefore,
    uncertain: {
      zh: `放假安排只公布到 ${lastYear} 年（从 ${firstYear} 年起），到期日还定不下来，最早是 ${day}`,
      en: `Holidays are published for ${firstYear}–${lastYear} only: the last day is not settled, and is no earlier than ${day}`,
    },
  }
}

/** Working days after `from` up to and including `to`; negative where `to` lies before. Null past the published years. */
export function workdaysBetween(from: number, to: number, calendar: WorkdayCalendar): number | null {
  const [low, high] = from <= to ? [from, to] : [to, from]
  if (yearOf(high) > calendar.lastYear || yearOf(low) < calendar.firstYear) return null
  let count = 0
  for (let day = low + 1; day <= high; day++) if (calendar.isWorkday(day)) count += 1
  return from <= to ? count : 0 - count
}
