import type { Action } from '../actions/action.ts'
import type { Procedure } from '../procedure.ts'
import { apply, newCase } from './apply.ts'
import type { CaseState } from './case-state.ts'

/** The case that these accepted actions make, in their order. */
export function stateOf(procedure: Procedure, actions: readonly Action[]): CaseState {
  return actions.reduce((state, action) => apply(procedure, state, action), newCase(procedure))
}
