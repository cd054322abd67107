import type { Expr } from '../ast.ts'
import { childrenOf } from '../children-of.ts'
import type { Environment } from '../environment.ts'
import { evaluateIn } from '../evaluate.ts'
import { inlineDerived } from './inline-derived.ts'

/** The environment on another day. Derived facts that are summed are computed for that day. */
export function atDay(expr: Expr, env: Environment): (on: number) => Environment {
  const summed = new Map<string, { readonly table: string; readonly definition: Expr }>()
  const visit = (node: Expr): void => {
    const definition = node.kind === 'sum' && node.of !== null ? (env.derived?.(node.of) ?? null) : null
    if (node.kind === 'sum' && node.of !== null && definition !== null)
      summed.set(node.of, { table: node.table, definition: inlineDerived(definition, env.derived) })
    for (const child of childrenOf(node)) visit(child)
  }
  visit(expr)

  return (on) => {
    const then: Environment = {
      fact: (name, index) => {
        const derived = index === null ? undefined : summed.get(name)
        if (derived === undefined || index === null) return env.fact(name, index)
        return evaluateIn(derived.definition, then, { table: derived.table, index })
      },
      parameter: (name) => env.parameter(name),
      rowCount: (table) => env.rowCount(table),
      on,
      here: env.here,
      row: env.row,
      ...(env.derived === undefined ? {} : { derived: env.derived }),
    }
    return then
  }
}
