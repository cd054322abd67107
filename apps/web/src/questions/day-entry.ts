import { dayNumberOf, daysInMonth, fromDayNumber } from '@junheng/kernel'
import type { Messages } from '../messages/zh.ts'
import { monthName } from '../format/day.ts'
import type { Language } from '../messages/language.tsx'

export type Entry<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

const earliest = 1900
const latest = 2100

/** Three boxes read as one day, or why it is none. */
export function readDayEntry(
  parts: { readonly year: string; readonly month: string; readonly day: string },
  { t, language }: { readonly t: Messages; readonly language: Language },
): Entry<string> {
  const [year, month, day] = [parts.year, parts.month, parts.day].map(wholeNumber)
  if (year === undefined || month === undefined || day === undefined) return { ok: false, message: t.errors.dateParts }
  const written = language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthName(month, 'en')} ${year}`
  const wrong = (reason: string): Entry<string> => ({
    ok: false,
    message: t.errors.dateMissing(written.trim(), reason),
  })
  if (month < 1 || month > 12) return wrong(t.errors.noMonth)
  if (day < 1) return wrong(t.errors.noDay)
  if (year < earliest || year > latest) {
    return { ok: false, message: t.errors.dateFar(String(earliest), String(latest)) }
  }
  const length = daysInMonth(year, month)
  if (day > length) {
    const name = language === 'zh' ? `${year}年${month}月` : `${monthName(month, 'en')} ${year}`
    return wrong(t.errors.monthLength(name, length))
  }
  return { ok: true, value: fromDayNumber(dayNumberOf(year, month, day)) }
}

/** Full-width digits are taken as digits; an empty box is none. */
function wholeNumber(text: string): number | undefined {
  const plain = plainDigits(text)
  return /^\d{1,4}$/u.test(plain) ? Number(plain) : undefined
}

/** Digits as a keyboard of either width writes them, without separators. */
export function plainDigits(text: string): string {
  return text
    .replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('．', '.')
    .replaceAll(/[\s,，]/gu, '')
}
