import { addMonths, addYears, civilOf, dayNumberOf, monthOf } from '@junheng/kernel'
import type { JudgedCase } from './judged-case.ts'
import { stretchOn } from './stretches.ts'
import type { Stretch } from './stretches.ts'

export interface Payment {
  readonly day: number
  /** Fen for yuan, else in the benefit's unit. */
  readonly amount: number
}

/** A stretch of time that has no end, put within those looked at. */
export interface PaymentWindow {
  readonly first: number
  readonly end: number
  /** Where what has no first day of its own begins. */
  readonly birth: number
}

interface Run {
  readonly from: number
  readonly to: number
}

/**
 * The days on which a benefit falls due: each month it is due in (the month it ends in only if it also began in it), each
 * March and September for a semester, the first day and its anniversaries for a year, every day for a day, else the first day.
 */
export function paymentsOf({ subject, stretches }: JudgedCase, window: PaymentWindow): readonly Payment[] {
  const { amount } = subject.benefit
  if (amount === null) return []
  return runsOf(stretches, window).flatMap((run) => {
    const days = dueDays(amount.per, run)
    return days.flatMap((day) => {
      const { amount } = stretchOn(stretches, day)
      return amount === null || day < window.first || day >= window.end ? [] : [{ day, amount }]
    })
  })
}

/** Stretches in which it is given, those that touch taken together. */
function runsOf(stretches: readonly Stretch[], { first, end, birth }: PaymentWindow): readonly Run[] {
  const runs: Run[] = []
  for (const { from, to, status } of stretches) {
    if (status !== 'eligible') continue
    const run = { from: Math.max(from ?? birth, first), to: Math.min(to ?? end, end) }
    const last = runs.at(-1)
    if (last !== undefined && last.to === run.from) runs[runs.length - 1] = { from: last.from, to: run.to }
    else if (run.from < run.to) runs.push(run)
  }
  return runs
}

function dueDays(per: string, run: Run): readonly number[] {
  switch (per) {
    case 'month':
      return monthsOf(run).filter(
        (day, i) => i === 0 || day < monthStart(run.to - 1) || run.to === addMonths(monthStart(run.to - 1), 1),
      )
    case 'semester':
      return monthsOf(run).filter((day) => monthOf(day) === 3 || monthOf(day) === 9)
    case 'year': {
      const days: number[] = []
      for (let year = 0, day = run.from; day < run.to; day = addYears(run.from, ++year)) days.push(day)
      return days
    }
    case 'day':
      return Array.from({ length: run.to - run.from }, (_, i) => run.from + i)
    default:
      return [run.from]
  }
}

/** The first day of the run in each month it touches. */
function monthsOf({ from, to }: Run): readonly number[] {
  const days = [from]
  for (let day = addMonths(monthStart(from), 1); day < to; day = addMonths(day, 1)) days.push(day)
  return days
}

function monthStart(day: number): number {
  const { year, month } = civilOf(day)
  return dayNumberOf(year, month, 1)
}
