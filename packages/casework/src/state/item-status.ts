import { evaluate, type Environment } from '@junheng/rules'
import type { Item, Need, Procedure } from '../procedure.ts'
import { caseEnvironment } from './case-environment.ts'
import { isSettled, type CaseState, type ItemState, type ItemStatus } from './case-state.ts'

/** The state with the status of every item worked out anew; `on` is the day of the action that changed it. */
export function withStatuses(procedure: Procedure, state: CaseState, on: number): CaseState {
  const env = caseEnvironment(procedure, state.facts, state.openedOn ?? on)
  const found = new Map<string, ItemStatus>()
  const statusOf = (id: string): ItemStatus => {
    const known = found.get(id)
    if (known !== undefined) return known
    // A circle of needs never passes the check; a procedure that has one waits rather than recurses.
    found.set(id, 'waiting')
    const item = procedure.items.find((candidate) => candidate.id === id)
    const own = state.items[id]
    const status = item === undefined || own === undefined ? 'blocked' : judge({ item, own, state, env, statusOf })
    found.set(id, status)
    return status
  }
  const items = Object.entries(state.items).map(([id, own]): [string, ItemState] => {
    const status = statusOf(id)
    const begun = status === 'ready' || status === 'working' || status === 'asked'
    const readyOn = begun ? (own.readyOn ?? on) : isSettled(status) && status !== 'not-needed' ? own.readyOn : null
    return [id, { ...own, status, readyOn }]
  })
  const awaitsFamily =
    state.confirmedOn === null &&
    procedure.items.some(({ id, awaits }) => awaits === 'confirm' && !isSettled(statusOf(id)))
  return { ...state, awaitsFamily, items: Object.fromEntries(items) }
}

interface Judging {
  readonly item: Item
  readonly own: ItemState
  readonly state: CaseState
  readonly env: Environment
  readonly statusOf: (id: string) => ItemStatus
}

function judge({ item, own, state, env, statusOf }: Judging): ItemStatus {
  if (own.answer !== null) return own.answer.result
  if (own.stoppedOn !== null) return 'stopped'
  if (item.onlyAfter.length > 0 && !state.stops.some(({ reason }) => item.onlyAfter.includes(reason)))
    return 'not-needed'
  const when = item.when === null ? true : evaluate(item.when, env)
  if (when === false) return 'not-needed'
  if (when === null) return 'undecided'
  const needs = item.needs.map((need) => meets(need, { state, statusOf }))
  if (needs.includes('not-this-way')) return 'not-needed'
  if (needs.includes('never')) return 'blocked'
  if (needs.includes('not-yet')) return 'waiting'
  if (state.openedOn === null || (item.awaits === 'confirm' && state.confirmedOn === null)) return 'waiting'
  if (own.askings.some(({ to }) => to === null)) return 'asked'
  return own.startedOn === null ? 'ready' : 'working'
}

/**
 * What is not needed is no obstacle to what comes after it; what was refused or stopped is. What follows upon a refusal is
 * not needed where there was none.
 */
function meets(
  need: Need,
  { state, statusOf }: Pick<Judging, 'state' | 'statusOf'>,
): 'met' | 'not-yet' | 'never' | 'not-this-way' {
  if (need.kind === 'fact') return state.facts[need.fact] === undefined ? 'not-yet' : 'met'
  const status = statusOf(need.item)
  if (!isSettled(status)) return 'not-yet'
  if (need.outcome === 'settled') return 'met'
  if (need.outcome === 'refused') return status === 'refused' ? 'met' : 'not-this-way'
  return status === 'done' || status === 'not-needed' ? 'met' : 'never'
}
