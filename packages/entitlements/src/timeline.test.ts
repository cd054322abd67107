import { describe, expect, test } from 'vitest'
import { calendar, situationOf } from './testing/ask.ts'
import { makePlace } from './testing/make-place.ts'
import { samplePlace } from './testing/sample-place.ts'
import { timeline } from './timeline.ts'
import type { Timeline } from './timeline.ts'

const place = makePlace({
  facts: {
    'child.birthDate': { type: 'date' },
    'child.birthOrder': { type: 'number' },
    'mother.pregnancyLossDate': { type: 'date', ask: 'volunteer' },
  },
  benefits: [
    {
      id: 'monthly',
      from: 'child.birthDate',
      to: 'addYears(child.birthDate, 3)',
      amount: { value: '300 * money', per: 'month' },
    },
    {
      id: 'semester',
      from: 'child.birthDate',
      to: 'addYears(child.birthDate, 1)',
      amount: { value: '500 * money', per: 'semester' },
    },
    {
      id: 'yearly',
      from: 'child.birthDate',
      to: 'addYears(child.birthDate, 3)',
      amount: { value: '3600 * money', per: 'year' },
    },
    { id: 'once', judgedOn: 'child.birthDate', amount: { value: '500 * money', per: 'birth' } },
    { id: 'wish', force: 'encouraged', amount: { value: '9999 * money' } },
    { id: 'limit', amount: { value: '9999 * money', comparator: 'at-most' } },
    {
      id: 'deduction',
      kind: 'tax',
      from: 'child.birthDate',
      to: 'addYears(child.birthDate, 3)',
      amount: { value: '2000 * money', per: 'month' },
    },
    { id: 'later', when: { second: 'child.birthOrder >= 2' }, amount: { value: '1 * money' } },
    { id: 'loss', subject: 'mother', when: { lost: 'mother.pregnancyLossDate <= on' }, amount: { value: '1 * money' } },
    {
      id: 'leave',
      kind: 'leave',
      judgedOn: 'child.birthDate',
      amount: { value: '98', unit: 'day', per: 'birth' },
      leave: { starts: 'child.birthDate', count: 'except-statutory-holidays' },
    },
    {
      id: 'childcare-leave',
      kind: 'leave',
      from: 'child.birthDate',
      to: 'addYears(child.birthDate, 3)',
      amount: { value: '10', unit: 'day', per: 'year' },
      leave: { chain: 'childcare', who: 'each-parent' },
    },
  ],
  parameters: { money: { type: 'money', values: [['2000-01-01', 100]] } },
})

const of = (input: unknown): Timeline => timeline({ place, situation: situationOf(place, input), calendar })
const one = of({ children: [{ birthDate: '2025-08-20' }] })
const paid = (line: Timeline, id: string) =>
  line.months.filter(({ money }) => money.some((entry) => entry.id === id)).map(({ month }) => month)

describe('the timeline', () => {
  test('runs from 280 days before the birth to the sixth birthday', () => {
    expect(one.months[0]?.month).toBe('2024-11')
    expect(one.months.at(-1)?.month).toBe('2031-08')
    const two = of({ children: [{ birthDate: '2025-08-20' }, { birthDate: '2028-01-31' }] })
    expect([two.months[0]?.month, two.months.at(-1)?.month]).toEqual(['2024-11', '2034-01'])
  })

  test('monthly money is due 36 times in three years', () => {
    const months = paid(one, 'monthly')
    expect([months.length, months[0], months.at(-1)]).toEqual([36, '2025-08', '2028-07'])
  })

  test('semesters stand in March and September, years on their day, single payments first', () => {
    expect(paid(one, 'semester')).toEqual(['2025-09', '2026-03'])
    expect(paid(one, 'yearly')).toEqual(['2025-08', '2026-08', '2027-08'])
    expect(paid(one, 'once')).toEqual(['2025-08'])
  })

  test('only rights of a known amount are added', () => {
    expect(one.totalFen).toBe((36 * 300 + 2 * 500 + 3 * 3600 + 500) * 100)
    expect(one.months.reduce((sum, { moneyFen }) => sum + moneyFen, 0)).toBe(one.totalFen)
    expect(one.notAdded.map(({ id }) => id)).toEqual(['limit'])
    expect(one.months.flatMap(({ deductions }) => deductions)).toHaveLength(36)
  })

  test('what cannot be decided is named, unless it hangs on a loss', () => {
    expect(one.undecided.map(({ id }) => id)).toEqual(['later'])
  })

  test('leave counts its own days in each month', () => {
    const days = one.months.flatMap(({ month, leave }) =>
      leave.filter(({ id }) => id === 'leave').map((entry) => [month, entry.days]),
    )
    // Three days of October are statutory holidays here and do not count.
    expect(days).toEqual([
      ['2025-08', 12],
      ['2025-09', 30],
      ['2025-10', 28],
      ['2025-11', 28],
    ])
    const yearly = one.months.flatMap(({ month, leave }) =>
      leave.filter((entry) => entry.yearly).map(({ who, days }) => [month, who, days]),
    )
    expect(yearly).toEqual([
      ['2025-08', 'each-parent', 10],
      ['2026-08', 'each-parent', 10],
      ['2027-08', 'each-parent', 10],
    ])
  })

  test('an amount that changes is paid as it is then', () => {
    const input = {
      children: [{ birthDate: '2025-05-01', birthOrder: 2, nursery: { enrolled: true, filed: true, region: 421_202 } }],
    }
    const line = timeline({ place: samplePlace, situation: situationOf(samplePlace, input), calendar })
    const aid = line.months.flatMap(({ month, money }) =>
      money.filter(({ id }) => id === 'nursery-enrolment-aid').map(({ fen }) => `${month} ${fen}`),
    )
    expect(aid).toEqual([
      '2025-09 50000',
      '2026-03 60000',
      '2026-09 60000',
      '2027-03 60000',
      '2027-09 60000',
      '2028-03 60000',
    ])
  })

  test('without a birth date there is none', () => {
    expect(of({})).toMatchObject({ months: [], totalFen: 0 })
  })

  test('what only a draft gives is neither added nor asked about', () => {
    const draft = place.documents.map((document) => ({ ...document, status: 'draft' as const }))
    const line = timeline({
      place: { ...place, documents: draft },
      situation: situationOf(place, { children: [{ birthDate: '2025-08-20' }] }),
      calendar,
    })
    expect(line.totalFen).toBe(0)
    expect(line.months.every(({ leave }) => leave.length === 0)).toBe(true)
    expect(line.notAdded.map(({ id }) => id)).toContain('monthly')
    expect(line.undecided).toEqual([])
  })
})
