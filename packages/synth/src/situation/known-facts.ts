import type { SituationJson } from './situation-of.ts'

/** The words of a place, as far as they matter here: the full names of its facts. */
export interface KnownFacts {
  readonly facts: readonly { readonly name: string }[]
}

const rowsOf: Readonly<Record<string, string>> = { children: 'child', members: 'member' }

/** The situation without the facts a place's dictionary does not name, and without groups that this leaves empty. */
export function onlyKnown(situation: SituationJson, { facts }: KnownFacts): SituationJson {
  const names = new Set(facts.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(situation).flatMap(([key, value]): [string, unknown][] => {
      const row = rowsOf[key]
      if (row !== undefined && Array.isArray(value))
        return [[key, value.map((item: unknown) => keep(item, row, names))]]
      const kept = keep(value, key, names)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function keep(value: unknown, name: string, names: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return names.has(name) ? value : undefined
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, keep(inner, `${name}.${key}`, names)] as const)
    .filter(([, inner]) => inner !== undefined)
  return entries.length === 0 && name.includes('.') ? undefined : Object.fromEntries(entries)
}
