import type { Place } from '@junheng/entitlements'
import type { FactValue, Household } from './household.ts'

type Nested = { [name: string]: Nested | FactValue }

/**
 * The household in the form the engine reads: facts in nested objects by their names, rows in their table's list.
 * Facts this place does not know (asked about in another place) are left out.
 */
export function situationInput(place: Place, household: Household): unknown {
  const known = new Set(place.facts.filter((fact) => fact.is === null).map((fact) => fact.name))
  const input: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(household.facts))
    if (known.has(name)) put(input as Nested, name.split('.'), value)
  for (const table of place.tables) {
    const rows = household.rows[table.name]
    if (rows === undefined) continue
    input[table.name] = rows.map((row) => {
      const nested: Nested = {}
      for (const [name, value] of Object.entries(row)) if (known.has(name)) put(nested, name.split('.').slice(1), value)
      return nested
    })
  }
  return input
}

function put(target: Nested, path: readonly string[], value: FactValue): void {
  const [head, ...rest] = path
  if (head === undefined) return
  if (rest.length === 0) {
    target[head] = value
    return
  }
  const inner = target[head]
  const next: Nested = typeof inner === 'object' ? inner : {}
  target[head] = next
  put(next, rest, value)
}
