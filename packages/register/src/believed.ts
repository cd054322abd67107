import type { Fact } from './fact.ts'

/** A believed fact has a value; withdrawals only take others away. */
export type Belief = Fact & { readonly value: NonNullable<Fact['value']> }

/**
 * The facts believed at an instant (ISO 8601 UTC), or now: recorded by then and not corrected by then.
 * Oldest first.
 */
export function believed(facts: readonly Fact[], at: string | null = null): readonly Belief[] {
  const known = at === null ? facts : facts.filter((fact) => fact.recordedAt <= at)
  const corrected = new Set(known.map((fact) => fact.corrects).filter((id) => id !== null))
  return known
    .filter((fact): fact is Belief => fact.value !== null && !corrected.has(fact.id))
    .sort((a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id))
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
