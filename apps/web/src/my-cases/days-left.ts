import { getDay, toDayNumber } from '@junheng/kernel'
import { dayText, todayHere } from '../format/day.ts'
import type { Language } from '../messages/language.tsx'

/** Days from today to an ISO day; negative where it has passed. */
function daysLeft(day: string, today: string = todayHere()): number {
  return toDayNumber(getDay(day)) - toDayNumber(getDay(today))
}

interface DayWords {
  readonly until: (day: string, left: string) => string
  readonly inDays: (n: number) => string
  readonly lateBy: (n: number) => string
}

/** `最晚 2026年3月2日（还有 5 天）`. */
export function untilText(
  day: string,
  { words, language }: { readonly words: DayWords; readonly language: Language },
): string {
  const left = daysLeft(day)
  return words.until(dayText(day, language), left < 0 ? words.lateBy(-left) : words.inDays(left))
}
