import type { Problem } from '../problem.ts'
import { family, program, type Procedure } from '../procedure.ts'
import type { CaseState } from '../state/case-state.ts'
import { familySide } from '../state/family-side.ts'
import type { Action } from './action.ts'
import { wrongUnit } from './refusal-words.ts'

/**
 * Null where the unit may do this; else the problem that says who may. The unit is the role; which person of which office
 * holds it is for the server's own permissions.
 */
export function notYours(procedure: Procedure, state: CaseState, action: Action): Problem | null {
  const allowed = [...new Set(unitsFor(procedure, action, familySide(procedure, state)))]
  return allowed.includes(action.by.unit) ? null : wrongUnit(allowed, procedure.units)
}

/** `side`: who stands for the family in this case. */
function unitsFor(procedure: Procedure, action: Action, side: string): readonly string[] {
  const { lead } = procedure
  switch (action.kind) {
    case 'open':
      return procedure.openedBy
    case 'confirm':
    case 'withdraw':
    case 'object':
      return [side]
    case 'correct':
      return [side, lead]
    case 'provide':
      return [side, unitOf(procedure, action.item), lead]
    case 'start':
      return [program, side, unitOf(procedure, action.item), lead]
    case 'deliver':
      return [program, unitOf(procedure, action.item)]
    case 'acknowledge':
    case 'answer':
    case 'ask-for-more':
    case 'substitute':
      return [unitOf(procedure, action.item)]
    case 'hand-over':
      return action.item === null ? [lead] : [unitOf(procedure, action.item), lead]
    case 'cancel':
    case 'reopen':
      return [lead]
    case 'decide-objection':
      return procedure.objection === null ? [lead] : [procedure.objection.by]
    case 'note-stop':
      return [family, program, lead, ...procedure.units.map(({ id }) => id)]
  }
}

/** The unit of an item; for one that is not there, the lead: the item itself is complained of next. */
function unitOf(procedure: Procedure, id: string): string {
  return procedure.items.find((item) => item.id === id)?.unit ?? procedure.lead
}
