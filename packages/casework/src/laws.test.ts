import { assert, integer, property, shuffledSubarray, constantFrom, array, record, boolean } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from './actions/action.ts'
import { clocksOf } from './clocks/clocks-of.ts'
import { dueDay } from './clocks/due-day.ts'
import { decide } from './decide.ts'
import { checkProcedure } from './publish/check-procedure.ts'
import { stateOf } from './state/state-of.ts'
import { caseStatus, isEnded, isSettled, type CaseState } from './state/case-state.ts'
import { expression, makeClock, makeItem, makeProcedure } from './testing/make-procedure.ts'
import { anyMoves, walkCase, weekCalendar } from './testing/walk-case.ts'

const done = (item: string) => ({ kind: 'item', item, outcome: 'done' }) as const

/** A birth in small: two beginnings, a fork, a join, a condition, a produced fact, a path after a refusal. */
const procedure = makeProcedure([
  makeItem('certificate', {
    unit: 'hospital',
    awaits: 'open',
    starts: 'itself',
    produces: ['child.certificate'],
    when: expression('child.inHospital'),
    clocks: [makeClock()],
  }),
  makeItem('vaccination', { unit: 'health', awaits: 'open', starts: 'itself', stopsOn: ['death'] }),
  makeItem('register', { needs: [done('certificate')], stopsOn: ['death'], clocks: [makeClock({ limit: 3 })] }),
  makeItem('insurance', { unit: 'insurance', needs: [done('register')], starts: 'itself', stopsOn: ['death'] }),
  makeItem('card', {
    unit: 'insurance',
    needs: [done('register'), done('vaccination')],
    clocks: [makeClock({ unit: 'days' })],
  }),
  makeItem('review', { unit: 'health', needs: [{ kind: 'item', item: 'register', outcome: 'refused' }] }),
])
const firstDay = 19_800

const withoutLog = (state: CaseState) => ({ ...state, actions: [] })
const working = (day: number) => weekCalendar.isWorkday(day)

