/** Asking a test place, in the words of a situation file. */
import { calendarNotPublished, civilOf, dayNumberOf, getDay, toDayNumber, weekdayOf } from '@junheng/kernel'
import type { WorkdayCalendar } from '@junheng/kernel'
import type { Answer } from '../answer.ts'
import { entitlements } from '../entitlements.ts'
import type { Place } from '../place.ts'
import { readSituation } from '../read-situation.ts'
import type { Situation } from '../situation.ts'

export const day = (text: string): number => toDayNumber(getDay(text))

/** Knows 2020 to 2026; 1 to 3 October are its only holidays, Saturday and Sunday its days of rest. */
export const calendar: WorkdayCalendar = {
  firstYear: 2020,
  lastYear: 2026,
  isWorkday: (n) => !isRest(published(n)) && !isOctoberHoliday(n),
  isStatutoryHoliday: (n) => isOctoberHoliday(published(n)),
}

export function situationOf(place: Place, input: unknown): Situation {
  const read = readSituation(place, input)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.situation
}

export function ask(place: Place, input: unknown, on: string): readonly Answer[] {
  return entitlements({ place, situation: situationOf(place, input), on: day(on), calendar })
}

/** The answer to one benefit, of one row where there are several. */
export function askOne(
  place: Place,
  input: unknown,
  { id, on, row }: { id: string; on: string; row?: number },
): Answer {
  const found = ask(place, input, on).find(
    (answer) => answer.id === id && (row === undefined || answer.subject.index === row),
  )
  if (found === undefined) throw new Error(`no answer for ${id}`)
  return found
}

function published(n: number): number {
  if (n < dayNumberOf(2020, 1, 1) || n >= dayNumberOf(2027, 1, 1))
    throw calendarNotPublished(2027, { firstYear: 2020, lastYear: 2026 })
  return n
}

function isRest(n: number): boolean {
  const weekday = weekdayOf(n)
  return weekday === 0 || weekday === 6
}

function isOctoberHoliday(n: number): boolean {
  const { month, day } = civilOf(n)
  return month === 10 && day <= 3
}
