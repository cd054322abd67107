import type { Expr } from '../ast.ts'
import { literal } from './build.ts'

/** Drops what a constant decides: `true and x` is `x`, `x and false` is `false`, `if true …`. Kleene-safe. */
export function simplify(expr: Expr): Expr {
  if (expr.kind === 'binary' && (expr.operator === 'and' || expr.operator === 'or')) {
    // The value that decides alone: false for `and`, true for `or`; it does so even beside a missing fact.
    const deciding = expr.operator === 'or'
    for (const [side, other] of [
      [expr.left, expr.right],
      [expr.right, expr.left],
    ] as const) {
      if (side.kind !== 'literal' || side.value === null) continue
      return side.value === deciding ? side : other
    }
    return expr
  }
  if (expr.kind === 'not' && expr.operand.kind === 'not') return expr.operand.operand
  if (expr.kind === 'if' && expr.condition.kind === 'literal' && expr.condition.value !== null) {
    return withoutFraction(expr.condition.value === true ? expr.then : expr.otherwise)
  }
  return expr
}

/**
 * A decimal counts as an exact fraction only where the rule itself names the constant; what a branch or a derived fact
 * yields is a plain number to `evaluate`, so it must be one here.
 */
export function withoutFraction(expr: Expr): Expr {
  return expr.kind === 'literal' && expr.exact !== undefined
    ? literal(expr.value, { span: expr.span, type: expr.type })
    : expr
}
