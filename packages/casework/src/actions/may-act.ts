import type { Problem } from '../problem.ts'
import { family, program, type Procedure } from '../procedure.ts'
import type { Action } from './action.ts'
import { wrongUnit } from './refusal-words.ts'

/**
 * Null where the unit may do this; else the problem that says who may. The unit is the role; which person of which office
 * holds it is for the server's own permissions.
 */
export function notYours(procedure: Procedure, action: Action): Problem | null {
  const allowed = unitsFor(procedure, action)
  return allowed.includes(action.by.unit) ? null : wrongUnit(allowed, procedure.units)
}

function unitsFor(procedure: Procedure, action: Action): readonly string[] {
  const { lead } = procedure
  switch (action.kind) {
    case 'open':
      return procedure.openedBy
    case 'confirm':
    case 'withdraw':
    case 'object':
      return [family]
    case 'correct':
      return [family, lead]
    case 'provide':
      return [family, unitOf(procedure, action.item), lead]
    case 'start':
      return [program, family, unitOf(procedure, action.item), lead]
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
