import type { Expr } from './ast.ts'
import { childrenOf } from './children-of.ts'
import type { Environment } from './environment.ts'
import { evaluateIn, rowIndex } from './evaluate.ts'

/** A fact that is needed: `row` is the row's index, null for a fact of the household. A table nobody has filled in is named by itself. */
export interface MissingFact {
  readonly name: string
  readonly row: number | null
}

/**
 * The facts whose absence makes the value null; empty when the value is known. Only those that matter: what stands
 * beside a deciding `false` in `and` is not asked for, nor the branch that is not taken. While the condition of an `if` is
 * unknown, only what the condition needs is named. A derived fact is traced to the facts it is made of.
 */
export function missingFacts(expr: Expr, env: Environment): readonly MissingFact[] {
  const found = new Map<string, MissingFact>()
  const add = (name: string, row: number | null): void => void found.set(`${row ?? ''} ${name}`, { name, row })

  const visit = (node: Expr, row: Environment['row']): void => {
    if (evaluateIn(node, env, row) !== null) return
    switch (node.kind) {
      case 'fact': {
        const derived = env.derived?.(node.name) ?? null
        if (derived === null) add(node.name, rowIndex(node.table, row))
        else visit(derived, node.table === null ? null : row)
        return
      }
      case 'if': {
        const condition = evaluateIn(node.condition, env, row)
        visit(condition === null ? node.condition : condition === true ? node.then : node.otherwise, row)
        return
      }
      case 'some':
      case 'every':
      case 'count':
      case 'sum':
        visitRows(node)
        return
      case 'literal':
      case 'parameter':
      case 'context':
      case 'not':
      case 'negate':
      case 'binary':
      case 'between':
      case 'in-list':
      case 'in-range':
      case 'call':
        for (const child of childrenOf(node)) visit(child, row)
    }
  }

  const visitRows = (node: Extract<Expr, { table: string; where: Expr | null }>): void => {
    const rows = env.rowCount(node.table)
    if (rows === null) {
      add(node.table, null)
      return
    }
    const of = node.kind === 'sum' ? node.of : null
    for (let index = 0; index < rows; index++) {
      const row = { table: node.table, index }
      const selected = node.where === null || evaluateIn(node.where, env, row)
      if (selected === null && node.where !== null) visit(node.where, row)
      if (selected !== true || of === null) continue
      visit({ kind: 'fact', name: of, table: node.table, type: node.type, span: node.span }, row)
    }
  }

  visit(expr, env.row)
  return [...found.values()]
}
