import { civilOf, dayNumberOf, daysInMonth } from './day-number.ts'
import { DomainError } from './domain-error.ts'

declare const dayBrand: unique symbol

/** A calendar day as ISO text `YYYY-MM-DD`, years 0001–9999; compares as text. */
export type Day = string & { readonly [dayBrand]: true }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day if `text` is a real calendar day written `YYYY-MM-DD`. */
export function parseDay(text: string): Day | undefined {
  const match = shape.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return text as Day
}

/** The day, or a DomainError `not-a-day`. */
export function getDay(text: string): Day {
  const day = parseDay(text)
  if (day !== undefined) return day
  throw new DomainError('not-a-day', {
    text: {
      zh: `“${text}”不是真实的日期，请写成 2026-03-02 这样`,
      en: `"${text}" is not a real calendar day written like 2026-03-02`,
    },
    info: { text },
  })
}

export function toDayNumber(day: Day): number {
  return dayNumberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** The ISO day of a day number; throws DomainError `not-a-day` outside years 0001–9999. */
export function fromDayNumber(n: number): Day {
  const { year, month, day } = civilOf(n)
  if (!Number.isInteger(n) || year < 1 || year > 9999) return getDay(String(n))
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as Day
}

/** The day number of `text` if it is a real calendar day written `YYYY-MM-DD`. */
export function parseDayNumber(text: string): number | undefined {
  const day = parseDay(text)
  return day === undefined ? undefined : toDayNumber(day)
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
