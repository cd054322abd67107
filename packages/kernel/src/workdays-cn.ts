/** The working days of mainland China, from the State Council's yearly arrangements as `chinese-days` keeps them. */
import chineseDays from 'chinese-days'
import { dayNumberOf, yearOf } from './day-number.ts'
import { fromDayNumber, getDay, toDayNumber } from './day.ts'
import { calendarNotPublished } from './workdays.ts'
import type { WorkdayCalendar } from './workdays.ts'

// oxlint-disable-next-line import/no-named-as-default-member -- the package is CommonJS and Node sees no names in it
const { getDayDetail, getSolarDateFromLunar, getSolarTermDate } = chineseDays

interface Year {
  readonly first: number
  /** One entry a day of the year. */
  readonly works: readonly boolean[]
  readonly statutory: ReadonlySet<number>
}

const years = new Map<number, Year>()

/** Years whose arrangements have been published, as far as the library's data goes. */
const { firstYear, lastYear } = publishedYears()

export const chineseWorkdays: WorkdayCalendar = {
  firstYear,
  lastYear,
  isWorkday(day) {
    const year = yearWith(day)
    return year.works[day - year.first] === true
  },
  isStatutoryHoliday(day) {
    return yearWith(day).statutory.has(day)
  },
}

function yearWith(day: number): Year {
  const year = yearOf(day)
  if (year < firstYear || year > lastYear) throw calendarNotPublished(year, { firstYear, lastYear })
  let known = years.get(year)
  if (known === undefined) {
    const first = dayNumberOf(year, 1, 1)
    const length = dayNumberOf(year + 1, 1, 1) - first
    const works = Array.from({ length }, (_, i) => getDayDetail(fromDayNumber(first + i)).work)
    known = { first, works, statutory: new Set(statutoryHolidays(year)) }
    years.set(year, known)
  }
  return known
}

/** A year is published when the library knows its New Year's Day as a holiday rather than as a day of the week. */
function publishedYears(): { firstYear: number; lastYear: number } {
  const isPublished = (year: number) => getDayDetail(`${year}-01-01`).name.includes('元旦')
  let first = 2000
  while (!isPublished(first) && first < 2100) first += 1
  let last = first
  while (isPublished(last + 1)) last += 1
  return { firstYear: first, lastYear: last }
}

/**
 * The days off for all citizens of 全国年节及纪念日放假办法, article 2, in the version in force that year:
 * 13 days from 2025 (decree 795 of 10 November 2024); 11 days from 2014 (decree 644) and, with the eve instead of the
 * third day of the Spring Festival, from 2008 (decree 513); 10 days from 2000 (decree 270).
 */
function statutoryHolidays(year: number): number[] {
  const lunarNewYear = lunar(year, 1, 1)
  const newYear = dayNumberOf(year, 1, 1)
  const labour = dayNumberOf(year, 5, 1)
  const national = dayNumberOf(year, 10, 1)
  const always = [newYear, lunarNewYear, lunarNewYear + 1, labour, national, national + 1, national + 2]
  if (year < 2008) return [...always, lunarNewYear + 2, labour + 1, labour + 2]
  const festivals = [...always, pureBrightness(year), lunar(year, 5, 5), lunar(year, 8, 15)]
  if (year < 2014) return [...festivals, lunarNewYear - 1]
  if (year < 2025) return [...festivals, lunarNewYear + 2]
  return [...festivals, lunarNewYear - 1, lunarNewYear + 2, labour + 1]
}

function lunar(year: number, month: number, day: number): number {
  const pad = (n: number) => String(n).padStart(2, '0')
  return toDayNumber(getDay(getSolarDateFromLunar(`${year}-${pad(month)}-${pad(day)}`).date))
}

function pureBrightness(year: number): number {
  return toDayNumber(getDay(getSolarTermDate(year, 4, 'pure_brightness')))
}
