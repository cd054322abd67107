import chineseDays from 'chinese-days'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumberOf, yearOf } from './day-number.ts'
import { fromDayNumber, getDay, toDayNumber } from './day.ts'
import { DomainError } from './domain-error.ts'
import { addWorkdays, lastDayOfLeave } from './workdays.ts'
import { chineseWorkdays as calendar } from './workdays-cn.ts'

// oxlint-disable-next-line import/no-named-as-default-member -- the package is CommonJS and Node sees no names in it
const { isWorkday: libraryIsWorkday } = chineseDays
const n = (text: string) => toDayNumber(getDay(text))
const statutoryOf = (year: number) => {
  const first = dayNumberOf(year, 1, 1)
  const days = Array.from({ length: dayNumberOf(year + 1, 1, 1) - first }, (_, i) => first + i)
  return days.filter((day) => calendar.isStatutoryHoliday(day)).map(fromDayNumber)
}

describe('the Chinese calendar of working days', () => {
  test('knows shifted weekends and moved days of 2026', () => {
    expect(calendar.isWorkday(n('2026-01-04'))).toBe(true)
    expect(calendar.isWorkday(n('2026-02-14'))).toBe(true)
    expect(calendar.isWorkday(n('2026-02-23'))).toBe(false)
    expect(calendar.isWorkday(n('2026-03-02'))).toBe(true)
    expect(calendar.isWorkday(n('2026-03-01'))).toBe(false)
  })

  test('knows the 13 statutory days of 2025 and 2026, and 11 before', () => {
    expect(statutoryOf(2025)).toEqual([
      '2025-01-01',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-04-04',
      '2025-05-01',
      '2025-05-02',
      '2025-05-31',
      '2025-10-01',
      '2025-10-02',
      '2025-10-03',
      '2025-10-06',
    ])
    expect(statutoryOf(2026)).toHaveLength(13)
    expect(statutoryOf(2024)).toHaveLength(11)
    expect(statutoryOf(2024)).not.toContain('2024-02-09')
    expect(statutoryOf(2013)).toContain('2013-02-09')
  })

  test('nobody works on a statutory holiday, and its days are the library’s', () => {
    for (let day = dayNumberOf(calendar.firstYear, 1, 1); yearOf(day) <= calendar.lastYear; day++) {
      if (calendar.isStatutoryHoliday(day)) expect(calendar.isWorkday(day)).toBe(false)
      if (calendar.isWorkday(day) !== libraryIsWorkday(fromDayNumber(day))) expect.fail(fromDayNumber(day))
    }
  })

  test('says clearly which years are published when asked beyond them', () => {
    expect(calendar.lastYear).toBeGreaterThanOrEqual(2026)
    for (const year of [calendar.firstYear - 1, calendar.lastYear + 1]) {
      const ask = () => calendar.isWorkday(dayNumberOf(year, 6, 1))
      expect(ask).toThrow(DomainError)
      expect(ask).toThrow('calendar-not-published')
      expect(ask).toThrow(String(calendar.lastYear))
      expect(() => calendar.isStatutoryHoliday(dayNumberOf(year, 6, 1))).toThrow('calendar-not-published')
    }
  })
})

describe('counting days', () => {
  test('working days skip the Spring Festival', () => {
    expect(fromDayNumber(addWorkdays(calendar, n('2026-02-13'), 1))).toBe('2026-02-14')
    expect(fromDayNumber(addWorkdays(calendar, n('2026-02-14'), 1))).toBe('2026-02-24')
    expect(addWorkdays(calendar, n('2026-02-17'), 0)).toBe(n('2026-02-17'))
  })

  test('a leave ends later by each day that does not count', () => {
    const leave = { first: n('2026-09-28'), days: 10, calendar }
    expect(fromDayNumber(lastDayOfLeave({ ...leave, count: 'calendar-days' }))).toBe('2026-10-07')
    // 1, 2 and 3 October are statutory; the rest of the week off counts.
    expect(fromDayNumber(lastDayOfLeave({ ...leave, count: 'except-statutory-holidays' }))).toBe('2026-10-10')
    expect(fromDayNumber(lastDayOfLeave({ ...leave, count: 'working-days' }))).toBe('2026-10-15')
  })

  test('calendar days need no published year, the others do', () => {
    const leave = { first: dayNumberOf(calendar.lastYear, 12, 1), days: 60, calendar }
    expect(lastDayOfLeave({ ...leave, count: 'calendar-days' })).toBe(leave.first + 59)
    expect(() => lastDayOfLeave({ ...leave, count: 'working-days' })).toThrow('calendar-not-published')
  })

  test('a leave holds exactly its days, whichever way they count', () => {
    const first = fc.integer({ min: n('2010-01-01'), max: n('2025-06-30') })
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 188 }), (first, days) => {
        for (const count of ['except-statutory-holidays', 'working-days'] as const) {
          const last = lastDayOfLeave({ first, days, count, calendar })
          let counted = 0
          for (let day = first; day <= last; day++) {
            if (count === 'working-days' ? calendar.isWorkday(day) : !calendar.isStatutoryHoliday(day)) counted += 1
          }
          expect(counted).toBe(days)
          expect(last).toBeGreaterThanOrEqual(first + days - 1)
        }
      }),
    )
  })

  test('a number of days that is not one is refused', () => {
    for (const days of [0, -1, 1.5, Number.NaN]) {
      expect(() => lastDayOfLeave({ first: 0, days, count: 'calendar-days', calendar })).toThrow('not-a-number-of-days')
    }
  })
})
