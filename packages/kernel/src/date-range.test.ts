import { expect, test } from 'vitest'
import { contains, intersection, isEmpty, overlaps } from './date-range.ts'
import { getDay } from './day.ts'

const range = (from: string | null, to: string | null) => ({
  from: from === null ? null : getDay(from),
  to: to === null ? null : getDay(to),
})

test('the first day belongs to a range and its end does not', () => {
  const march = range('2026-03-01', '2026-04-01')
  expect(contains(march, getDay('2026-03-01'))).toBe(true)
  expect(contains(march, getDay('2026-03-31'))).toBe(true)
  expect(contains(march, getDay('2026-04-01'))).toBe(false)
  expect(contains(range(null, null), getDay('0001-01-01'))).toBe(true)
})

test('ranges that only touch share no day', () => {
  expect(overlaps(range('2026-01-01', '2026-02-01'), range('2026-02-01', null))).toBe(false)
  expect(intersection(range(null, '2026-03-01'), range('2026-02-01', null))).toEqual(range('2026-02-01', '2026-03-01'))
  expect(isEmpty(range('2026-02-01', '2026-02-01'))).toBe(true)
})
