import type { CaseShown } from '../case-types.ts'

/** The most urgent item that waits for the unit that looks; null where none does. */
export function firstToDecide({ waiting, viewer }: Pick<CaseShown, 'waiting' | 'viewer'>): string | null {
  return waiting.find(({ who, item }) => who === viewer && item !== null)?.item ?? null
}
