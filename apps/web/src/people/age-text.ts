import { ageInMonths, ageInYears, type Day, getDay, toDayNumber } from '@junheng/kernel'

/** Completed years; months under three years, days in the first month: a newborn is not "0". */
export function ageText(
  born: string,
  on: Day,
  words: {
    readonly age: (years: number) => string
    readonly months: (months: number) => string
    readonly days: (days: number) => string
  },
): string {
  const [from, today] = [toDayNumber(getDay(born)), toDayNumber(on)]
  if (from > today) return ''
  const months = ageInMonths(from, today)
  if (months < 1) return words.days(today - from)
  return months < 36 ? words.months(months) : words.age(ageInYears(from, today))
}
