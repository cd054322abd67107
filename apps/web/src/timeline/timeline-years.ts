import type { TimelineMonth } from '@junheng/entitlements'

export interface TimelineYear {
  /** Completed years of the child in it; -1 before its birth. */
  readonly age: number
  readonly months: readonly TimelineMonth[]
  readonly moneyFen: number
  /** Taken off taxable income. */
  readonly deductedFen: number
  readonly days: number
}

/** The months in groups by the age of the child born on `birth` (ISO day), each with its totals. */
export function yearsOf(months: readonly TimelineMonth[], birth: string): readonly TimelineYear[] {
  const groups = new Map<number, TimelineMonth[]>()
  for (const month of months) {
    const age = Math.floor(monthsBetween(birth.slice(0, 7), month.month) / 12)
    const key = Math.max(age, -1)
    groups.set(key, [...(groups.get(key) ?? []), month])
  }
  return [...groups].map(([age, inside]) => ({
    age,
    months: inside,
    moneyFen: inside.reduce((sum, month) => sum + month.moneyFen, 0),
    deductedFen: inside.flatMap((month) => month.deductions).reduce((sum, entry) => sum + entry.fen, 0),
    days: inside.reduce((sum, month) => sum + daysOf(month), 0),
  }))
}

/** Days off of a month, of everybody together. */
export function daysOf(month: TimelineMonth): number {
  return month.leave.reduce((sum, entry) => sum + entry.days, 0)
}

/** Whole months from one `2026-03` to another. */
export function monthsBetween(from: string, to: string): number {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return count(to) - count(from)
}
