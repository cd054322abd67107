import { addMonths, isDomainError, lastDayOfLeave } from '@junheng/kernel'
import type { WorkdayCalendar } from '@junheng/kernel'
import { evaluate } from '@junheng/rules'
import type { Text } from '@junheng/rules'
import { environmentOn } from './judge.ts'
import type { JudgedCase } from './judged-case.ts'
import type { Amount, Leave } from './place.ts'
import { stretchOn } from './stretches.ts'
import type { Stretch } from './stretches.ts'

/** The days of one segment of a leave. */
export interface ScheduledLeave {
  /** Day number of its first day; null when it is not known. */
  readonly from: number | null
  /** First day after it (half-open); null when it is not known. */
  readonly to: number | null
  /** Days, or months where the amount is in months. */
  readonly length: number
  readonly notes: readonly Text[]
}

interface Segment {
  readonly item: JudgedCase
  readonly leave: Leave
  readonly amount: Amount
}

/**
 * Lays the segments of each chain one after the other from the day the chain may begin. Only rights are strung
 * together; what an employer may grant is put after them and moves nothing. Leave by the year has no days of its own.
 */
export function scheduleLeave(
  cases: readonly JudgedCase[],
  calendar: WorkdayCalendar,
): ReadonlyMap<JudgedCase, ScheduledLeave> {
  const schedule = new Map<JudgedCase, ScheduledLeave>()
  for (const chain of chainsOf(cases)) {
    const begun = beginningOf(chain)
    if (begun === undefined) continue
    const { start, isAssumed } = begun
    let cursor: number | null = start
    let unsure = false
    for (const { item, leave, amount } of chain) {
      const stretch = stretchFrom(item.stretches, start)
      const isRight = item.subject.benefit.force === 'entitled'
      if (stretch.status === 'incomplete' && isRight) unsure = true
      if (stretch.status !== 'eligible' || stretch.amount === null) continue
      const { amount: length, amountTo: upTo } = stretch
      const laid = lay({ from: cursor, length, upTo, amount, leave, calendar, unsure, isAssumed })
      schedule.set(item, laid)
      if (isRight) cursor = laid.to
    }
  }
  return schedule
}

/** The stretch that decides a leave: the first from its start on that is not a refusal, such as that of the time before a birth. */
function stretchFrom(stretches: readonly Stretch[], start: number | null): Stretch {
  const open = stretches.find(
    ({ to, status }) => status !== 'ineligible' && (start === null || to === null || to > start),
  )
  return open ?? stretchOn(stretches, start ?? 0)
}

/** The segments of each chain for one subject, in order, rights before what is not one. */
function chainsOf(cases: readonly JudgedCase[]): readonly (readonly Segment[])[] {
  const chains = new Map<string, Segment[]>()
  for (const item of cases) {
    const { benefit, row, absent } = item.subject
    const { leave, amount } = benefit
    if (leave === null || amount === null || absent || !isLaidOut(amount)) continue
    const key = `${leave.chain} ${row?.table ?? benefit.subject} ${row?.index ?? ''}`
    const chain = chains.get(key) ?? []
    chain.push({ item, leave, amount })
    chains.set(key, chain)
  }
  const rank = ({ item, leave }: Segment) => (item.subject.benefit.force === 'entitled' ? 0 : 1_000_000) + leave.order
  return [...chains.values()].map((chain) => chain.sort((a, b) => rank(a) - rank(b)))
}

/** Leave for a birth or an occasion is taken in one piece; leave by the year or month as it suits. */
function isLaidOut({ unit, per }: Amount): boolean {
  return (
    (unit === 'day' || unit === 'month') && (per === 'once' || per === 'birth' || per === 'case' || per === 'child')
  )
}

interface Beginning {
  /** Day number; null when it is not known. */
  readonly start: number | null
  /** True where the earliest day stands for one the family may still tell. */
  readonly isAssumed: boolean
}

/** The day the chain begins, as told or else the earliest; undefined when the chain names none. */
function beginningOf(chain: readonly Segment[]): Beginning | undefined {
  const first = chain.find(({ leave }) => leave.starts !== null)
  if (first === undefined || first.leave.starts === null) return undefined
  const { subject } = first.item
  const env = environmentOn(subject, 0)
  const { startsFact } = first.leave
  const told = startsFact === null ? null : env.fact(startsFact, subject.row?.index ?? null)
  if (typeof told === 'number') return { start: told, isAssumed: false }
  const day = evaluate(first.leave.starts, env)
  return { start: typeof day === 'number' ? day : null, isAssumed: startsFact !== null }
}

interface Laying {
  readonly from: number | null
  readonly length: number
  /** Upper end where the length is a range. */
  readonly upTo: number | null
  readonly amount: Amount
  readonly leave: Leave
  readonly calendar: WorkdayCalendar
  readonly unsure: boolean
  readonly isAssumed: boolean
}

function lay({ from, length, upTo, amount, leave, calendar, unsure, isAssumed }: Laying): ScheduledLeave {
  const notes: Text[] = []
  if (isAssumed && from !== null) notes.push(assumedWords)
  if (unsure && from !== null) notes.push(unsureWords)
  if (leave.countConfidence !== 'confirmed') notes.push(countWords)
  const days = { from, length, notes }
  if (from === null || length <= 0) return { ...days, to: from }
  // Between one month and three, the employer says which: only the first day is known.
  if (upTo !== null && upTo !== length) return { ...days, to: null }
  if (amount.unit === 'month') return { ...days, to: addMonths(from, Math.round(length)) }
  try {
    return { ...days, to: lastDayOfLeave({ first: from, days: Math.ceil(length), count: leave.count, calendar }) + 1 }
  } catch (error) {
    if (!isDomainError(error, 'calendar-not-published')) throw error
    return { ...days, to: null, notes: [...notes, error.text] }
  }
}

const assumedWords: Text = {
  zh: '还不知道从哪天开始休，这里按最早的日子算，晚开始就整段顺延',
  en: 'The day it begins is not known yet: the earliest is taken, and a later start moves all the days',
}

const unsureWords: Text = {
  zh: '前面还有一段假没有确定，确定以后日期会顺延',
  en: 'An earlier part of this leave is not settled yet; once it is, these dates move',
}

const countWords: Text = {
  zh: '节假日算不算在内还没有核实，结束日期以单位答复为准',
  en: 'Whether holidays count has not been confirmed; the employer’s word on the last day counts',
}
