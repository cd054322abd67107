import { addMonths, addYears, civilOf, dayNumberOf } from '@junheng/kernel'
import type { WorkdayCalendar } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import { environmentOn } from './judge.ts'
import { judgeHousehold } from './judge-household.ts'
import type { JudgedCase } from './judged-case.ts'
import { scheduleLeave } from './leave-schedule.ts'
import type { ScheduledLeave } from './leave-schedule.ts'
import { missingOf } from './missing-facts.ts'
import { paymentsOf } from './payments.ts'
import type { Leave, Place, Subject } from './place.ts'
import { indexOf } from './place-index.ts'
import type { Situation } from './situation.ts'
import type { Stretch } from './stretches.ts'
import { isUnprompted } from './unprompted.ts'
import { assumptions } from './words/timeline-words.ts'

interface Entry {
  readonly id: string
  readonly label: Text
  /** Row of the subject's table. */
  readonly index: number | null
}

export interface MoneyEntry extends Entry {
  readonly fen: number
}

export interface LeaveEntry extends Entry {
  /** Days counted as the leave counts them. */
  readonly days: number
  readonly who: Leave['who']
  /** True for days of a whole year, shown where the year begins: they are taken as it suits. */
  readonly yearly: boolean
}

export interface TimelineMonth {
  /** `2026-03` */
  readonly month: string
  readonly money: readonly MoneyEntry[]
  readonly moneyFen: number
  /** Taken off taxable income; not money paid out. */
  readonly deductions: readonly MoneyEntry[]
  readonly leave: readonly LeaveEntry[]
}

export interface Timeline {
  /** Every month from 280 days before the first birth to the month of the last sixth birthday; empty while no birth is known. */
  readonly months: readonly TimelineMonth[]
  readonly totalFen: number
  /** Rights that would stand here but cannot be decided yet. */
  readonly undecided: readonly Entry[]
  /** Rights in money whose amount is a limit or a range, or which only a draft gives: told apart, not added. */
  readonly notAdded: readonly Entry[]
  readonly assumptions: readonly Text[]
}

export interface TimelineInput {
  readonly place: Place
  readonly situation: Situation
  readonly calendar: WorkdayCalendar
}

/** The days of a pregnancy, counted back from the birth or the due date. */
const pregnancyDays = 280
const subjects: ReadonlySet<Subject> = new Set(['household', 'mother', 'father', 'child'])

/** The money and the days off of each month from pregnancy to the sixth birthday. Rights only. */
export function timeline({ place, situation, calendar }: TimelineInput): Timeline {
  const births = birthDays(place, situation)
  if (births.length === 0) return { months: [], totalFen: 0, undecided: [], notAdded: [], assumptions: [] }
  const first = monthStart(Math.min(...births) - pregnancyDays)
  const end = addMonths(monthStart(addYears(Math.max(...births), 6)), 1)
  const cases = judgeHousehold(indexOf(place), situation).filter(
    ({ subject: { benefit, absent } }) => !absent && benefit.force === 'entitled' && subjects.has(benefit.subject),
  )
  const schedule = scheduleLeave(cases, calendar)
  const months = new Map<string, Drafted>()
  for (let day = first; day < end; day = addMonths(day, 1)) {
    months.set(monthName(day), { month: monthName(day), money: [], deductions: [], leave: [] })
  }
  const undecided: Entry[] = []
  const notAdded: Entry[] = []
  for (const item of cases) {
    const { benefit } = item.subject
    const kind = kindOf(item)
    if (kind === null) continue
    const inside = item.stretches.filter(({ from, to }) => (from ?? first) < end && (to ?? end) > first)
    const open = inside.find(({ status }) => status === 'incomplete')
    if (open !== undefined && !inDraft(item) && mayBeTold(item, open)) undecided.push(entryOf(item))
    if (kind === 'limit') {
      if (inside.some(({ status }) => status === 'eligible')) notAdded.push(entryOf(item))
      continue
    }
    const laid = schedule.get(item)
    if (kind === 'leave' && laid !== undefined) {
      addLeaveDays(months, { item, laid, calendar })
      continue
    }
    for (const { day, amount } of paymentsOf(item, { first, end, birth: birthOf(item) ?? Math.min(...births) })) {
      const month = months.get(monthName(day))
      if (month === undefined) continue
      if (kind === 'money') month.money.push({ ...entryOf(item), fen: amount })
      else if (kind === 'deduction') month.deductions.push({ ...entryOf(item), fen: amount })
      else month.leave.push({ ...entryOf(item), days: amount, who: benefit.leave?.who ?? 'mother', yearly: true })
    }
  }
  const finished = [...months.values()].map((month) => ({ ...month, moneyFen: sum(month.money) }))
  return {
    months: finished,
    totalFen: finished.reduce((total, { moneyFen }) => total + moneyFen, 0),
    undecided,
    notAdded,
    assumptions,
  }
}

