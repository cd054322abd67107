import { anything, assert, constantFrom, dictionary, jsonValue, oneof, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAction } from './actions/read-action.ts'
import { clocksOf } from './clocks/clocks-of.ts'
import { whatNow } from './clocks/what-now.ts'
import { decide } from './decide.ts'
import { expression, makeClock, makeItem, makeProcedure } from './testing/make-procedure.ts'
import { anyMoves, walkCase, weekCalendar } from './testing/walk-case.ts'

const procedure = makeProcedure([
  makeItem('certificate', {
    unit: 'hospital',
    when: expression('child.inHospital'),
    clocks: [makeClock({ from: { kind: 'fact', fact: 'child.birthDate' }, unit: 'months' })],
  }),
  makeItem('register', { needs: [{ kind: 'item', item: 'certificate', outcome: 'done' }] }),
])
const names = constantFrom(
  'item',
  'items',
  'facts',
  'outputs',
  'papers',
  'result',
  'ground',
  'pause',
  'words',
  'objection',
  'upheld',
  'office',
  'officer',
  'reason',
  '__proto__',
  'constructor',
)
const values = oneof(
  jsonValue(),
  constantFrom<unknown>(
    'certificate',
    'register',
    'done',
    'refused',
    'needs-more',
    'supplement',
    'death',
    'not-met',
    true,
    null,
    ['register'],
    { 'child.name': '安安' },
    { 'child.birthDate': '0001-01-01' },
    { toString: 'x' },
    {},
  ),
)
const kinds = constantFrom(
  'open',
  'confirm',
  'start',
  'deliver',
  'acknowledge',
  'answer',
  'ask-for-more',
  'provide',
  'correct',
  'withdraw',
  'cancel',
  'object',
  'decide-objection',
  'reopen',
  'hand-over',
  'substitute',
  'note-stop',
)
const odd = record({
  kind: kinds,
  id: string({ minLength: 1, maxLength: 8 }),
  on: constantFrom('2024-03-20', '2024-03-21', '0001-01-01', '9999-12-31'),
  by: record({
    unit: constantFrom('family', 'health', 'hospital', 'police', 'program', ''),
    person: constantFrom(null, 'p'),
  }),
})

describe('whatever somebody sends', () => {
  it('is read or refused by name, never thrown at', () => {
    assert(
      property(anything(), (input) => {
        const read = readAction(input)
        if (!read.ok)
          for (const { path, code, message } of read.problems)
            expect([typeof path, code !== '', message.zh !== '', message.en !== '']).toEqual([
              'string',
              true,
              true,
              true,
            ])
      }),
      { numRuns: 2000 },
    )
  })

  it('is taken or turned down in any case, and leaves a case that can be shown', () => {
    assert(
      property(anyMoves, odd, dictionary(names, values), (moves, head, rest) => {
        const state = walkCase(procedure, moves, 19_800).at(-1)?.after
        const read = readAction({ ...rest, ...head })
        if (state === undefined || !read.ok) return
        const decision = decide(state, read.action, procedure, { calendar: weekCalendar, now: 20_000 })
        if (!decision.ok) {
          expect(decision.problems.length).toBeGreaterThan(0)
          return
        }
        const day = { calendar: weekCalendar, on: 20_100 }
        expect(clocksOf(procedure, decision.state, day).length).toBeLessThanOrEqual(1)
        whatNow(procedure, decision.state, day)
        JSON.stringify(decision.state)
      }),
      { numRuns: 1500 },
    )
  })
})
