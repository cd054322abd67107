import type { Expr } from '../ast.ts'
import type { Type } from '../types.ts'
import { literal, test } from './build.ts'

const regionType: Type = { kind: 'region' }

/**
 * `within(x, 421200)` with a constant outer region becomes `x between 421200 and 421299`, a county becomes
 * `x = 421202`, the nation (0 or 100000) every code. Any other node is returned unchanged.
 */
export function withinToRange(expr: Expr): Expr {
  if (expr.kind !== 'call' || expr.name !== 'within') return expr
  const [inner, outer] = expr.args
  if (inner === undefined || outer?.kind !== 'literal' || typeof outer.value !== 'number') return expr
  const { span } = outer
  const region = (code: number) => literal(code, { span, type: regionType })
  const code = outer.value
  if (code === 0 || code === 100_000) return between(inner, region(0), region(999_999), expr)
  if (code % 100 !== 0) return test('=', inner, outer)
  return between(inner, outer, region(code + (code % 10_000 === 0 ? 9999 : 99)), expr)
}

function between(value: Expr, low: Expr, high: Expr, { span, type }: Expr): Expr {
  return { kind: 'between', value, low, high, span, type }
}
