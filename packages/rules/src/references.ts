import type { Expr } from './ast.ts'
import { childrenOf } from './children-of.ts'

/** The names of all facts an expression reads, without repeats, in order of the alphabet. Derived facts by their own names. */
export function factsOf(expr: Expr): readonly string[] {
  return collect(expr, (node) => {
    if (node.kind === 'fact') return node.name
    return node.kind === 'sum' ? node.of : null
  })
}

/** The names of all parameters an expression reads. */
export function parametersOf(expr: Expr): readonly string[] {
  return collect(expr, (node) => (node.kind === 'parameter' ? node.name : null))
}

/** The names of all tables an expression goes through. */
export function tablesOf(expr: Expr): readonly string[] {
  return collect(expr, (node) => ('table' in node && node.kind !== 'fact' ? node.table : null))
}

function collect(expr: Expr, nameOf: (node: Expr) => string | null): readonly string[] {
  const names = new Set<string>()
  const visit = (node: Expr): void => {
    const name = nameOf(node)
    if (name !== null) names.add(name)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(expr)
  return [...names].sort()
}
