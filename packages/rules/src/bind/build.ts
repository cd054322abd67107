/** Small makers of tree nodes for the passes that rewrite a checked tree; each keeps the span of what it replaces. */
import type { Binary, BinaryOperator, Expr, Literal, Span } from '../ast.ts'
import type { Type } from '../types.ts'

const booleanType: Type = { kind: 'boolean' }

export function literal(
  value: Literal['value'],
  { span, type, exact }: { span: Span; type: Type; exact?: Literal['exact'] | undefined },
): Literal {
  return exact === undefined ? { kind: 'literal', value, span, type } : { kind: 'literal', value, exact, span, type }
}

/** A comparison or a connective: its type is boolean. */
export function test(operator: BinaryOperator, left: Expr, right: Expr): Binary {
  return {
    kind: 'binary',
    operator,
    left,
    right,
    span: { start: left.span.start, end: Math.max(left.span.end, right.span.end) },
    type: booleanType,
  }
}
