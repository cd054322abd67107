import { DomainError } from './domain-error.ts'

/** Which days people work. Days are day numbers; both questions throw `calendar-not-published` outside its years. */
export interface WorkdayCalendar {
  /** True on days people work: shifted weekends included, holidays and the days moved to join them excluded. */
  isWorkday(day: number): boolean
  /** True on a statutory holiday proper (法定节假日), not on the weekend or moved days around it. */
  isStatutoryHoliday(day: number): boolean
  /** First and last year with published arrangements, both included. */
  readonly firstYear: number
  readonly lastYear: number
}

/** How the days of a leave are counted: all of them, all but statutory holidays, or working days only. */
export type DayCount = 'calendar-days' | 'except-statutory-holidays' | 'working-days'

/** The working day on which `days` working days have passed after `from`; `from` itself never counts. */
export function addWorkdays(calendar: WorkdayCalendar, from: number, days: number): number {
  requireWhole(days, 0)
  let day = from
  for (let left = days; left > 0;) {
    day += 1
    if (calendar.isWorkday(day)) left -= 1
  }
  return day
}

export interface LeaveOfDays {
  /** Day number on which it begins. */
  readonly first: number
  /** Whole, at least 1. */
  readonly days: number
  readonly count: DayCount
  readonly calendar: WorkdayCalendar
}

/** The last day of a leave, itself included; a day that does not count only makes it longer. */
export function lastDayOfLeave({ first, days, count, calendar }: LeaveOfDays): number {
  requireWhole(days, 1)
  if (count === 'calendar-days') return first + days - 1
  let day = first - 1
  for (let left = days; left > 0;) {
    day += 1
    if (count === 'working-days' ? calendar.isWorkday(day) : !calendar.isStatutoryHoliday(day)) left -= 1
  }
  return day
}

/** What a calendar throws when asked about a year whose arrangements it does not hold. */
export function calendarNotPublished(
  year: number,
  { firstYear, lastYear }: Pick<WorkdayCalendar, 'firstYear' | 'lastYear'>,
): DomainError<'calendar-not-published'> {
  return new DomainError('calendar-not-published', {
    text: {
      zh: `${year} 年的放假安排不在日历里（现有 ${firstYear}–${lastYear} 年），算不出准确日期`,
      en: `The holiday arrangements of ${year} are not in the calendar (it has ${firstYear}–${lastYear})`,
    },
    info: { year, firstYear, lastYear },
  })
}

function requireWhole(days: number, least: number): void {
  if (Number.isSafeInteger(days) && days >= least && days < 100_000) return
  throw new DomainError('not-a-number-of-days', {
    text: {
      zh: `天数应是不小于 ${least} 的整数，不能是 ${days}`,
      en: `${days} is not a whole number of days from ${least}`,
    },
    info: { days },
  })
}
