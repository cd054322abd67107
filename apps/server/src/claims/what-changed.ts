import type { Written } from '@junheng/casework'
import type { FactSource } from './build-situation.ts'
import type { RulesSay } from './rules-say.ts'

/** One fact that is believed otherwise than when it was decided before. Null: not known. */
export interface FactChange {
  readonly fact: string
  readonly before: Written | null
  readonly after: Written | null
  /** Who says so now, or said so. */
  readonly source: FactSource
}

/** Why the rules answer otherwise than they did. */
export interface WhatChanged {
  readonly facts: readonly FactChange[]
  /** A death or a move that was not known before. */
  readonly stops: readonly { readonly kind: 'death' | 'moved-away'; readonly on: string }[]
  /** The rule itself is another version. */
  readonly rule: boolean
  /** Nothing but the day: what has fallen due meanwhile. */
  readonly time: boolean
}

interface Stood {
  readonly said: RulesSay
  readonly ruleVersion: string
}

/** What lies between two answers of the rules to one claim. Pure. */
export function whatChanged(before: Stood, after: Stood): WhatChanged {
  const names = [...new Set([...Object.keys(before.said.facts), ...Object.keys(after.said.facts)])].toSorted()
  const facts = names.flatMap((fact): readonly FactChange[] => {
    const [old, own] = [before.said.facts[fact], after.said.facts[fact]]
    const source = own?.source ?? old?.source
    return source === undefined || old?.value === own?.value
      ? []
      : [{ fact, before: old?.value ?? null, after: own?.value ?? null, source }]
  })
  const known = new Set((before.said.stops ?? []).map(({ kind, on }) => `${kind} ${on}`))
  const stops = (after.said.stops ?? [])
    .filter(({ kind, on }) => !known.has(`${kind} ${on}`))
    .map(({ kind, on }) => ({ kind, on: on as string }))
  const rule = before.ruleVersion !== after.ruleVersion
  const time = facts.length === 0 && stops.length === 0 && !rule && before.said.asOf !== after.said.asOf
  return { facts, stops, rule, time }
}

/** Whether something is known otherwise: the passing of days alone is no news. */
export function isNews({ facts, stops }: WhatChanged): boolean {
  return facts.length > 0 || stops.length > 0
}