interface Drafted {
  readonly month: string
  readonly money: MoneyEntry[]
  readonly deductions: MoneyEntry[]
  readonly leave: LeaveEntry[]
}

/** False for what hangs on a fact nobody should be asked unprompted, such as a loss. */
function mayBeTold({ subject }: JudgedCase, { from, to }: Stretch): boolean {
  const missing = missingOf(subject, environmentOn(subject, from ?? (to ?? 0) - 1))
  return missing.every(({ name }) => !isUnprompted(name, { place: subject.index.place, topics: [] }))
}

/** What a case adds to the months; null for what has no amount to add. */
function kindOf(item: JudgedCase): 'money' | 'deduction' | 'leave' | 'limit' | null {
  const { amount, kind } = item.subject.benefit
  if (amount === null) return null
  if (kind === 'leave') return amount.unit === 'day' && !inDraft(item) ? 'leave' : null
  if (amount.unit !== 'CNY' || kind === 'loan' || kind === 'discount') return null
  if (amount.comparator === 'at-most' || amount.comparator === 'range' || inDraft(item)) return 'limit'
  return kind === 'tax' ? 'deduction' : 'money'
}

/** True for what only a draft gives: nobody has it yet. */
function inDraft({ subject: { benefit, index } }: JudgedCase): boolean {
  return index.documents.get(benefit.source.document)?.status === 'draft'
}

function addLeaveDays(
  months: ReadonlyMap<string, Drafted>,
  { item, laid, calendar }: { item: JudgedCase; laid: ScheduledLeave; calendar: WorkdayCalendar },
): void {
  const { leave } = item.subject.benefit
  if (leave === null || laid.from === null || laid.to === null) return
  const days = new Map<string, number>()
  for (let day = laid.from; day < laid.to; day++) {
    const counts =
      leave.count === 'calendar-days' ||
      (leave.count === 'working-days' ? calendar.isWorkday(day) : !calendar.isStatutoryHoliday(day))
    if (counts) days.set(monthName(day), (days.get(monthName(day)) ?? 0) + 1)
  }
  for (const [month, count] of days) {
    months.get(month)?.leave.push({ ...entryOf(item), days: count, who: leave.who, yearly: false })
  }
}

function birthDays({ tables }: Place, { rows }: Situation): number[] {
  const table = tables.find(({ row }) => row === 'child')?.name ?? ''
  return (rows[table] ?? []).map((row) => row['child.birthDate']).filter((day) => typeof day === 'number')
}

function birthOf({ subject: { row, situation, benefit } }: JudgedCase): number | null {
  if (benefit.subject !== 'child' || row === null) return null
  const day = situation.rows[row.table]?.[row.index]?.['child.birthDate'] ?? null
  return typeof day === 'number' ? day : null
}

function entryOf({ subject: { benefit, row } }: JudgedCase): Entry {
  return { id: benefit.id, label: benefit.label, index: row?.index ?? null }
}

function monthStart(day: number): number {
  const { year, month } = civilOf(day)
  return dayNumberOf(year, month, 1)
}

function monthName(day: number): string {
  const { year, month } = civilOf(day)
  return `${year}-${String(month).padStart(2, '0')}`
}

function sum(entries: readonly MoneyEntry[]): number {
  return entries.reduce((total, { fen }) => total + fen, 0)
}
