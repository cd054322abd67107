import { expect, it } from 'vitest'
import { daysOf, monthsBetween, yearsOf } from './timeline-years.ts'

const month = (name: string, fen = 0, days = 0) => ({
  month: name,
  money: [],
  moneyFen: fen,
  deductions: [],
  leave:
    days === 0
      ? []
      : [{ id: 'a', label: { zh: '产假', en: 'leave' }, index: 0, days, who: 'mother' as const, yearly: false }],
})

it('groups months by the age of the child, the pregnancy first', () => {
  const years = yearsOf(
    [month('2025-12', 100), month('2026-03', 200, 30), month('2027-02', 300), month('2027-03', 400)],
    '2026-03-02',
  )
  expect(years.map((year) => [year.age, year.months.length, year.moneyFen])).toEqual([
    [-1, 1, 100],
    [0, 2, 500],
    [1, 1, 400],
  ])
  expect(years[1]?.days).toBe(30)
})

it('has no years without months', () => {
  expect(yearsOf([], '2026-03-02')).toEqual([])
})

it('counts whole months and the days off of a month', () => {
  expect(monthsBetween('2025-11', '2026-02')).toBe(3)
  expect(daysOf(month('2026-03', 0, 12))).toBe(12)
})
