import { DomainError } from '@junheng/kernel'
import type { Text } from '@junheng/rules'

/** The command was asked in a way it cannot follow; ends it with exit code 2. */
export function usageError(text: Text): DomainError<'usage'> {
  return new DomainError('usage', { text })
}
