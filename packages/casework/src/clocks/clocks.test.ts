import { getDay, toDayNumber } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { describe, expect, it } from 'vitest'
import type { Action } from '../actions/action.ts'
import { stateOf } from '../state/state-of.ts'
import { makeClock, makeItem, makeProcedure } from '../testing/make-procedure.ts'
import type { Clock } from '../procedure.ts'
import { clocksOf } from './clocks-of.ts'
import { dueDay } from './due-day.ts'
import { whatNow } from './what-now.ts'

const day = (text: string) => toDayNumber(getDay(text))
const calendar = chineseWorkdays
const police = { unit: 'police', person: 'p1' }
const parents = { unit: 'family', person: null }

function last(
  start: string,
  limit: number,
  unit: Clock['unit'],
  pauses: readonly (readonly [string, string | null])[] = [],
) {
  const stands = pauses.map(([from, to]) => ({ from: day(from), to: to === null ? null : day(to) }))
  const found = dueDay({ start: day(start), limit, unit, pauses: stands, calendar })
  return found.due === null ? null : day('1970-01-01') + found.due
}

describe('the last day of a term', () => {
  it('does not count its first day', () => {
    expect(last('2024-03-04', 1, 'working-days')).toBe(day('2024-03-05'))
    expect(last('2024-03-04', 1, 'days')).toBe(day('2024-03-05'))
  })

  it('skips the National Day holiday and counts the Sunday worked for it', () => {
    // 2024: 1–7 October off; Sunday 29 September and Saturday 12 October worked.
    expect(last('2024-09-27', 5, 'working-days')).toBe(day('2024-10-10'))
  })

  it('moves a last calendar day that is a holiday to the next working day', () => {
    expect(last('2024-09-01', 30, 'days')).toBe(day('2024-10-08'))
    expect(last('2024-09-01', 1, 'months')).toBe(day('2024-10-08'))
  })

  it('ends a month without that day on its own last day', () => {
    // 28 and 29 February 2024 were a Wednesday and a Thursday.
    expect(last('2024-01-31', 1, 'months')).toBe(day('2024-02-29'))
    expect(last('2023-01-31', 1, 'months')).toBe(day('2023-02-28'))
  })

  it('leaves out the days it stood still, and has no last day while it does', () => {
    expect(last('2024-03-04', 5, 'working-days', [['2024-03-05', '2024-03-12']])).toBe(day('2024-03-18'))
    expect(last('2024-03-04', 5, 'working-days', [['2024-03-05', null]])).toBeNull()
  })

  it('says the earliest day, and why no more, past the last year whose holidays are published', () => {
    const start = day(`${chineseWorkdays.lastYear}-12-30`)
    const found = dueDay({ start, limit: 10, unit: 'working-days', pauses: [], calendar })
    expect(found.due).toBeNull()
    expect(found.notBefore).toBeGreaterThan(start)
    expect(found.uncertain?.zh).toContain(`只公布到 ${chineseWorkdays.lastYear} 年`)
  })
})

const procedure = makeProcedure([
  makeItem('register', {
    shows: [{ id: 'booklet', label: { zh: '户口簿', en: 'household register' }, from: null, commitment: true }],
    clocks: [
      makeClock({ warnBefore: 2 }),
      makeClock({
        id: 'window',
        binds: 'family',
        limit: 1,
        unit: 'months',
        from: { kind: 'fact', fact: 'child.birthDate' },
        until: 'start',
        pauses: [],
        escalateTo: null,
      }),
    ],
  }),
  makeItem('card', {
    unit: 'insurance',
    needs: [{ kind: 'item', item: 'register', outcome: 'done' }],
    clocks: [makeClock({ limit: 2 })],
  }),
])

const opened: readonly Action[] = [
  {
    kind: 'open',
    version: null,
    id: '1',
    on: '2024-03-04',
    by: parents,
    facts: { 'child.birthDate': '2024-03-01', 'child.name': '安安' },
  },
  { kind: 'confirm', id: '2', on: '2024-03-04', by: parents, facts: {} },
]
const begun: readonly Action[] = [...opened, { kind: 'start', id: '3', on: '2024-03-05', by: police, item: 'register' }]
const asked: readonly Action[] = [
  ...begun,
  {
    kind: 'ask-for-more',
    id: '4',
    on: '2024-03-06',
    by: police,
    item: 'register',
    pause: 'supplement',
    words: '户口簿首页',
  },
]

function clocks(actions: readonly Action[], on: string) {
  return clocksOf(procedure, stateOf(procedure, actions), { calendar, on: day(on) })
}

describe('the clocks of a case', () => {
  it('run from when an item may begin; what waits has not started', () => {
    expect(
      clocks(begun, '2024-03-06').map(({ item, clock, state, due, workdaysLeft }) => [
        item,
        clock,
        state,
        due,
        workdaysLeft,
      ]),
    ).toEqual([
      ['register', 'answer', 'running', '2024-03-11', 3],
      ['register', 'window', 'met', '2024-04-01', null],
      ['card', 'answer', 'not-started', null, null],
    ])
  })

  it('warn, then are late and go to whoever is named', () => {
    expect(clocks(begun, '2024-03-07')[0]).toMatchObject({
      warned: true,
      late: false,
      escalatedTo: null,
      workdaysLeft: 2,
    })
    expect(clocks(begun, '2024-03-11')[0]).toMatchObject({ late: false, workdaysLeft: 0 })
    expect(clocks(begun, '2024-03-12')[0]).toMatchObject({
      state: 'missed',
      late: true,
      escalatedTo: 'health',
      workdaysLeft: -1,
    })
  })

  it('stand still while the family is asked', () => {
    expect(clocks(asked, '2024-03-20')[0]).toMatchObject({ state: 'paused', due: null, late: false })
    const brought: readonly Action[] = [
      ...asked,
      {
        kind: 'provide',
        id: '5',
        on: '2024-03-20',
        by: parents,
        item: 'register',
        facts: {},
        papers: { booklet: 'commitment' },
      },
    ]
    expect(clocks(brought, '2024-03-21')[0]).toMatchObject({ state: 'running', due: '2024-03-25' })
  })

  it('stay missed when the answer came too late', () => {
    const answered: readonly Action[] = [
      ...begun,
      {
        kind: 'answer',
        id: '6',
        on: '2024-03-13',
        by: police,
        item: 'register',
        result: 'done',
        outputs: {},
        ground: null,
        pause: null,
        words: null,
      },
    ]
    expect(clocks(answered, '2024-04-01')[0]).toMatchObject({
      state: 'missed',
      late: true,
      endedOn: '2024-03-13',
      escalatedTo: null,
    })
    expect(clocks(answered, '2024-04-01')[2]).toMatchObject({ startedOn: '2024-03-13', due: '2024-03-15' })
  })
})

describe('what now', () => {
  const now = (actions: readonly Action[], on: string) =>
    whatNow(procedure, stateOf(procedure, actions), { calendar, on: day(on) }).map(
      ({ item, who, what, until, names }) => [item, who, what, until, names],
    )

  it('asks the family to confirm, naming what it must still fill in', () => {
    expect(now(opened.slice(0, 1), '2024-03-04')).toEqual([[null, 'family', 'confirm', '2024-04-01', []]])
  })

  it('says who has it and until when, and what the family must show', () => {
    expect(now(begun, '2024-03-06')).toEqual([
      ['register', 'police', 'answer', '2024-03-11', []],
      ['register', 'family', 'show', null, ['booklet']],
    ])
    expect(now(asked, '2024-03-07')).toEqual([['register', 'family', 'bring', null, []]])
  })
})
