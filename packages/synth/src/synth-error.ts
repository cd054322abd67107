import { DomainError } from '@junheng/kernel'
import type { Words } from '@junheng/kernel'

/** What `DomainError` says of a population that cannot be made. */
export type SynthErrorCode = 'no-census' | 'wrong-count' | 'wrong-seed' | 'wrong-day' | 'too-many-persons' | 'no-people'

export function synthError(
  code: SynthErrorCode,
  text: Words,
  info: Readonly<Record<string, string | number | boolean | null>> = {},
): DomainError<SynthErrorCode> {
  return new DomainError(code, { text, info })
}
