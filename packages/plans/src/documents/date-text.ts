import { parseChineseNumeral } from '../text/chinese-numeral.ts'
import { datePatterns } from './line-kind.ts'

/** The ISO day a text names, in Arabic or Chinese numerals; null where it names none that exists. */
export function isoDateIn(text: string): string | null {
  const arabic = datePatterns.arabic.exec(text) ?? datePatterns.dotted.exec(text)
  if (arabic) return isoDay(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]))
  const chinese = datePatterns.chinese.exec(text)
  if (!chinese) return null
  const year = parseChineseNumeral((chinese[1] ?? '').replace(/[O0]/g, '〇'))
  const month = parseChineseNumeral(chinese[2] ?? '')
  const day = parseChineseNumeral(chinese[3] ?? '')
  return year === null || month === null || day === null ? null : isoDay(year, month, day)
}

/** `2023-07-20`, or null for a month or day that does not exist. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
