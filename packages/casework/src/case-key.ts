import type { WrittenFacts } from './actions/action.ts'
import type { Procedure } from './procedure.ts'

/**
 * The name that two openings of the same matter share, such as mother, day and which of the babies; null while a field of it is
 * not known, or where the procedure has none. A store that lets a key in once never holds the same birth twice, whoever
 * sent it. It may hold an identity number: store a keyed hash of it.
 */
export function caseKey({ id, uniqueBy }: Procedure, facts: WrittenFacts): string | null {
  const values = uniqueBy.map((name) => facts[name])
  if (values.length === 0 || values.includes(undefined)) return null
  return JSON.stringify([
    id,
    ...values.map((value) => (typeof value === 'string' ? value.trim().toUpperCase() : value)),
  ])
}
