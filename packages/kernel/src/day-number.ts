/**
 * Calendar days as plain integers: days since 1970-01-01 in the proleptic Gregorian calendar.
 * No function here allocates more than its result or looks at a clock or a time zone.
 */

export interface CivilDate {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly day: number
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day number of a real civil date; a day past the end of its month runs on into the next one. */
export function dayNumberOf(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day is the last day of the year and months follow one formula.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year and month as one number (`year * 12 + month - 1`) in the high bits and the day of the month in the low five. */
function monthKey(n: number): number {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const march = ((5 * dayOfYear + 2) / 153) | 0
  const day = dayOfYear - (((153 * march + 2) / 5) | 0) + 1
  const month = march < 10 ? march + 3 : march - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year * 12 + month - 1) * 32 + day
}

export function civilOf(n: number): CivilDate {
  const key = monthKey(n)
  const months = key >> 5
  const year = Math.floor(months / 12)
  return { year, month: months - year * 12 + 1, day: key & 31 }
}

export function yearOf(n: number): number {
  return Math.floor((monthKey(n) >> 5) / 12)
}

/** 1–12 */
export function monthOf(n: number): number {
  const months = monthKey(n) >> 5
  return months - Math.floor(months / 12) * 12 + 1
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(n: number): number {
  return (((n + 4) % 7) + 7) % 7
}

/** The same day of the month `months` later; a day that month lacks becomes the first of the next month. */
export function addMonths(n: number, months: number): number {
  const key = monthKey(n)
  const target = (key >> 5) + months
  const year = Math.floor(target / 12)
  const month = target - year * 12 + 1
  const day = key & 31
  if (day <= daysInMonth(year, month)) return dayNumberOf(year, month, day)
  return dayNumberOf(year, month, daysInMonth(year, month)) + 1
}

/** The same day `years` later; 29 February becomes 1 March of a common year. */
export function addYears(n: number, years: number): number {
  return addMonths(n, years * 12)
}

/**
 * Completed years of age (周岁) on `on`: one more on each birthday; who is born on 29 February has it on 1 March in
 * a common year, so `addYears(born, k)` is the first day with `ageInYears >= k`. Negative before the birth.
 */
export function ageInYears(born: number, on: number): number {
  return Math.floor(ageInMonths(born, on) / 12)
}

/** Completed months of age on `on`; `addMonths(born, k)` is the first day with `ageInMonths >= k`. Negative before the birth. */
export function ageInMonths(born: number, on: number): number {
  // Both keys have the day in the low five bits, so the shift borrows a month exactly when the day is not reached.
  return (monthKey(on) - monthKey(born)) >> 5
}
