import type { FactValue } from './fact.ts'

/** Where somebody lives: township, nine digits, and village or community, twelve; null: not known. */
export interface Place {
  readonly township: string
  readonly village: string | null
}

/** A place as the value of a fact: a village that is not known is not written. */
export function placeValue({ township, village }: Place): FactValue {
  return village === null ? { township } : { township, village }
}
