import type { Command } from './use-action.ts'
import type { ValueTyped } from './value-field.tsx'
import { valueSent } from './value-sent.ts'

export interface NewFact {
  readonly person: string
  readonly kind: string
  readonly typed: ValueTyped
  readonly on: string
  /** The other person, or the household of a membership. */
  readonly other: { readonly id: string; readonly region: string } | null
}

/** Kinds that tie to somebody or somewhere. */
export function needsPerson(kind: string): boolean {
  return kind === 'spouse' || kind === 'membership'
}

/** What has newly come true, as the register's command: a fact, a tie or an event. */
export function factCommand({ person, kind, typed, on, other }: NewFact): Command {
  if (needsPerson(kind)) return { kind: 'record-tie', person, tie: kind, other, ...valueSent(kind, typed), from: on }
  if (['death', 'marriage', 'divorce', 'pregnancy'].includes(kind))
    return { kind: 'record-event', person, event: kind, on }
  return { kind: 'state-fact', person, attribute: kind, ...valueSent(kind, typed), from: on }
}
