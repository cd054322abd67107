import { dayNumberOf } from '@junheng/kernel'
import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { familyEnvironment, parsed, type Family } from './testing/family.ts'
import type { Value } from './types.ts'

function valueOf(text: string, family: Family = {}): Value {
  return evaluate(parsed(text, family.child === undefined ? null : 'children'), familyEnvironment(family))
}

describe('a missing fact decides only what it must', () => {
  const unknown = 'household.lowIncome'
  test.each<[string, Value]>([
    [`false and ${unknown}`, false],
    [`${unknown} and false`, false],
    [`true and ${unknown}`, null],
    [`true or ${unknown}`, true],
    [`${unknown} or true`, true],
    [`false or ${unknown}`, null],
    [`not(${unknown})`, null],
    ['household.rooms = household.rooms', null],
    ['household.rooms != 3', null],
    ['not(户籍地 = 421202)', null],
    ['household.rooms < 3', null],
    ['household.rooms + 1', null],
    ['household.rooms * 0', null],
    ['-household.rooms', null],
    ['min(1, household.rooms)', null],
    ['household.rooms between 1 and 3', null],
    ['0 between 1 and household.rooms', false],
    ['household.rooms in (1, 2)', null],
    ['1 in (household.rooms, 1)', true],
    ['1 in (household.rooms, 2)', null],
    ['5 in ([1..household.rooms])', null],
    ['0 in ([1..household.rooms])', false],
    [`if ${unknown} then 1 else 2`, null],
    ['if true then 1 else household.rooms', 1],
    ['ageInYears(mother.birthDate, on)', null],
    ['within(户籍地, here)', null],
    ['home.contractPrice / share', null],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toBe(value)
  })
})

describe('arithmetic', () => {
  test('a product with a decimal constant is rounded once', () => {
    // 0.7 × 3 is 2.0999999999999996 in doubles; 3 × 7 / 10 is 2.1.
    expect(valueOf('household.rooms * 0.7', { facts: { 'household.rooms': 3 } })).toBe(2.1)
    expect(valueOf('0.7 * household.rooms', { facts: { 'household.rooms': 3 } })).toBe(2.1)
    expect(valueOf('household.rooms / 0.7', { facts: { 'household.rooms': 2.1 } })).toBe(21 / 7)
    expect(valueOf('home.contractPrice * 0.8', { facts: { 'home.contractPrice': 123_456_789 } })).toBe(
      (123_456_789 * 4) / 5,
    )
  })

  test('a decimal parameter counts as exactly as a decimal constant', () => {
    expect(valueOf('household.rooms * share', { facts: { 'household.rooms': 3 }, parameters: { share: 0.7 } })).toBe(
      2.1,
    )
  })

  test('division by a parameter that is zero is not known rather than infinite', () => {
    expect(valueOf('1 / share', { parameters: { share: 0 } })).toBeNull()
  })

  test.each<[string, Value]>([
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['abs(-1.5)', 1.5],
    ['min(3, 1, 2)', 1],
    ['max(date("2024-01-01"), date("2023-01-01")) = date("2024-01-01")', true],
    ['round half up(2.5, 0)', 3],
    ['-0 = 0', true],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toBe(value)
  })
})

describe('dates', () => {
  const born = dayNumberOf(2020, 2, 29)
  const onDay = (year: number, month: number, day: number): Family => ({
    child: 0,
    children: [{ 'child.birthDate': born }],
    on: dayNumberOf(year, month, day),
  })

  test('born on the leap day, three years are complete on 1 March', () => {
    expect(valueOf('ageInYears(child.birthDate, on) < 3', onDay(2023, 2, 28))).toBe(true)
    expect(valueOf('ageInYears(child.birthDate, on) < 3', onDay(2023, 3, 1))).toBe(false)
    expect(valueOf('addYears(child.birthDate, 3) = on', onDay(2023, 3, 1))).toBe(true)
  })

  test.each<[string, Value]>([
    ['ageInMonths(child.birthDate, on)', 48],
    ['monthsBetween(child.birthDate, on)', 48],
    ['daysBetween(child.birthDate, on)', 1461],
    ['addDays(child.birthDate, 1461) = on', true],
    ['addMonths(child.birthDate, 12) = date("2021-03-01")', true],
    ['yearOf(on)', 2024],
    ['monthOf(on)', 2],
    ['ageInYears(on, child.birthDate)', -4],
  ])('%s', (text, value) => {
    expect(valueOf(text, onDay(2024, 2, 29))).toBe(value)
  })
})

describe('rows', () => {
  const children = [
    { 'child.birthOrder': 1, 'child.nursery.enrolled': false, 'child.fee': 10_000 },
    { 'child.birthOrder': 2, 'child.nursery.enrolled': true, 'child.fee': null },
    { 'child.birthOrder': null, 'child.nursery.enrolled': true, 'child.fee': 5_000 },
  ]
  test.each<[string, Value]>([
    ['count(children)', 3],
    ['count(children[child.nursery.enrolled])', 2],
    ['count(children[child.birthOrder >= 2])', null],
    ['some child in children satisfies child.birthOrder = 2', true],
    ['some child in children satisfies child.birthOrder = 3', null],
    ['every child in children satisfies child.birthOrder >= 1', null],
    ['every child in children satisfies child.birthOrder = 1', false],
    ['sum(children.fee)', null],
    ['sum(children[not(child.nursery.enrolled)].fee)', 10_000],
    ['sum(children[child.birthOrder >= 2].fee)', null],
    ['count(members)', null],
    ['some member in members satisfies member.poor', null],
    ['sum(children[false].fee)', 0],
  ])('%s', (text, value) => {
    expect(valueOf(text, { children })).toBe(value)
  })

  test('no rows: some is false, every is true, sums are nothing', () => {
    expect(valueOf('some child in children satisfies child.nursery.enrolled', { children: [] })).toBe(false)
    expect(valueOf('every child in children satisfies child.nursery.enrolled', { children: [] })).toBe(true)
    expect(valueOf('sum(children.fee)', { children: [] })).toBe(0)
  })

  test('an expression for one row reads that row, and goes through all of them beside', () => {
    expect(
      valueOf('child.birthOrder = 2 and count(children[child.nursery.enrolled]) = 2', { children, child: 1 }),
    ).toBe(true)
  })
})

test('within takes a county as lying in its province, and the nation as holding all', () => {
  const facts = { 'household.registrationRegion': 421_202 }
  expect(valueOf('within(户籍地, here)', { facts, here: 420_000 })).toBe(true)
  expect(valueOf('within(户籍地, here)', { facts, here: 421_221 })).toBe(false)
  expect(valueOf('within(户籍地, 000000)', { facts })).toBe(true)
})
