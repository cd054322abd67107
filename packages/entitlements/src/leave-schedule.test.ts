import { describe, expect, test } from 'vitest'
import type { CountMode } from './place.ts'
import { ask, askOne } from './testing/ask.ts'
import type { BenefitSketch } from './testing/make-place.ts'
import { makePlace } from './testing/make-place.ts'

const segment = (
  id: string,
  order: number,
  { days, ...rest }: { days: string } & Partial<BenefitSketch>,
): BenefitSketch => ({
  id,
  kind: 'leave',
  judgedOn: 'child.birthDate',
  amount: { value: days, unit: 'day', per: 'birth' },
  leave: { order },
  ...rest,
})

const leavePlace = (count: CountMode) =>
  makePlace({
    facts: {
      'mother.employed': { type: 'boolean' },
      'child.birthDate': { type: 'date' },
      'child.delivery': { type: 'code' },
      'child.babiesInBirth': { type: 'number' },
    },
    benefits: [
      segment('province', 40, { days: '60', leave: { order: 40, count } }),
      segment('base', 10, {
        days: '98',
        leave: { order: 10, count, starts: 'addDays(child.birthDate, -15)' },
        when: { employed: 'mother.employed' },
      }),
      segment('difficult', 20, {
        days: '15',
        leave: { order: 20, count },
        when: { difficult: 'child.delivery = "difficult"' },
      }),
      segment('twins', 30, {
        days: '15 * (child.babiesInBirth - 1)',
        leave: { order: 30, count },
        when: { twins: 'child.babiesInBirth >= 2' },
      }),
      segment('consent', 90, { days: '30', force: 'by-consent', leave: { order: 15, count } }),
      segment('father', 10, {
        days: '15',
        leave: { chain: 'paternity', count, who: 'father', starts: 'child.birthDate' },
      }),
      {
        id: 'yearly',
        kind: 'leave',
        when: { small: 'child.birthDate <= on and ageInYears(child.birthDate, on) < 3' },
        amount: { value: '10', unit: 'day', per: 'year' },
        leave: { chain: 'childcare', count },
      },
    ],
  })

const household = (child: object) => ({ mother: { employed: true }, children: [child] })
const known = { birthDate: '2025-03-16', delivery: 'natural', babiesInBirth: 1 }
const daysOf = (place: ReturnType<typeof leavePlace>, input: unknown, id: string) => {
  const { from, to, lastDay, status } = askOne(place, input, { id, on: '2025-03-01' })
  return [status, from, to, lastDay]
}

describe('a chain of leave', () => {
  const place = leavePlace('calendar-days')

  test('runs without a gap from its first day, in its order', () => {
    expect(daysOf(place, household(known), 'base')).toEqual(['eligible', '2025-03-01', '2025-06-07', '2025-06-06'])
    expect(daysOf(place, household(known), 'province')).toEqual(['eligible', '2025-06-07', '2025-08-06', '2025-08-05'])
    const hard = household({ ...known, delivery: 'difficult', babiesInBirth: 3 })
    expect(daysOf(place, hard, 'difficult')).toEqual(['eligible', '2025-06-07', '2025-06-22', '2025-06-21'])
    expect(daysOf(place, hard, 'twins')).toEqual(['eligible', '2025-06-22', '2025-07-22', '2025-07-21'])
    expect(daysOf(place, hard, 'province')[1]).toBe('2025-07-22')
  })

  test('days an employer may grant come after the rights and move none of them', () => {
    expect(daysOf(place, household(known), 'consent')).toEqual(['eligible', '2025-08-06', '2025-09-05', '2025-09-04'])
  })

  test('another chain begins on its own day', () => {
    expect(daysOf(place, household(known), 'father')).toEqual(['eligible', '2025-03-16', '2025-03-31', '2025-03-30'])
  })

  test('leave by the year has the days of its condition, not of a chain', () => {
    expect(daysOf(place, household(known), 'yearly').slice(0, 2)).toEqual(['ineligible', null])
    const answer = askOne(place, household(known), { id: 'yearly', on: '2026-01-01' })
    expect([answer.from, answer.to, answer.amountText.zh]).toEqual(['2025-03-16', '2028-03-16', '每年 10 天'])
  })

  test('while an earlier part is not settled, the later days say that they may move', () => {
    const answer = askOne(place, household({ birthDate: '2025-03-16', babiesInBirth: 1 }), {
      id: 'province',
      on: '2025-03-01',
    })
    expect(answer.from).toBe('2025-06-07')
    expect(answer.note?.zh).toContain('日期会顺延')
    expect(askOne(place, household(known), { id: 'province', on: '2025-03-01' }).note).toBeNull()
  })

  test('without a birth date there are no days', () => {
    const answer = askOne(place, household({}), { id: 'base', on: '2025-03-01' })
    expect([answer.from, answer.to]).toEqual([null, null])
  })

  test('the reason gives first and last day', () => {
    expect(askOne(place, household(known), { id: 'base', on: '2025-03-01' }).reason.zh).toContain(
      '可以休：98 天。从 2025年3月1日 到 2025年6月6日。',
    )
  })
})

