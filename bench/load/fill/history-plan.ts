import { fromDayNumber, toDayNumber, getDay, type Day } from '@junheng/kernel'
import type { StoryPlan } from './play-case.ts'

type Kind = StoryPlan['procedure']

/** Cases of history a person. */
export const casesPerPerson = 1.2
/** Of these, births with everything that follows; the others register a pregnancy or birth. */
const births = 0.2
/** Still open today. */
const open = 0.02

/** The first days whose cases are judged as today's are. */
const since: Readonly<Record<Kind, Day>> = {
  'one-birth': getDay('2023-08-01'),
  'birth-registration': getDay('2021-12-05'),
}
/** An ended case has begun so many days ago at least. */
const settledDays = 50

/** When the cases of a history begin. */
export interface HistoryPlan {
  readonly kind: Kind
  readonly ended: number
  readonly open: number
  /** Day number on which the ended case of a place (from 0) begins; never falls. */
  readonly dayOf: (at: number) => number
  /** Ended cases by the year in which they begin, then open ones in the year of today. */
  readonly byYear: ReadonlyMap<number, number>
}

export function planHistory(
  kind: Kind,
  { persons, today }: { readonly persons: number; readonly today: Day },
): HistoryPlan {
  const share = kind === 'one-birth' ? births : 1 - births
  const all = Math.round(persons * casesPerPerson * share)
  const still = Math.round(all * open)
  const ended = all - still
  const [first, last] = [toDayNumber(since[kind]), toDayNumber(today) - settledDays]
  const dayOf = (at: number) => first + Math.floor((at / ended) * (last - first))
  const byYear = new Map<number, number>()
  for (let year = Number(since[kind].slice(0, 4)); year <= Number(today.slice(0, 4)); year++) byYear.set(year, 0)
  const add = (year: number, n: number) => byYear.set(year, (byYear.get(year) ?? 0) + n)
  for (let at = 0; at < ended; at++) add(yearOf(dayOf(at)), 1)
  add(Number(today.slice(0, 4)), still)
  return { kind, ended, open: still, dayOf, byYear }
}

const years = new Map<number, number>()

export function yearOf(day: number): number {
  let year = years.get(day)
  if (year === undefined) {
    year = Number(fromDayNumber(day).slice(0, 4))
    years.set(day, year)
  }
  return year
}
