import type { PersonFact } from '../calls.ts'

/** The facts believed at an instant (as recorded: ISO, UTC): known by then, not corrected by then, not withdrawals. */
export function believedAt(history: readonly PersonFact[], at: string | null): readonly PersonFact[] {
  const known = at === null ? history : history.filter(({ recordedAt }) => recordedAt <= at)
  const corrected = new Set(known.map(({ corrects }) => corrects))
  return known.filter(({ id, value }) => value !== null && !corrected.has(id))
}

/** The instants at which something was recorded, newest first, each once. */
export function instantsOf(history: readonly PersonFact[]): readonly string[] {
  return [...new Set(history.map(({ recordedAt }) => recordedAt))].toSorted().toReversed()
}
