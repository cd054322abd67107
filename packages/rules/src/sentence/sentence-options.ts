import type { Text } from '../types.ts'

export interface SentenceOptions {
  /** The name of a region; without it a region in an expression shows its code. */
  readonly regionName?: (region: number) => Text | undefined
}
