import { fromDayNumber } from '@junheng/kernel'
import type { BinaryOperator, Expr, Literal } from './ast.ts'
import { childrenOf } from './children-of.ts'

/** Stands for a row's own name where the condition reads no fact of it. */
export const anyRow = 'row'

const levels: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
}
const comparison = 3
const operand = 4
const unary = 6

/**
 * The expression as text, in one canonical form: full names, single spaces, brackets only where the reading needs them.
 * Parsing that text gives the same tree again, spans aside.
 */
export function formatExpression(expr: Expr): string {
  return format(expr, 0)
}

/** `minimum` is how tightly the place binds; a looser expression is put in brackets. */
function format(expr: Expr, minimum: number): string {
  const [level, text] = write(expr)
  return level < minimum ? `(${text})` : text
}

function write(expr: Expr): [level: number, text: string] {
  switch (expr.kind) {
    case 'literal':
      return writeLiteral(expr)
    case 'fact':
    case 'parameter':
    case 'context':
      return [unary, expr.name]
    case 'not':
      return [unary, `not(${format(expr.operand, 0)})`]
    case 'negate':
      return [unary, `-${format(expr.operand, unary)}`]
    case 'binary': {
      const level = levels[expr.operator]
      // Comparisons do not chain; the others group from the left.
      const left = format(expr.left, level === comparison ? operand : level)
      return [level, `${left} ${expr.operator} ${format(expr.right, level + 1)}`]
    }
    case 'between':
      return [
        comparison,
        `${format(expr.value, operand)} between ${format(expr.low, operand)} and ${format(expr.high, operand)}`,
      ]
    case 'in-list':
      return [comparison, `${format(expr.value, operand)} in (${formatAll(expr.items)})`]
    case 'in-range': {
      const range = `${format(expr.low, operand)}..${format(expr.high, operand)}`
      const [open, close] = [expr.lowClosed ? '[' : '(', expr.highClosed ? ']' : ')']
      return [comparison, `${format(expr.value, operand)} in (${open}${range}${close})`]
    }
    case 'if':
      return [0, `if ${format(expr.condition, 0)} then ${format(expr.then, 0)} else ${format(expr.otherwise, 0)}`]
    case 'call':
      return [unary, `${expr.name}(${formatAll(expr.args)})`]
    case 'some':
    case 'every': {
      const row = rowNameIn(expr.where, expr.table)
      return [0, `${expr.kind} ${row} in ${expr.table} satisfies ${format(expr.where, 0)}`]
    }
    case 'count':
    case 'sum': {
      const where = expr.where === null ? '' : `[${format(expr.where, 0)}]`
      const of = expr.of === null ? '' : `.${expr.of.slice(expr.of.indexOf('.') + 1)}`
      return [unary, `${expr.kind}(${expr.table}${where}${of})`]
    }
  }
}

function formatAll(items: readonly Expr[]): string {
  return items.map((item) => format(item, 0)).join(', ')
}

function writeLiteral({ value, exact, type }: Literal): [level: number, text: string] {
  if (value === null || typeof value === 'boolean') return [unary, String(value)]
  if (typeof value === 'string') return [unary, `"${value.replace(/["\\]/g, String.raw`\$&`)}"`]
  if (type.kind === 'date') return [unary, `date("${fromDayNumber(value)}")`]
  if (type.kind === 'region') return [unary, String(value).padStart(6, '0')]
  if (exact === undefined) return [unary, String(value)]
  return writeFraction(...exact)
}

/** The decimal a fraction came from, digit for digit; a fraction no decimal can say is written as a quotient. */
function writeFraction(numerator: number, denominator: number): [level: number, text: string] {
  for (let places = 0, power = 1; places <= 15; places++, power *= 10) {
    if (power % denominator !== 0) continue
    const digits = String(Math.abs(numerator) * (power / denominator)).padStart(places + 1, '0')
    const whole = digits.slice(0, digits.length - places)
    const decimals = places === 0 ? '' : `.${digits.slice(-places)}`
    return [unary, `${numerator < 0 ? '-' : ''}${whole}${decimals}`]
  }
  return [levels['/'], `${numerator} / ${denominator}`]
}

/** What a row of the table is called: the first part of the name of a fact read from it, or just `row`. */
function rowNameIn(where: Expr, table: string): string {
  if (where.kind === 'fact' && where.table === table) return where.name.slice(0, where.name.indexOf('.'))
  for (const child of childrenOf(where)) {
    const found = rowNameIn(child, table)
    if (found !== anyRow) return found
  }
  return anyRow
}
