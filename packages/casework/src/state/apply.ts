import { parseDayNumber } from '@junheng/kernel'
import type { Action, Written } from '../actions/action.ts'
import type { Procedure } from '../procedure.ts'
import { isSettled, type CaseState, type ItemState } from './case-state.ts'
import { withStatuses } from './item-status.ts'

/** A case before its first action. */
export function newCase(procedure: Procedure): CaseState {
  return {
    procedure: { id: procedure.id, from: procedure.inForce.from },
    openedOn: null,
    confirmedOn: null,
    awaitsFamily: false,
    lastOn: null,
    office: null,
    facts: {},
    items: Object.fromEntries(procedure.items.map(({ id }) => [id, untouched])),
    stops: [],
    objections: [],
    closed: null,
    actions: [],
  }
}

const untouched: ItemState = {
  status: 'waiting',
  readyOn: null,
  startedOn: null,
  deliveredOn: null,
  acknowledgedOn: null,
  askings: [],
  shown: {},
  answer: null,
  stoppedOn: null,
  office: null,
  officer: null,
}

/** The state after one more accepted action. It decides nothing: `decide` has already said the action may be taken. */
export function apply(procedure: Procedure, state: CaseState, action: Action): CaseState {
  const on = parseDayNumber(action.on) ?? 0
  const changed = change(procedure, state, { action, on })
  return withStatuses(procedure, { ...changed, lastOn: on, actions: [...state.actions, action] }, on)
}

function change(
  procedure: Procedure,
  state: CaseState,
  step: { readonly action: Action; readonly on: number },
): CaseState {
  const { action, on } = step
  switch (action.kind) {
    case 'open':
      return { ...learn(state, action.facts), openedOn: on }
    case 'confirm':
      return { ...learn(state, action.facts), confirmedOn: on }
    case 'start':
      return onItem(state, action.item, { startedOn: on })
    case 'deliver':
      return onItem(state, action.item, { deliveredOn: on })
    case 'acknowledge':
      return onItem(state, action.item, { acknowledgedOn: on })
    case 'answer': {
      const { item, result, ground, clause, words } = action
      if (result === 'needs-more') return ask(state, { item, on, reason: action.pause ?? '', words })
      const answer = { on, result, ground, ...(typeof clause === 'string' ? { clause } : {}), words }
      return onItem(learn(state, action.outputs), item, { answer, askings: endAskings(state, item, on) })
    }
    case 'ask-for-more':
      return ask(state, { item: action.item, on, reason: action.pause, words: action.words })
    case 'provide': {
      const shown = { ...state.items[action.item]?.shown, ...action.papers }
      return onItem(learn(state, action.facts), action.item, { shown, askings: endAskings(state, action.item, on) })
    }
    case 'correct':
      return learn(state, action.facts)
    case 'withdraw':
    case 'cancel': {
      const how = action.kind === 'withdraw' ? 'withdrawn' : 'cancelled'
      return { ...stopItems(state, { on, which: () => true }), closed: { how, on, words: action.words } }
    }
    case 'object': {
      const { id, item, words } = action
      return { ...state, objections: [...state.objections, { id, item, on, words, decision: null }] }
    }
    case 'decide-objection': {
      const { upheld, words } = action
      const objections = state.objections.map((objection) =>
        objection.id === action.objection ? { ...objection, decision: { on, upheld, words } } : objection,
      )
      const against = state.objections.find(({ id }) => id === action.objection)?.item ?? null
      const decided = { ...state, objections }
      return upheld ? reopenItems(decided, against === null ? stoppedItems(state) : [against]) : decided
    }
    case 'reopen':
      return reopenItems(state, action.items)
    case 'hand-over':
      return action.item === null
        ? { ...state, office: action.office }
        : onItem(state, action.item, { office: action.office })
    case 'substitute':
      return onItem(state, action.item, { officer: action.officer })
    case 'note-stop': {
      const stopped = new Set(
        procedure.items.filter(({ stopsOn }) => stopsOn.includes(action.reason)).map(({ id }) => id),
      )
      const noted = { ...learn(state, action.facts), stops: [...state.stops, { reason: action.reason, on }] }
      return stopItems(noted, { on, which: (id) => stopped.has(id) })
    }
  }
}

function learn(state: CaseState, facts: Readonly<Record<string, Written>>): CaseState {
  return { ...state, facts: { ...state.facts, ...facts } }
}

function onItem(state: CaseState, id: string, change: Partial<ItemState>): CaseState {
  const item = state.items[id]
  return item === undefined ? state : { ...state, items: { ...state.items, [id]: { ...item, ...change } } }
}

function ask(
  state: CaseState,
  { item, on, reason, words }: { item: string; on: number; reason: string; words: string | null },
): CaseState {
  const askings = state.items[item]?.askings ?? []
  return onItem(state, item, { askings: [...askings, { from: on, to: null, reason, words }] })
}

function endAskings(state: CaseState, item: string, on: number): ItemState['askings'] {
  return (state.items[item]?.askings ?? []).map((asking) => (asking.to === null ? { ...asking, to: on } : asking))
}

function stopItems(state: CaseState, { on, which }: { on: number; which: (id: string) => boolean }): CaseState {
  const items = Object.entries(state.items).map(([id, item]): [string, ItemState] => {
    const stops = which(id) && item.stoppedOn === null && !isSettled(item.status)
    return [id, stops ? { ...item, stoppedOn: on, askings: endAskings(state, id, on) } : item]
  })
  return { ...state, items: Object.fromEntries(items) }
}

function stoppedItems(state: CaseState): readonly string[] {
  return Object.entries(state.items).flatMap(([id, { stoppedOn }]) => (stoppedOn === null ? [] : [id]))
}

/** Their answers fall away and their clocks begin anew; what was shown stays shown. */
function reopenItems(state: CaseState, ids: readonly string[]): CaseState {
  const items = Object.entries(state.items).map(([id, item]): [string, ItemState] => {
    if (!ids.includes(id)) return [id, item]
    const { shown, office, officer } = item
    return [id, { ...untouched, shown, office, officer }]
  })
  return { ...state, closed: null, items: Object.fromEntries(items) }
}
