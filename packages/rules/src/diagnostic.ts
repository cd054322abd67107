import type { Span } from './ast.ts'
import type { Text } from './types.ts'

/** One finding about an expression, for the person who wrote it. */
export interface Diagnostic {
  /** Stable name, e.g. `unknown-name`, `type-mismatch`, `unexpected-character`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly span: Span
  readonly message: Text
  /** What to write instead, where the nearest right spelling is known. */
  readonly suggestion?: string
}