describe('laws of a case', () => {
  it('is about a procedure that may be published', () => {
    expect(checkProcedure(procedure)).toEqual([])
  })

  it('replays to the state it was decided in', () => {
    assert(
      property(anyMoves, (moves) => {
        const steps = walkCase(procedure, moves, firstDay)
        const accepted = steps.flatMap((step) => step.accepted)
        const last = steps.at(-1)?.after
        expect(stateOf(procedure, accepted)).toEqual(last)
        expect(stateOf(procedure, JSON.parse(JSON.stringify(accepted)) as Action[])).toEqual(last)
      }),
    )
  })

  it('never starts an item before all it needs is there', () => {
    assert(
      property(anyMoves, (moves) => {
        for (const { before, accepted } of walkCase(procedure, moves, firstDay)) {
          let state = before
          for (const action of accepted) {
            const needs =
              action.kind === 'start' ? procedure.items.find(({ id }) => id === action.item)?.needs : undefined
            for (const need of needs ?? []) {
              if (need.kind !== 'item') continue
              const status = state.items[need.item]?.status
              expect(need.outcome === 'refused' ? ['refused'] : ['done', 'not-needed']).toContain(status)
            }
            state = stateOf(procedure, [...state.actions, action])
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes the same action twice as once, and refuses its id for another', () => {
    assert(
      property(anyMoves, (moves) => {
        for (const { tried, accepted, after } of walkCase(procedure, moves, firstDay)) {
          if (accepted.length === 0) continue
          const day = { calendar: weekCalendar, now: firstDay + 1000 }
          const again = decide(after, tried, procedure, day)
          expect(again.ok && again.actions).toEqual([])
          expect(again.ok && again.state).toBe(after)
          const other = decide(after, { ...tried, by: { ...tried.by, person: 'another' } }, procedure, day)
          expect(other.ok ? 'taken' : other.problems[0]?.code).toBe('id-reused')
        }
      }),
      { numRuns: 60 },
    )
  })

  it('stays ended except by an objection, a reopening, or a stop that opens what is needed only then', () => {
    assert(
      property(anyMoves, (moves) => {
        for (const { before, tried, accepted, after } of walkCase(procedure, moves, firstDay)) {
          if (!isEnded(before) || accepted.length === 0) continue
          expect(['object', 'decide-objection', 'reopen', 'note-stop']).toContain(tried.kind)
          if (tried.kind === 'note-stop') expect(['withdrawn', 'cancelled']).not.toContain(caseStatus(before))
          if (tried.kind === 'object') expect(isEnded(after)).toBe(true)
        }
      }),
    )
  })

  it('stops every open item when it is withdrawn, and none that had its result', () => {
    assert(
      property(anyMoves, (moves) => {
        for (const { before, tried, accepted, after } of walkCase(procedure, moves, firstDay)) {
          if (tried.kind !== 'withdraw' || accepted.length === 0) continue
          for (const [id, { status, answer }] of Object.entries(after.items)) {
            expect(isSettled(status)).toBe(true)
            if (!isSettled(before.items[id]?.status ?? 'done')) expect(status).toBe('stopped')
            if (before.items[id]?.answer !== null) expect(answer).toEqual(before.items[id]?.answer)
          }
        }
      }),
    )
  })

  it('is stopped by a death where the procedure says so, and nowhere else', () => {
    assert(
      property(anyMoves, (moves) => {
        for (const { before, tried, accepted, after } of walkCase(procedure, moves, firstDay)) {
          if (tried.kind !== 'note-stop' || accepted.length === 0) continue
          for (const { id, stopsOn } of procedure.items) {
            const open = !isSettled(before.items[id]?.status ?? 'done')
            if (open && stopsOn.includes('death')) expect(after.items[id]?.status).toBe('stopped')
            else expect(after.items[id]?.stoppedOn).toBe(before.items[id]?.stoppedOn)
          }
        }
      }),
    )
  })

  it('ends alike whatever the order of what does not depend on one another', () => {
    const independent = makeProcedure(
      ['a', 'b', 'c', 'd'].map((id) =>
        makeItem(id, { clocks: [makeClock()], unit: id < 'c' ? 'police' : 'insurance' }),
      ),
    )
    const on = '2024-03-04'
    const police = { unit: 'police', person: null }
    const opened = [
      {
        kind: 'open',
        version: null,
        id: 'o',
        on,
        by: { unit: 'family', person: null },
        facts: { 'child.birthDate': on, 'child.name': '安安' },
      },
      { kind: 'confirm', id: 'k', on, by: { unit: 'family', person: null }, facts: {} },
    ] as const
    const thread = (item: string, refused: boolean): readonly Action[] => {
      const by = item < 'c' ? police : { unit: 'insurance', person: null }
      return [
        { kind: 'start', id: `${item}1`, on, by, item },
        { kind: 'deliver', id: `${item}2`, on, by, item },
        { kind: 'ask-for-more', id: `${item}3`, on, by, item, pause: 'supplement', words: 'a paper' },
        { kind: 'provide', id: `${item}4`, on, by, item, facts: {}, papers: {} },
        {
          kind: 'answer',
          id: `${item}5`,
          on,
          by,
          item,
          result: refused ? 'refused' : 'done',
          outputs: {},
          ground: refused ? 'not-met' : null,
          pause: null,
          words: null,
        },
      ]
    }
    const order = array(constantFrom('a', 'b', 'c', 'd'), { minLength: 20, maxLength: 60 })
    const refusals = record({ a: boolean(), b: boolean(), c: boolean(), d: boolean() })
    assert(
      property(
        order,
        order,
        refusals,
        shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }),
        (one, other, refused, rest) => {
          const run = (turns: readonly string[]) => {
            const threads = new Map(Object.entries(refused).map(([item, no]) => [item, [...thread(item, no)]]))
            const mixed = [...turns, ...rest.flatMap((item) => Array.from({ length: 5 }, () => item))]
            const actions = [...opened, ...mixed.flatMap((item) => threads.get(item)?.splice(0, 1) ?? [])]
            let state = stateOf(independent, [])
            for (const action of actions) {
              const decision = decide(state, action, independent, { calendar: weekCalendar, now: 30_000 })
              if (!decision.ok) throw new Error(JSON.stringify(decision.problems))
              state = decision.state
            }
            const { items, ...whole } = withoutLog(state)
            return { ...whole, items }
          }
          expect(run(one)).toEqual(run(other))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('laws of a clock', () => {
  const pauses = array(record({ from: integer({ min: 0, max: 40 }), length: integer({ min: 0, max: 12 }) }), {
    maxLength: 4,
  })

  it('never ends on a day off, and counts no day off among its working days', () => {
    assert(
      property(integer({ min: 0, max: 30_000 }), integer({ min: 1, max: 90 }), pauses, (start, limit, written) => {
        const stands = written.map(({ from, length }) => ({ from: start + from, to: start + from + length }))
        const { due } = dueDay({ start, limit, unit: 'working-days', pauses: stands, calendar: weekCalendar })
        if (due === null) throw new Error('no day')
        expect(working(due)).toBe(true)
        const counted = Array.from({ length: due - start }, (_, i) => start + 1 + i).filter(
          (day) => working(day) && !stands.some(({ from, to }) => day > from && day <= to),
        )
        expect(counted).toHaveLength(limit)
        expect(counted.at(-1)).toBe(due)
      }),
    )
  })

  it('ends on a working day however it is counted, and never earlier for a pause', () => {
    const unit = constantFrom('working-days', 'days', 'months')
    assert(
      property(
        integer({ min: 0, max: 30_000 }),
        integer({ min: 1, max: 24 }),
        unit,
        pauses,
        (start, limit, unit, written) => {
          const stands = written.map(({ from, length }) => ({ from: start + from, to: start + from + length }))
          const plain = dueDay({ start, limit, unit, pauses: [], calendar: weekCalendar }).due ?? 0
          const paused = dueDay({ start, limit, unit, pauses: stands, calendar: weekCalendar }).due ?? 0
          expect(working(plain) && working(paused)).toBe(true)
          expect(plain).toBeGreaterThan(start)
          expect(paused).toBeGreaterThanOrEqual(plain)
        },
      ),
    )
  })

  it('does not run while the family is asked, and is late exactly from the day after its last', () => {
    assert(
      property(anyMoves, integer({ min: 0, max: 40 }), (moves, later) => {
        const last = walkCase(procedure, moves, firstDay).at(-1)?.after
        const on = (last?.lastOn ?? firstDay) + later
        if (last === undefined) return
        for (const view of clocksOf(procedure, last, { calendar: weekCalendar, on })) {
          const own = last.items[view.item ?? '']
          if (view.state === 'paused') expect(own?.askings.some(({ to }) => to === null)).toBe(true)
          if (view.state === 'running') expect(view.workdaysLeft ?? 0).toBeGreaterThanOrEqual(0)
          if (view.late && view.endedOn === null) expect(view.workdaysLeft ?? 0).toBeLessThanOrEqual(0)
        }
      }),
    )
  })
})
