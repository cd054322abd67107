import type { Expr } from './ast.ts'

/** The parts of an expression, in the order they are written. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal':
    case 'fact':
    case 'parameter':
    case 'context':
      return []
    case 'not':
    case 'negate':
      return [expr.operand]
    case 'binary':
      return [expr.left, expr.right]
    case 'between':
    case 'in-range':
      return [expr.value, expr.low, expr.high]
    case 'in-list':
      return [expr.value, ...expr.items]
    case 'if':
      return [expr.condition, expr.then, expr.otherwise]
    case 'call':
      return expr.args
    case 'some':
    case 'every':
      return [expr.where]
    case 'count':
    case 'sum':
      return expr.where === null ? [] : [expr.where]
  }
}
