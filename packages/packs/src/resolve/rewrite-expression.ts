import { mapChildren, type Expr } from '@junheng/rules'

/** The tree with each node that `replace` answers for exchanged; the rest is kept as it stands. */
export function rewriteExpression(expr: Expr, replace: (node: Expr) => Expr | null): Expr {
  return replace(expr) ?? mapChildren(expr, (child) => rewriteExpression(child, replace))
}
