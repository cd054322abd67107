import type { Expr } from '@junheng/rules'

/** The tree with each node that `replace` answers for exchanged; the rest is kept as it stands. */
export function rewriteExpression(expr: Expr, replace: (node: Expr) => Expr | null): Expr {
  const replaced = replace(expr)
  if (replaced !== null) return replaced
  const go = (node: Expr): Expr => rewriteExpression(node, replace)
  switch (expr.kind) {
    case 'literal':
    case 'fact':
    case 'parameter':
    case 'context':
      return expr
    case 'not':
    case 'negate':
      return { ...expr, operand: go(expr.operand) }
    case 'binary':
      return { ...expr, left: go(expr.left), right: go(expr.right) }
    case 'between':
    case 'in-range':
      return { ...expr, value: go(expr.value), low: go(expr.low), high: go(expr.high) }
    case 'in-list':
      return { ...expr, value: go(expr.value), items: expr.items.map(go) }
    case 'if':
      // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
      return { ...expr, condition: go(expr.condition), then: go(expr.then), otherwise: go(expr.otherwise) }
    case 'call':
      return { ...expr, args: expr.args.map(go) }
    case 'some':
    case 'every':
      return { ...expr, where: go(expr.where) }
    case 'count':
    case 'sum':
    default:
      return { ...expr, where: expr.where === null ? null : go(expr.where) }
  }
}
