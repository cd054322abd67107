import {
  caseStatus,
  decide,
  familySide,
  newCase,
  versionFor,
  type Action,
  type CaseState,
  type Procedure,
} from '@junheng/casework'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { assert, asyncProperty, constantFrom, infiniteStream, boolean, nat, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWhole } from './load-places.ts'

const on = '2026-03-02'
const day = { calendar: chineseWorkdays, now: 20_600 }
const families = record({
  'child.birthDate': constantFrom('2026-03-01'),
  'child.origin': constantFrom('in-institution', 'outside-institution', 'adopted', 'foundling', 'stillborn'),
  'child.sex': constantFrom('female', 'male'),
  'child.foreignParents': constantFrom('none', 'one', 'both'),
  'household.registeredMarriage': boolean(),
  'child.collectiveHousehold': boolean(),
  'child.parentsOfTwoProvinces': boolean(),
  'child.orderInBirth': constantFrom(1, 2),
  'mother.maternityInsured': boolean(),
})
const told = { 'child.name': '安安', 'household.phone': '13800000000' }

function take(state: CaseState, action: Action, procedure: Procedure): CaseState {
  const decision = decide(state, action, procedure, day)
  if (!decision.ok) throw new Error(JSON.stringify([action, decision.problems]))
  return decision.state
}

/** The case after every unit has answered whatever it had, in an order that the picks choose. */
function runToEnd(procedure: Procedure, opened: CaseState, picks: Iterator<number>): CaseState {
  let state = opened
  for (let turn = 0; turn < 200; turn++) {
    const working = procedure.items.filter(({ id }) => state.items[id]?.status === 'working')
    const item = working[(picks.next().value ?? 0) % Math.max(working.length, 1)]
    if (item === undefined) return state
    const by = { unit: item.unit, person: null }
    const papers = Object.fromEntries(
      item.shows.filter(({ from }) => from === null).map(({ id }) => [id, 'paper' as const]),
    )
    state = take(state, { kind: 'provide', id: `p${turn}`, on, by, item: item.id, facts: {}, papers }, procedure)
    const outputs = Object.fromEntries(item.produces.map((name) => [name, 'ref:x1']))
    const numbered = Object.fromEntries(
      Object.keys(outputs).map((name) => [name, name.endsWith('identityNumber') ? 'ref:x1' : 'X1']),
    )
    state = take(
      state,
      {
        kind: 'answer',
        id: `a${turn}`,
        on,
        by,
        item: item.id,
        result: 'done',
        outputs: numbered,
        ground: null,
        pause: null,
        words: null,
      },
      procedure,
    )
  }
  return state
}

describe('a birth in any family, at any pace', () => {
  it.each(['cn', 'beijing', 'qinghai', 'xianan', 'alxa', 'tianjiaan'])(
    'ends complete in %s whoever answers first, and alike',
    async (name) => {
      const { procedures } = await findWhole(name)
      await assert(
        asyncProperty(
          families,
          constantFrom('mother', 'father'),
          infiniteStream(nat({ max: 30 })),
          infiniteStream(nat({ max: 30 })),
          async (all, follows, one, other) => {
            const procedure = versionFor(procedures, 'one-birth', { facts: all, openedOn: on })
            if (procedure === undefined) throw new Error('no procedure')
            const asked = new Set(procedure.form.map((field) => field.name))
            const facts = Object.fromEntries(Object.entries(all).filter(([field]) => asked.has(field)))
            const opened = take(
              newCase(procedure),
              { kind: 'open', id: 'o', on, by: { unit: 'health', person: null }, facts, version: null },
              procedure,
            )
            const family = { unit: familySide(procedure, opened), person: null }
            const confirmed = opened.awaitsFamily
              ? take(
                  opened,
                  { kind: 'confirm', id: 'k', on, by: family, facts: { ...told, 'child.followsParent': follows } },
                  procedure,
                )
              : opened
            const [ended, again] = [runToEnd(procedure, confirmed, one), runToEnd(procedure, confirmed, other)]
            expect(caseStatus(ended)).toBe('completed')
            expect(again.items).toEqual(ended.items)
            expect(ended.items['household-registration']?.status).toBe(
              facts['child.origin'] === 'stillborn' || facts['child.foreignParents'] === 'both' ? 'not-needed' : 'done',
            )
            if (facts['child.origin'] === 'stillborn') expect(opened.awaitsFamily).toBe(false)
          },
        ),
        { numRuns: 40 },
      )
    },
  )
})
