import { getDay } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { moneyDue } from './money-due.ts'
import type { StopEvent } from './opens/opens.ts'
import type { Stops } from './place.ts'
import { calendar, day, situationOf } from './testing/ask.ts'
import { makePlace } from './testing/make-place.ts'

function placeWith(stops: Stops | null) {
  return makePlace({
    facts: { 'child.birthDate': { type: 'date' }, 'child.birthOrder': { type: 'number' } },
    benefits: [
      {
        id: 'subsidy',
        subject: 'child',
        kind: 'cash-periodic',
        when: { young: 'ageInYears(child.birthDate, on) < 3 and child.birthDate <= on' },
        amount: { value: '360000', unit: 'CNY', per: 'year' },
        stops,
      },
      {
        id: 'monthly',
        subject: 'child',
        kind: 'cash-periodic',
        when: { young: 'ageInYears(child.birthDate, on) < 1 and child.birthDate <= on' },
        amount: { value: '1000', unit: 'CNY', per: 'month' },
        stops,
      },
      {
        id: 'aid',
        subject: 'child',
        when: { later: 'child.birthOrder >= 2' },
        from: 'child.birthDate',
        amount: { value: '50000', unit: 'CNY', per: 'birth' },
        oncePerBirth: true,
      },
      { id: 'always', subject: 'child', kind: 'cash-periodic', amount: { value: '700', unit: 'CNY', per: 'month' } },
      {
        id: 'capped',
        subject: 'child',
        amount: { value: '50000', unit: 'CNY', per: 'once', comparator: 'at-most' },
      },
    ],
  })
}

interface Case {
  readonly benefit?: string
  readonly on?: string
  readonly stops?: readonly StopEvent[]
  readonly rules?: Stops | null
  readonly children?: readonly object[]
  readonly index?: number
}

const born = { birthDate: '2024-01-31', birthOrder: 2 }

function due({ benefit = 'subsidy', on = '2030-01-01', stops = [], rules = null, children = [born], index = 0 }: Case) {
  const place = placeWith(rules)
  const situation = situationOf(place, { children })
  return moneyDue({ place, situation, benefit, index, on: day(on), since: day('2024-06-15'), stops, calendar })
}

const amounts = (asked: Case) => due(asked)?.due.map(({ period, on, fen }) => [period, on, fen])

describe('money due', () => {
  it('falls due year by year, month by month or once, up to the day asked for', () => {
    expect(amounts({})).toEqual([
      ['2024', '2024-01-31', 360_000],
      ['2025', '2025-01-31', 360_000],
      ['2026', '2026-01-31', 360_000],
    ])
    expect(amounts({ on: '2025-01-30' })).toEqual([['2024', '2024-01-31', 360_000]])
    expect(amounts({ benefit: 'monthly', on: '2024-03-01' })).toEqual([
      ['2024-01', '2024-01-31', 1000],
      ['2024-02', '2024-02-01', 1000],
      ['2024-03', '2024-03-01', 1000],
    ])
    expect(amounts({ benefit: 'aid' })).toEqual([['once', '2024-01-31', 50_000]])
  })

  it('is nothing before the birth, nothing where a fact is missing, and no amount where only a limit is named', () => {
    expect(amounts({ benefit: 'aid', on: '2024-01-30' })).toEqual([])
    const unknown = due({ benefit: 'aid', children: [{ birthDate: '2024-01-31' }] })
    expect(unknown).toMatchObject({
      due: [],
      answer: { status: 'incomplete', missing: [{ fact: 'child.birthOrder' }] },
    })
    expect(due({ benefit: 'capped' })).toMatchObject({ due: [], answer: { amountFen: 50_000 } })
  })

  it('begins on the day it is claimed where the right has no first day of its own', () => {
    expect(amounts({ benefit: 'always', on: '2024-08-01' })).toEqual([
      ['2024-06', '2024-06-15', 700],
      ['2024-07', '2024-07-01', 700],
      ['2024-08', '2024-08-01', 700],
    ])
  })

  it('is not there for the second baby of a birth that is paid once, nor for a benefit of another place', () => {
    const twins = [born, { birthDate: '2024-01-31', birthOrder: 3 }]
    expect(due({ benefit: 'aid', children: twins, index: 1 })).toBeUndefined()
    expect(due({ benefit: 'nothing' })).toBeUndefined()
  })

  it('ends after a death or a move by the rule, goes on where the rule says never, and is left to people where none says', () => {
    const death: StopEvent = { kind: 'death', on: getDay('2025-01-31') }
    expect(
      amounts({ stops: [death], rules: { death: 'at-once', movedAway: null } })?.map(([period]) => period),
    ).toEqual(['2024', '2025'])
    expect(amounts({ stops: [death], rules: { death: 'never', movedAway: null } })).toHaveLength(3)
    const moved: StopEvent = { kind: 'moved-away', on: getDay('2024-02-10') }
    const asked = { benefit: 'monthly', stops: [moved] }
    const monthAfter = amounts({ ...asked, rules: { death: null, movedAway: 'month-after' } })
    expect(monthAfter?.map(([period]) => period)).toEqual(['2024-01', '2024-02'])
    expect(due(asked)).toMatchObject({ due: [{ period: '2024-01' }, { period: '2024-02' }], unsettled: moved })
    expect(due({ benefit: 'aid', stops: [moved] })).toMatchObject({ due: [{ fen: 50_000 }], unsettled: null })
  })
})
