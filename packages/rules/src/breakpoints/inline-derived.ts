import type { Expr } from '../ast.ts'
import { mapChildren } from '../bind/map-children.ts'
import type { Environment } from '../environment.ts'

/**
 * The expression with every derived fact replaced by its definition, so that a dependence on `on` shows. A derived fact
 * that refers to itself stays as it is (pack checks report it); so does one that is summed, which has no place for it.
 */
export function inlineDerived(expr: Expr, derived: Environment['derived']): Expr {
  if (derived === undefined) return expr
  const open: string[] = []
  const visit = (node: Expr): Expr => {
    const definition = node.kind === 'fact' && !open.includes(node.name) ? derived(node.name) : null
    if (node.kind !== 'fact' || definition === null) return mapChildren(node, visit)
    open.push(node.name)
    const inlined = visit(definition)
    open.pop()
    return inlined
  }
  return visit(expr)
}
