import type { Action, Written } from '../actions/action.ts'

/**
 * waiting: needs something first · undecided: a fact that decides whether it is needed is missing · not-needed ·
 * ready · working · asked: the family must bring something · done · refused · stopped · blocked: what it needs can no longer come
 */
export type ItemStatus =
  | 'waiting'
  | 'undecided'
  | 'not-needed'
  | 'ready'
  | 'working'
  | 'asked'
  | 'done'
  | 'refused'
  | 'stopped'
  | 'blocked'

/** Days are day numbers. */
export interface Asking {
  readonly from: number
  /** Day it was provided; null while it is not. */
  readonly to: number | null
  readonly reason: string
  readonly words: string | null
}

export interface ItemAnswer {
  readonly on: number
  readonly result: 'done' | 'refused'
  readonly ground: string | null
  /** Named by whoever refused; absent: the ground's own clause stands. */
  readonly clause?: string
  readonly words: string | null
}

export interface ItemState {
  readonly status: ItemStatus
  /** First day it could begin, since it last could not. */
  readonly readyOn: number | null
  readonly startedOn: number | null
  readonly deliveredOn: number | null
  readonly acknowledgedOn: number | null
  readonly askings: readonly Asking[]
  readonly shown: Readonly<Record<string, 'paper' | 'commitment'>>
  readonly answer: ItemAnswer | null
  readonly stoppedOn: number | null
  /** The office that has it where it was handed over; null: the case's. */
  readonly office: string | null
  readonly officer: string | null
}

export interface ObjectionState {
  readonly id: string
  /** Null: against the whole case. */
  readonly item: string | null
  readonly on: number
  readonly words: string
  readonly decision: { readonly on: number; readonly upheld: boolean; readonly words: string } | null
}

/** A case as its actions make it. Plain JSON: a server may keep it beside them as a projection. */
export interface CaseState {
  /** Of the version that judges it. */
  readonly procedure: { readonly id: string; readonly from: string | null }
  readonly openedOn: number | null
  readonly confirmedOn: number | null
  /** True while something that is needed waits for the family's confirmation. */
  readonly awaitsFamily: boolean
  /** Day of the last action; none may lie before it. */
  readonly lastOn: number | null
  readonly office: string | null
  readonly facts: Readonly<Record<string, Written>>
  readonly items: Readonly<Record<string, ItemState>>
  readonly stops: readonly { readonly reason: string; readonly on: number }[]
  readonly objections: readonly ObjectionState[]
  readonly closed: { readonly how: 'withdrawn' | 'cancelled'; readonly on: number; readonly words: string } | null
  /** In the order they were taken. */
  readonly actions: readonly Action[]
}

/** Statuses in which nothing more happens of itself. */
const settled: ReadonlySet<ItemStatus> = new Set(['not-needed', 'done', 'refused', 'stopped', 'blocked'])

export function isSettled(status: ItemStatus): boolean {
  return settled.has(status)
}

/** offered: opened, and something needed waits for the family's confirmation · running · ended in one of five ways. */
export type CaseStatus =
  | 'new'
  | 'offered'
  | 'running'
  | 'completed'
  | 'partly'
  | 'refused'
  | 'stopped'
  | 'withdrawn'
  | 'cancelled'

/** How the case stands as a whole; it ends by itself when every item is settled. */
export function caseStatus(state: CaseState): CaseStatus {
  if (state.openedOn === null) return 'new'
  if (state.closed !== null) return state.closed.how
  const items = Object.values(state.items)
  if (!items.every(({ status }) => isSettled(status))) return state.awaitsFamily ? 'offered' : 'running'
  const has = (status: ItemStatus): boolean => items.some((item) => item.status === status)
  if (has('refused')) return has('done') ? 'partly' : 'refused'
  return has('stopped') ? 'stopped' : 'completed'
}

export function isEnded(state: CaseState): boolean {
  return !['new', 'offered', 'running'].includes(caseStatus(state))
}
