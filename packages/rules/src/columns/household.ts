import type { Value } from '../types.ts'

/** What is known of one household, as values at run time: fen, day numbers, region numbers, codes. */
export interface Household {
  /** By full name; missing and null are the same. */
  readonly facts: Readonly<Record<string, Value>>
  /** Rows by table; a table that is not here is unknown, which is not the same as empty. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, Value>>[] | undefined>>
}
