import { civilOf, type Day, fromDayNumber, getDay, toDayNumber } from '@junheng/kernel'
import type { Language } from '../messages/language.tsx'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026年3月2日` or `2 March 2026` of an ISO day. */
export function dayText(day: string, language: Language): string {
  const { year, month, day: date } = civilOf(toDayNumber(getDay(day)))
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1] ?? ''} ${year}`
}

/** `2026年3月` or `March 2026` of an ISO day or month. */
export function monthText(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-')
  return language === 'zh' ? `${year}年${Number(number)}月` : `${months[Number(number) - 1] ?? ''} ${year}`
}

export function monthName(month: number, language: Language): string {
  return language === 'zh' ? `${month}月` : (months[month - 1] ?? '')
}

/** The day before, for people, who count the last day in. */
export function dayBefore(day: string): string {
  return fromDayNumber(toDayNumber(getDay(day)) - 1)
}

/** This device's calendar day. The only place in the page that reads the clock. */
export function todayHere(now: Date = new Date()): Day {
  const pad = (n: number) => String(n).padStart(2, '0')
  return getDay(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`)
}
