import { dayNumberOf } from '@junheng/kernel'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { householdEnvironment } from '../testing/household-environment.ts'
import { familyEnvironment, parsed, type Family } from '../testing/family.ts'
import { parseExpression } from '../parse-expression.ts'
import { RandomExpressions } from '../testing/random-expression.ts'
import { randomHouseholds } from '../testing/random-households.ts'
import { Random } from '../testing/random.ts'
import { fractionalFacts, testDictionary, testParameters } from '../testing/test-dictionary.ts'
import { breakpoints } from './breakpoints.ts'
import type { DayWindow } from './day-window.ts'

const born = dayNumberOf(2020, 2, 29)
const child: Family = { children: [{ 'child.birthDate': born }], child: 0 }

function days(text: string, family: Family, window?: DayWindow): readonly string[] {
  const expr = parsed(text, family.child === undefined ? null : 'children')
  return breakpoints(expr, familyEnvironment(family), window).map((day) =>
    new Date(day * 86_400_000).toISOString().slice(0, 10),
  )
}

describe('the days an answer may change', () => {
  test('the third birthday is among the few days of an age limit', () => {
    const listed = days('ageInYears(child.birthDate, on) < 3', child)
    expect(listed).toContain('2023-03-01')
    expect(listed.length).toBeLessThanOrEqual(4)
  })

  test('a literal date, and the day after it', () => {
    expect(days('on <= date("2025-12-31")', {})).toContain('2026-01-01')
    expect(days('on = date("2025-12-31")', {})).toEqual(expect.arrayContaining(['2025-12-31', '2026-01-01']))
  })

  test('a deadline some months after a birth', () => {
    expect(days('on < addMonths(child.birthDate, 3)', child)).toContain('2020-05-29')
    expect(days('daysBetween(child.birthDate, on) > 98', child)).toContain('2020-06-07')
  })

  test('all birthdays where the amount grows with age, within the window', () => {
    const window = { from: dayNumberOf(2024, 1, 1), to: dayNumberOf(2028, 1, 1) }
    expect(days('100 * ageInYears(child.birthDate, on)', child, window)).toEqual([
      '2024-02-29',
      '2025-03-01',
      '2026-03-01',
      '2027-03-01',
    ])
  })

  test('school years begin in September', () => {
    const window = { from: dayNumberOf(2024, 1, 1), to: dayNumberOf(2026, 1, 1) }
    expect(days('monthOf(on) >= 9', {}, window)).toEqual(
      expect.arrayContaining(['2024-09-01', '2025-01-01', '2025-09-01']),
    )
  })

  test('nothing changes while the fact is missing, however the rule reads', () => {
    const missing = { children: [{}], child: 0 }
    expect(days('ageInYears(child.birthDate, on) < 3', missing)).toEqual([])
    expect(days('ageInMonths(child.birthDate, on) in ([6..36))', missing)).toEqual([])
    expect(days('100 * ageInYears(child.birthDate, on)', missing)).toEqual([])
  })

  test('a rule that does not read the day never changes', () => {
    expect(days('child.birthDate > date("2020-01-01")', child)).toEqual([])
  })

  test('every row counts', () => {
    const children = [{ 'child.birthDate': born }, { 'child.birthDate': dayNumberOf(2022, 5, 1) }]
    const listed = days('count(children[ageInYears(child.birthDate, on) < 18])', { children })
    expect(listed).toEqual(expect.arrayContaining(['2038-03-01', '2040-05-01']))
  })

  test('a derived fact that reads the day shows, in a condition and in a sum', () => {
    const derived = {
      'child.minor': parsed('ageInYears(child.birthDate, on) < 18', 'children'),
      'child.nursery.days': parsed('ageInMonths(child.birthDate, on)', 'children'),
    }
    expect(days('child.minor', { ...child, derived })).toContain('2038-03-01')
    const listed = days('sum(children.nursery.days) > 24', { children: child.children ?? [], derived })
    expect(listed).toContain('2022-03-29')
  })
})

test('day by day, a value changes only on listed days', () => {
  const random = new Random(2026)
  const expressions = new RandomExpressions(random, testDictionary)
  const households = randomHouseholds(random, testDictionary, { count: 40, missing: 0.08, fractional: fractionalFacts })
  let changes = 0
  for (let count = 0; count < 1200; count++) {
    const row = random.pick([null, 'children'])
    const { expr } = parseExpression(expressions.any({ row }, random.whole(1, 4)), testDictionary, { scope: { row } })
    if (expr === null || !JSON.stringify(expr).includes('"on"')) continue
    const household = random.pick(households)
    if (row !== null && (household.rows[row]?.length ?? 0) === 0) continue
    const from = dayNumberOf(random.whole(1990, 2030), random.whole(1, 12), 1)
    const window = { from, to: from + 900 }
    const on = (day: number) =>
      householdEnvironment(household, {
        on: day,
        here: 421_202,
        row: row === null ? null : { table: row, index: 0 },
        parameters: testParameters,
      })
    const listed = new Set(breakpoints(expr, on(from), window))
    let before = evaluate(expr, on(from))
    for (let day = from + 1; day < window.to; day++) {
      const value = evaluate(expr, on(day))
      if (value !== before) {
        changes += 1
        if (!listed.has(day)) throw new Error(`${JSON.stringify(expr)} changes on ${day}, which is not listed`)
      }
      before = value
    }
  }
  expect(changes).toBeGreaterThan(1000)
})