describe('counting', () => {
  test('statutory holidays in between make the leave longer, weekends do not', () => {
    const place = leavePlace('except-statutory-holidays')
    const child = { ...known, birthDate: '2025-07-16' }
    // 98 days from 1 July end on 6 October; its first three days of October do not count, so it ends on the 9th.
    expect(daysOf(place, household(child), 'base')).toEqual(['eligible', '2025-07-01', '2025-10-10', '2025-10-09'])
    expect(daysOf(place, household(child), 'province')[1]).toBe('2025-10-10')
  })

  test('working days skip weekends', () => {
    const place = leavePlace('working-days')
    expect(daysOf(place, household(known), 'father')).toEqual(['eligible', '2025-03-16', '2025-04-05', '2025-04-04'])
  })

  test('past the published calendar the last day is left open, and says why', () => {
    const place = leavePlace('except-statutory-holidays')
    const child = { ...known, birthDate: '2026-11-16' }
    const base = askOne(place, household(child), { id: 'base', on: '2026-11-01' })
    expect([base.status, base.from, base.to, base.lastDay]).toEqual(['eligible', '2026-11-01', null, null])
    expect(base.note?.zh).toContain('2027 年的放假安排不在日历里')
    expect(base.reason.zh).toContain('从 2026年11月1日 开始。')
    expect(daysOf(place, household(child), 'province').slice(1)).toEqual([null, null, null])
  })

  test('a way of counting that was not confirmed is said', () => {
    const place = makePlace({
      facts: { 'child.birthDate': { type: 'date' } },
      benefits: [
        segment('base', 10, { days: '98', leave: { starts: 'child.birthDate', countConfidence: 'unconfirmed' } }),
      ],
    })
    expect(ask(place, { children: [{ birthDate: '2025-01-01' }] }, '2025-01-01')[0]?.note?.zh).toContain(
      '节假日算不算在内还没有核实',
    )
  })
})

test('of leave of one month to three, which the employer settles, only the first day is told', () => {
  const place = makePlace({
    facts: { 'child.birthDate': { type: 'date' } },
    benefits: [
      segment('base', 10, { days: '98', leave: { order: 10, starts: 'child.birthDate' } }),
      segment('consent', 90, {
        days: '1',
        force: 'by-consent',
        amount: { value: '1', to: '3', unit: 'month', per: 'birth', comparator: 'range' },
      }),
    ],
  })
  const answer = askOne(place, { children: [{ birthDate: '2026-03-01' }] }, { id: 'consent', on: '2026-03-01' })
  expect(answer).toMatchObject({ from: '2026-06-07', to: null, lastDay: null })
  expect(answer.reason.zh).toContain('从 2026年6月7日 开始')
})

test('days laid out are no surer than the way they are counted', () => {
  const place = makePlace({
    facts: { 'child.birthDate': { type: 'date' } },
    benefits: [
      segment('base', 10, {
        days: '98',
        leave: { order: 10, countConfidence: 'unconfirmed', starts: 'child.birthDate' },
      }),
    ],
  })
  const confidenceOf = (children: readonly object[]) =>
    askOne(place, { children }, { id: 'base', on: '2026-03-01' }).source.confidence
  expect(confidenceOf([{ birthDate: '2026-03-01' }])).toBe('unconfirmed')
  expect(confidenceOf([{}])).toBe('confirmed')
})

test('leave begins on the day told; while it is not, on the earliest day, and says so', () => {
  const place = makePlace({
    facts: { 'child.birthDate': { type: 'date' }, 'child.leaveStart': { type: 'date', ask: 'volunteer' } },
    benefits: [
      segment('base', 10, {
        days: '98',
        leave: { order: 10, starts: 'addDays(child.birthDate, -15)', startsFact: 'child.leaveStart' },
      }),
      segment('province', 40, { days: '60', leave: { order: 40 } }),
    ],
  })
  const answer = (id: string, child: object) =>
    askOne(place, { children: [{ birthDate: '2026-03-16', ...child }] }, { id, on: '2026-03-01' })
  expect(answer('base', {})).toMatchObject({ from: '2026-03-01', lastDay: '2026-06-06', missing: [] })
  expect(answer('province', {}).note?.zh).toContain('按最早的日子算')
  const told = { leaveStart: '2026-03-10' }
  expect(answer('base', told)).toMatchObject({ from: '2026-03-10', lastDay: '2026-06-15', note: null })
  expect(answer('province', told)).toMatchObject({ from: '2026-06-16', note: null })
})
