import type { Place } from './place.ts'

/**
 * True for a fact nobody should be asked unless they open its topic, and for a table that holds nothing but such facts
 * (`missing` names a table while it is not known whether it has any rows).
 */
export function isUnprompted(
  name: string,
  { place, topics }: { readonly place: Pick<Place, 'facts'>; readonly topics: readonly string[] },
): boolean {
  const facts = place.facts.filter((fact) => fact.name === name)
  const meant = facts.length > 0 ? facts : place.facts.filter((fact) => fact.table === name && fact.ask !== 'derived')
  return meant.length > 0 && meant.every(({ ask, topic }) => ask !== 'auto' && !topics.includes(topic))
}
