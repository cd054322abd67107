import { addMonths, civilOf, dayNumberOf, fromDayNumber, toDayNumber } from '@junheng/kernel'
import type { WorkdayCalendar } from '@junheng/kernel'
import type { Answer } from './answer.ts'
import { entitlements } from './entitlements.ts'
import { judgeHousehold } from './judge-household.ts'
import { firstDayEnded } from './opens/first-day-ended.ts'
import type { StopEvent } from './opens/opens.ts'
import { paymentsOf } from './payments.ts'
import type { Per, Place } from './place.ts'
import { indexOf } from './place-index.ts'
import type { Situation } from './situation.ts'

/** Money due for one period. */
export interface DueMoney {
  /** `once`, a year `2026` or a month `2026-03`: what the money is for. */
  readonly period: string
  /** ISO day on which it falls due, the first one of the period. */
  readonly on: string
  /** Integer fen. */
  readonly fen: number
}

export interface MoneyDue {
  /** What the rules answer on the day asked for. */
  readonly answer: Answer
  /** In the order they fall due, up to the day asked for. Empty where the place names no single amount. */
  readonly due: readonly DueMoney[]
  /** An event after which no rule says whether it goes on: nothing after it is counted, and people must decide. */
  readonly unsettled: StopEvent | null
}

export interface MoneyDueInput {
  readonly place: Place
  readonly situation: Situation
  readonly benefit: string
  /** Row of the subject's table; null where there is one subject. */
  readonly index: number | null
  /** Day number as of which it is asked. */
  readonly on: number
  /** Day number from which a right without a first day of its own counts, such as the day it was claimed. */
  readonly since: number
  readonly stops: readonly StopEvent[]
  readonly calendar: WorkdayCalendar
}

/** Before anybody who can be paid was born. */
const earliest = dayNumberOf(1900, 1, 1)

/**
 * All that has fallen due to one subject of a benefit by a day, period by period, with the answer it comes from. Undefined
 * where the place has no such benefit or it has no such subject (such as the second baby of a birth that is paid once).
 */
export function moneyDue(input: MoneyDueInput): MoneyDue | undefined {
  const { place, situation, benefit: id, index, on, since, stops, calendar } = input
  const answer = entitlements({ place, situation, on, calendar }).find(
    (one) => one.id === id && one.subject.index === index,
  )
  const judged = judgeHousehold(indexOf(place), situation).find(
    ({ subject: { benefit, row } }) => benefit.id === id && (row?.index ?? null) === index,
  )
  if (answer === undefined || judged === undefined) return undefined
  const { benefit } = judged.subject
  const { amount } = benefit
  if (amount === null || amount.unit !== 'CNY' || amount.comparator === 'at-most' || amount.comparator === 'range')
    return { answer, due: [], unsettled: null }
  // The window ends later than the day asked for: a month cut short by it would count as the last one, which is not paid.
  const window = { first: earliest, end: addMonths(on, 24), birth: since }
  const paid = paymentsOf(judged, window).filter(({ day }) => day <= on)
  const due = new Map<string, DueMoney>()
  let unsettled: StopEvent | null = null
  for (const { day, amount: fen } of paid) {
    const stop = stops.find((event) => stopsBy(event, { rules: benefit.stops, day }))
    if (stop !== undefined) {
      const rule = stop.kind === 'death' ? benefit.stops?.death : benefit.stops?.movedAway
      if (rule === null || rule === undefined) unsettled ??= stop
      continue
    }
    const period = periodOf(amount.per, day)
    const before = due.get(period)
    due.set(
      period,
      before === undefined ? { period, on: fromDayNumber(day), fen } : { ...before, fen: before.fen + fen },
    )
  }
  return { answer, due: [...due.values()], unsettled }
}

/** Whether an event leaves nothing due on a day: by the rule, or, where there is none, from the day after it. */
function stopsBy(
  { kind, on }: StopEvent,
  {
    rules,
    day,
  }: {
    readonly rules: { readonly death: string | null; readonly movedAway: string | null } | null
    readonly day: number
  },
): boolean {
  const rule = (kind === 'death' ? rules?.death : rules?.movedAway) ?? null
  if (rule === 'never') return false
  const happened = toDayNumber(on)
  return (
    day >= (rule === null ? happened + 1 : firstDayEnded(rule as 'at-once' | 'month-after' | 'year-after', happened))
  )
}

/** The name of the period that money falling due on a day is for. */
export function periodOf(per: Per, day: number): string {
  const { year, month } = civilOf(day)
  switch (per) {
    case 'once':
    case 'birth':
    case 'child':
    case 'case':
      return 'once'
    case 'year':
      return String(year)
    case 'semester':
    case 'month':
    case 'day':
      return `${year}-${String(month).padStart(2, '0')}`
  }
}
