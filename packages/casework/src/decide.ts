import type { Action } from './actions/action.ts'
import { checkAction, type DecisionDay } from './actions/check-action.ts'
import { idReused } from './actions/refusal-words.ts'
import type { Problem } from './problem.ts'
import { program, type Procedure } from './procedure.ts'
import { apply } from './state/apply.ts'
import { isEnded, type CaseState } from './state/case-state.ts'

export type Decision =
  | {
      readonly ok: true
      /** What to store, in this order: the action and what follows from it of itself. Empty for a repetition. */
      readonly actions: readonly Action[]
      readonly state: CaseState
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Whether an action may be taken in a case, and all it brings about. Pure: the same case, action and day decide the same.
 * Items that begin by themselves begin here, the moment what they need is there, so one transaction stores it all.
 */
export function decide(state: CaseState, action: Action, procedure: Procedure, day: DecisionDay): Decision {
  const earlier = state.actions.find(({ id }) => id === action.id)
  if (earlier !== undefined) {
    const same = canonical(earlier) === canonical(action)
    return same ? { ok: true, actions: [], state } : { ok: false, problems: [idReused()] }
  }
  const problems = checkAction({ procedure, state, action, day })
  if (problems.length > 0) return { ok: false, problems }
  let next = apply(procedure, state, action)
  const actions: Action[] = [action]
  for (let start = nextStart(procedure, next, action); start !== null; start = nextStart(procedure, next, action)) {
    actions.push(start)
    next = apply(procedure, next, start)
  }
  return { ok: true, actions, state: next }
}

function nextStart(procedure: Procedure, state: CaseState, cause: Action): Action | null {
  if (isEnded(state)) return null
  const item = procedure.items.find(({ id, starts }) => starts === 'itself' && state.items[id]?.status === 'ready')
  if (item === undefined) return null
  const by = { unit: program, person: null }
  return { kind: 'start', id: `${cause.id}/start/${item.id}`, on: cause.on, by, item: item.id }
}

/** JSON with sorted keys, so that the order in which a sender writes them makes no other action. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
