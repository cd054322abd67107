import type { Expr, Literal } from './ast.ts'
import { childrenOf } from './children-of.ts'
import type { Environment } from './environment.ts'
import { evaluateIn, rowIndex } from './evaluate.ts'
import { formatExpression } from './format-expression.ts'
import type { SentenceOptions } from './sentence/sentence-options.ts'
import { sentence } from './sentence/sentence.ts'
import { showValue } from './show-value.ts'
import type { Dictionary, Text, Value } from './types.ts'

/** A fact as it was read. */
export interface FactRead {
  readonly name: string
  /** The row's index, null for a fact of the household. */
  readonly row: number | null
  readonly label: Text
  readonly value: Value
  readonly shown: Text
}

/** How one part of a rule came out for one household. */
export interface Explanation {
  readonly kind: Expr['kind']
  /** The part as the language writes it. */
  readonly text: string
  readonly sentence: Text
  readonly value: Value
  readonly shown: Text
  /** For a part judged for one row of a table, which. */
  readonly row: { readonly table: string; readonly index: number } | null
  /** The parts it is made of; for a quantifier or an aggregate, one for each row; for a derived fact, its definition. */
  readonly children: readonly Explanation[]
  /** Every fact read anywhere below, once each. */
  readonly facts: readonly FactRead[]
}

/** The whole tree of a rule with the value of each part: nothing is cut short, so that the reader sees every condition. */
export function explain(
  expr: Expr,
  env: Environment,
  dictionary: Dictionary,
  options: SentenceOptions = {},
): Explanation {
  const visit = (node: Expr, row: Environment['row']): Explanation => {
    const value = evaluateIn(node, env, row)
    const children = explainChildren(node, row)
    const own = readFact(node, value, row)
    return {
      kind: node.kind,
      text: formatExpression(node),
      sentence: sentence(node, dictionary, options),
      value,
      shown: showValue(value, node.type, dictionary, options.regionName),
      row,
      children,
      facts: withoutRepeats([...own, ...children.flatMap((child) => child.facts)]),
    }
  }

  const explainChildren = (node: Expr, row: Environment['row']): readonly Explanation[] => {
    if (node.kind === 'fact') {
      const derived = env.derived?.(node.name) ?? null
      return derived === null ? [] : [visit(derived, node.table === null ? null : row)]
    }
    if (node.kind === 'some' || node.kind === 'every' || node.kind === 'count' || node.kind === 'sum') {
      const { table, where } = node
      return Array.from({ length: env.rowCount(table) ?? 0 }, (_, index) =>
        explainRow(node, where ?? always(node), { table, index }),
      )
    }
    return childrenOf(node)
      .filter((child) => child.kind !== 'literal')
      .map((child) => visit(child, row))
  }

  /** A row's condition, with the fact that is summed if the row counts. */
  const explainRow = (node: Expr, where: Expr, row: { table: string; index: number }): Explanation => {
    const explanation = visit(where, row)
    if (node.kind !== 'sum' || node.of === null || explanation.value !== true) return explanation
    const summed = visit({ kind: 'fact', name: node.of, table: node.table, type: node.type, span: node.span }, row)
    const children = [...explanation.children, summed]
    return { ...explanation, children, facts: withoutRepeats([...explanation.facts, ...summed.facts]) }
  }

  const readFact = (node: Expr, value: Value, row: Environment['row']): readonly FactRead[] => {
    if (node.kind !== 'fact') return []
    const label = dictionary.facts.get(node.name)?.label ?? { zh: node.name, en: node.name }
    const shown = showValue(value, node.type, dictionary, options.regionName)
    return [{ name: node.name, row: rowIndex(node.table, row), label, value, shown }]
  }

  return visit(expr, env.row)
}

function always(node: Expr): Literal {
  return { kind: 'literal', value: true, type: { kind: 'boolean' }, span: node.span }
}

function withoutRepeats(facts: readonly FactRead[]): readonly FactRead[] {
  return [...new Map(facts.map((fact) => [`${fact.row ?? ''} ${fact.name}`, fact])).values()]
}
