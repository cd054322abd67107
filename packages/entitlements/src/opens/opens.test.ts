import { getDay } from '@junheng/kernel'
import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place, Schedule, Stops } from '../place.ts'
import { calendar, day, situationOf } from '../testing/ask.ts'
import { both, makePlace } from '../testing/make-place.ts'
import { firstDayEnded } from './first-day-ended.ts'
import { opens, type Opening, type StopEvent } from './opens.ts'

const schedule: Schedule = {
  id: 'vaccines',
  kind: 'vaccine',
  label: both('疫苗', 'vaccines'),
  source: { document: 'plan', clause: '一' },
  confidence: 'confirmed',
  stops: { death: 'at-once', movedAway: 'never' },
  steps: [
    {
      id: 'first',
      label: both('一', '1'),
      from: { count: 1, unit: 'months' },
      before: { count: 3, unit: 'months' },
      after: null,
      note: null,
    },
    {
      id: 'second',
      label: both('二', '2'),
      from: { count: 2, unit: 'months' },
      before: null,
      after: { step: 'first', span: { count: 40, unit: 'days' } },
      note: null,
    },
  ],
}

function placeWith(stops: Stops | null): Place {
  const place = makePlace({
    facts: { 'child.birthDate': { type: 'date' }, 'household.lowIncome': { type: 'boolean' } },
    benefits: [
      {
        id: 'subsidy',
        subject: 'child',
        kind: 'cash-periodic',
        when: { young: 'ageInYears(child.birthDate, on) < 3 and child.birthDate <= on' },
        amount: { value: '360000', unit: 'CNY', per: 'year' },
        stops,
      },
      { id: 'aid', subject: 'household', when: { poor: 'household.lowIncome' } },
      { id: 'large-family', subject: 'household', when: { two: 'count(children[child.birthDate <= on]) >= 2' } },
      { id: 'promise', subject: 'child', force: 'explored' },
    ],
  })
  return { ...place, schedules: [schedule] }
}

const family = { household: { lowIncome: true }, children: [{ birthDate: '2021-05-01' }, { birthDate: '2024-01-31' }] }

function opened(stops: Stops | null, events: readonly StopEvent[] = []): readonly Opening[] {
  const place = placeWith(stops)
  return opens({ place, situation: situationOf(place, family), child: 1, calendar, stops: events })
}

const days = (openings: readonly Opening[]) =>
  openings.map(({ id, from, to, ended }) => [id, from, to, ended?.by ?? null])

describe('what a birth opens', () => {
  it('is what the household would not have without the child, and its schedule', () => {
    expect(days(opened(null))).toEqual([
      ['subsidy', '2024-01-31', '2027-01-31', null],
      ['large-family', '2024-01-31', null, null],
      ['first', '2024-03-01', '2024-05-01', null],
      ['second', '2024-04-10', null, null],
    ])
    expect(opened(null)[0]).toMatchObject({ amountFen: 360_000, status: 'eligible', source: { document: 'plan' } })
  })

  it('ends at a death or a move by the rule of each, and says where there is none', () => {
    const death: StopEvent = { kind: 'death', on: getDay('2024-03-15') }
    const moved: StopEvent = { kind: 'moved-away', on: getDay('2024-03-15') }
    expect(days(opened({ death: 'month-after', movedAway: null }, [death]))).toEqual([
      ['subsidy', '2024-01-31', '2024-04-01', 'death'],
      ['large-family', '2024-01-31', null, null],
      ['first', '2024-03-01', '2024-03-16', 'death'],
    ])
    expect(opened(null, [death]).map(({ id, unsettled }) => [id, unsettled])).toEqual([
      ['subsidy', 'death'],
      ['large-family', 'death'],
      ['first', null],
    ])
    expect(days(opened({ death: null, movedAway: 'year-after' }, [moved]))[0]).toEqual([
      'subsidy',
      '2024-01-31',
      '2025-01-01',
      'moved-away',
    ])
    expect(days(opened({ death: null, movedAway: 'never' }, [moved]))[0]).toEqual([
      'subsidy',
      '2024-01-31',
      '2027-01-31',
      null,
    ])
  })

  it('is not asked for a birth whose day nobody knows', () => {
    const place = placeWith(null)
    const situation = situationOf(place, { children: [{}] })
    expect(() => opens({ place, situation, child: 0, calendar })).toThrow(
      expect.objectContaining({ code: 'no-birth-date' }) as Error,
    )
  })

  it('never reaches past the end an event sets, and is never longer than without it', () => {
    const rule = constantFrom('at-once' as const, 'month-after' as const, 'year-after' as const)
    assert(
      property(rule, integer({ min: 0, max: 1500 }), (ends, after) => {
        const on = day('2024-01-31') + after
        const event: StopEvent = { kind: 'death', on: getDay(new Date(on * 86_400_000).toISOString().slice(0, 10)) }
        const [subsidy] = opened({ death: ends, movedAway: null }, [event]).filter(({ id }) => id === 'subsidy')
        const end = Math.min(day('2027-01-31'), firstDayEnded(ends, on))
        expect(day(subsidy?.to ?? '')).toBe(end)
      }),
      { numRuns: 50 },
    )
  })
})
