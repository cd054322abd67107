import { DomainError } from '@junheng/kernel'
import type { Expr } from '../ast.ts'
import { childrenOf } from '../children-of.ts'
import type { Environment } from '../environment.ts'
import { evaluate } from '../evaluate.ts'
import { literal } from './build.ts'

/** Constants need no household: whatever asks for one here is a mistake of this file. */
const nothing: Environment = {
  fact: unreachable,
  parameter: unreachable,
  rowCount: unreachable,
  on: 0,
  here: 0,
  row: null,
}

const LEAVES_AND_ROWS: readonly Expr['kind'][] = [
  'literal',
  'fact',
  'parameter',
  'context',
  'some',
  'every',
  'count',
  'sum',
]

/** A node whose parts are all constants becomes the constant that `evaluate` gives; any other node is returned. */
export function foldConstant(node: Expr): Expr {
  if (LEAVES_AND_ROWS.includes(node.kind) || !childrenOf(node).every((part) => part.kind === 'literal')) return node
  return literal(evaluate(node, nothing), node)
}

function unreachable(name: string): never {
  throw new DomainError('constant-reads-fact', {
    text: { zh: `常量不应读取“${name}”`, en: `a constant cannot read ${name}` },
    info: { name },
  })
}
