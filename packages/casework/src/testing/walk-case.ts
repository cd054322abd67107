import { fromDayNumber, type WorkdayCalendar } from '@junheng/kernel'
import { constantFrom, array, nat, record, type Arbitrary } from 'fast-check'
import type { Action } from '../actions/action.ts'
import { decide } from '../decide.ts'
import type { Procedure } from '../procedure.ts'
import { newCase } from '../state/apply.ts'
import type { CaseState } from '../state/case-state.ts'

/** Working days are those of a plain week: day number 4 was a Monday. */
export const weekCalendar: WorkdayCalendar = {
  firstYear: 1970,
  lastYear: 2090,
  isWorkday: (day) => (((day + 3) % 7) + 7) % 7 < 5,
  isStatutoryHoliday: () => false,
}

export interface Move {
  readonly kind: Action['kind']
  readonly item: number
  readonly wait: number
  readonly pick: number
}

const kinds: readonly Action['kind'][] = [
  'open',
  'confirm',
  'start',
  'start',
  'deliver',
  'acknowledge',
  'answer',
  'answer',
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
]

/** Things people might try, in any order; most are refused. */
export const anyMoves: Arbitrary<readonly Move[]> = array(
  record({ kind: constantFrom(...kinds), item: nat({ max: 9 }), wait: nat({ max: 3 }), pick: nat({ max: 5 }) }),
  { minLength: 1, maxLength: 60 },
)

export interface Step {
  readonly before: CaseState
  readonly tried: Action
  readonly accepted: readonly Action[]
  readonly after: CaseState
}

/** Tries the moves one after the other from the first day on, beginning with an opening and a confirmation. */
export function walkCase(procedure: Procedure, moves: readonly Move[], firstDay: number): readonly Step[] {
  const start: readonly Move[] = [
    { kind: 'open', item: 0, wait: 0, pick: 0 },
    { kind: 'confirm', item: 0, wait: 0, pick: 0 },
  ]
  let state = newCase(procedure)
  let day = firstDay
  return [...start, ...moves].map((move, index): Step => {
    day += move.wait
    const tried = actionOf(procedure, state, { move, id: `a${index}`, day })
    const decision = decide(state, tried, procedure, { calendar: weekCalendar, now: day })
    const before = state
    if (decision.ok) state = decision.state
    return { before, tried, accepted: decision.ok ? decision.actions : [], after: state }
  })
}

function actionOf(
  procedure: Procedure,
  state: CaseState,
  { move, id, day }: { readonly move: Move; readonly id: string; readonly day: number },
): Action {
  const item = procedure.items[move.item % procedure.items.length]
  const name = item?.id ?? ''
  const facts = { 'child.birthDate': '2024-03-01', 'child.name': '安安', 'child.inHospital': move.pick % 2 === 0 }
  const common = { id, on: fromDayNumber(day) }
  const unit = { unit: item?.unit ?? '', person: 'officer' }
  const family = { unit: 'family', person: null }
  const lead = { unit: procedure.lead, person: 'officer' }
  const words = 'because'
  switch (move.kind) {
    case 'open':
      return { ...common, kind: 'open', by: family, facts, version: null }
    case 'confirm':
      return { ...common, kind: 'confirm', by: family, facts: {} }
    case 'start':
    case 'deliver':
    case 'acknowledge':
      return { ...common, kind: move.kind, by: unit, item: name }
    case 'answer': {
      const result = (['done', 'done', 'refused', 'needs-more'] as const)[move.pick % 4] ?? 'done'
      const outputs = result === 'done' ? Object.fromEntries((item?.produces ?? []).map((field) => [field, 'A1'])) : {}
      return {
        ...common,
        kind: 'answer',
        by: unit,
        item: name,
        result,
        outputs,
        ground: 'not-met',
        pause: 'supplement',
        words: null,
      }
    }
    case 'ask-for-more':
      return { ...common, kind: 'ask-for-more', by: unit, item: name, pause: 'supplement', words }
    case 'provide':
      return { ...common, kind: 'provide', by: family, item: name, facts: {}, papers: {} }
    case 'correct':
      return { ...common, kind: 'correct', by: family, facts: { 'child.inHospital': move.pick % 2 === 0 }, words }
    case 'withdraw':
      return { ...common, kind: 'withdraw', by: family, words }
    case 'cancel':
      return { ...common, kind: 'cancel', by: lead, words }
    case 'object':
      return { ...common, kind: 'object', by: family, item: move.pick === 0 ? null : name, words }
    case 'decide-objection': {
      const open = state.objections.find(({ decision }) => decision === null)
      return {
        ...common,
        kind: 'decide-objection',
        by: lead,
        objection: open?.id ?? 'none',
        upheld: move.pick % 2 === 0,
        words,
      }
    }
    case 'reopen':
      return { ...common, kind: 'reopen', by: lead, items: [name], words }
    case 'hand-over':
      return { ...common, kind: 'hand-over', by: lead, item: move.pick === 0 ? null : name, office: 'other', words }
    case 'substitute':
      return { ...common, kind: 'substitute', by: unit, item: name, officer: 'second' }
    case 'note-stop':
      return { ...common, kind: 'note-stop', by: lead, reason: 'death', facts: {} }
  }
}
