import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  addYears,
  ageInMonths,
  ageInYears,
  civilOf,
  dayNumberOf,
  daysInMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from './day-number.ts'
import { fromDayNumber, getDay, parseDay, toDayNumber } from './day.ts'

const n = (text: string) => toDayNumber(getDay(text))
/** Years 1 to 9999. */
const day = fc.integer({ min: dayNumberOf(1, 1, 1), max: dayNumberOf(9999, 12, 31) })
const recent = fc.integer({ min: n('1900-01-01'), max: n('2150-12-31') })

describe('day numbers', () => {
  test('the epoch is day 0 and a Thursday', () => {
    expect(dayNumberOf(1970, 1, 1)).toBe(0)
    expect(weekdayOf(0)).toBe(4)
    expect(weekdayOf(-5)).toBe(6)
  })

  test('a day survives civil date, text and back, in order', () => {
    fc.assert(
      fc.property(day, (number) => {
        const { year, month, day } = civilOf(number)
        expect(dayNumberOf(year, month, day)).toBe(number)
        expect(toDayNumber(fromDayNumber(number))).toBe(number)
        expect([yearOf(number), monthOf(number)]).toEqual([year, month])
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month))
        if (number > dayNumberOf(1, 1, 1)) expect(fromDayNumber(number - 1) < fromDayNumber(number)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('agrees with the calendar of the runtime', () => {
    fc.assert(
      fc.property(recent, (number) => {
        const civil = new Date(number * 86_400_000)
        expect(fromDayNumber(number)).toBe(civil.toISOString().slice(0, 10))
        expect(weekdayOf(number)).toBe(civil.getUTCDay())
      }),
    )
  })

  test('impossible days are refused', () => {
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2023-13-01',
      '2023-04-31',
      '2023-00-10',
      '2023-1-1',
      '0000-01-01',
      '',
    ]) {
      expect(parseDay(text)).toBeUndefined()
      expect(() => getDay(text)).toThrow('not-a-day')
    }
    expect(parseDay('2000-02-29')).toBe('2000-02-29')
  })
})

describe('age in completed years and months', () => {
  test('a birthday on 29 February comes on 1 March of a common year', () => {
    expect(ageInYears(n('2024-02-29'), n('2027-02-28'))).toBe(2)
    expect(ageInYears(n('2024-02-29'), n('2027-03-01'))).toBe(3)
    expect(ageInYears(n('2024-02-29'), n('2028-02-28'))).toBe(3)
    expect(ageInYears(n('2024-02-29'), n('2028-02-29'))).toBe(4)
    expect(fromDayNumber(addYears(n('2024-02-29'), 3))).toBe('2027-03-01')
  })

  test('a month without the day ends with the first of the next', () => {
    expect(fromDayNumber(addMonths(n('2026-01-31'), 1))).toBe('2026-03-01')
    expect(ageInMonths(n('2026-01-31'), n('2026-02-28'))).toBe(0)
    expect(ageInMonths(n('2026-01-31'), n('2026-03-01'))).toBe(1)
    expect(fromDayNumber(addMonths(n('2026-03-15'), -13))).toBe('2025-02-15')
  })

  test('is 0 on the day of birth and negative before it', () => {
    expect(ageInYears(n('2026-03-02'), n('2026-03-02'))).toBe(0)
    expect(ageInYears(n('2026-03-02'), n('2026-03-01'))).toBe(-1)
    expect(ageInMonths(n('2026-03-02'), n('2025-03-01'))).toBe(-13)
  })

  test('addYears and addMonths give the first day of the age', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: 0, max: 120 }), (born, k) => {
        expect(ageInYears(born, addYears(born, k))).toBe(k)
        expect(ageInYears(born, addYears(born, k) - 1)).toBe(k - 1)
        expect(ageInMonths(born, addMonths(born, k))).toBe(k)
        expect(ageInMonths(born, addMonths(born, k) - 1)).toBe(k - 1)
      }),
      { numRuns: 1000 },
    )
  })

  test('never falls as days pass, and years are twelve months', () => {
    fc.assert(
      fc.property(recent, recent, (born, on) => {
        expect(ageInYears(born, on + 1)).toBeGreaterThanOrEqual(ageInYears(born, on))
        expect(ageInYears(born, on)).toBe(Math.floor(ageInMonths(born, on) / 12))
      }),
    )
  })
})
