import type { Span } from '../ast.ts'

export type TokenKind = 'number' | 'text' | 'name' | 'keyword' | 'symbol' | 'end'

/** A word of the expression. `text` is normalised (half-width, keywords in English); `span` is in the original. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly span: Span
}
