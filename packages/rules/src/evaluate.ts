import type { Aggregate, Binary, Expr, InRange, Quantified } from './ast.ts'
import { callFunction } from './call-function.ts'
import type { Environment } from './environment.ts'
import { exactFraction, type Fraction } from './exact-fraction.ts'
import type { Value } from './types.ts'

type Row = Environment['row']

/**
 * The value of a checked expression; null means a fact that matters is missing.
 *
 * Logic is Kleene's: `false and ?` is false, `true or ?` is true, everything else that needs the missing value is null:
 * comparisons (`=` and `!=` too), arithmetic, functions, `if ? …`, `count` and `sum` over a row that cannot be judged.
 * A product with a decimal constant n/d is `x * n / d`, a quotient `x * d / n`: one rounding, not two.
 */
export function evaluate(expr: Expr, env: Environment): Value {
  return evaluateIn(expr, env, env.row)
}

/** As `evaluate`, for the given row in place of the environment's. */
export function evaluateIn(expr: Expr, env: Environment, row: Row): Value {
  switch (expr.kind) {
    case 'literal':
      return expr.value
    case 'fact':
      return env.fact(expr.name, rowIndex(expr.table, row))
    case 'parameter':
      return env.parameter(expr.name)
    case 'context':
      return expr.name === 'on' ? env.on : env.here
    case 'not': {
      const value = evaluateIn(expr.operand, env, row)
      return value === null ? null : value !== true
    }
    case 'negate': {
      const value = evaluateIn(expr.operand, env, row)
      return value === null ? null : 0 - Number(value)
    }
    case 'binary':
      return evaluateBinary(expr, env, row)
    case 'between': {
      const value = evaluateIn(expr.value, env, row)
      const low = evaluateIn(expr.low, env, row)
      const high = evaluateIn(expr.high, env, row)
      return and(
        value === null || low === null ? null : value >= low,
        value === null || high === null ? null : value <= high,
      )
    }
    case 'in-list': {
      const value = evaluateIn(expr.value, env, row)
      if (value === null) return null
      let found: boolean | null = false
      for (const item of expr.items) {
        const candidate = evaluateIn(item, env, row)
        if (candidate === value) return true
        if (candidate === null) found = null
      }
      return found
    }
    case 'in-range':
      return evaluateInRange(expr, env, row)
    case 'if': {
      const condition = evaluateIn(expr.condition, env, row)
      if (condition === null) return null
      return evaluateIn(condition === true ? expr.then : expr.otherwise, env, row)
    }
    case 'call': {
      const args: (number | boolean | string)[] = []
      for (const arg of expr.args) {
        const value = evaluateIn(arg, env, row)
        if (value === null) return null
        args.push(value)
      }
      return callFunction(expr.name, args)
    }
    case 'some':
    case 'every':
      return evaluateQuantified(expr, env)
    case 'count':
    case 'sum':
      return evaluateAggregate(expr, env)
  }
}

/** The row index a fact is read with: that of the current row if the fact belongs to its table. */
export function rowIndex(table: string | null, row: Row): number | null {
  return table !== null && row !== null && row.table === table ? row.index : null
}

function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

function evaluateBinary(expr: Binary, env: Environment, row: Row): Value {
  const left = evaluateIn(expr.left, env, row)
  if (expr.operator === 'and' && left === false) return false
  if (expr.operator === 'or' && left === true) return true
  const right = evaluateIn(expr.right, env, row)
  if (expr.operator === 'and') return right === false ? false : left === null || right === null ? null : true
  if (expr.operator === 'or') return right === true ? true : left === null || right === null ? null : false
  if (left === null || right === null) return null
  switch (expr.operator) {
    case '=':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '+':
      return Number(left) + Number(right)
    case '-':
      return Number(left) - Number(right)
    case '*':
      return multiply(expr, Number(left), Number(right))
    case '/':
      return divide(expr, Number(left), Number(right))
  }
}

function multiply(expr: Binary, left: number, right: number): number {
  const byRight = constantFraction(expr.right, right)
  if (byRight !== null) return (left * byRight[0]) / byRight[1]
  const byLeft = constantFraction(expr.left, left)
  if (byLeft !== null) return (right * byLeft[0]) / byLeft[1]
  return left * right
}

function divide(expr: Binary, left: number, right: number): number | null {
  if (right === 0) return null
  const by = constantFraction(expr.right, right)
  return by === null ? left / right : (left * by[1]) / by[0]
}

/** The fraction of a constant that is no whole number; a parameter is read by its shortest decimal form. */
function constantFraction(expr: Expr, value: number): Fraction | null {
  if (expr.kind === 'literal') return expr.exact ?? null
  if (expr.kind === 'parameter' && !Number.isInteger(value)) return exactFraction(value)
  return null
}

function evaluateInRange(expr: InRange, env: Environment, row: Row): Value {
  const value = evaluateIn(expr.value, env, row)
  const low = evaluateIn(expr.low, env, row)
  const high = evaluateIn(expr.high, env, row)
  const above = value === null || low === null ? null : expr.lowClosed ? value >= low : value > low
  const below = value === null || high === null ? null : expr.highClosed ? value <= high : value < high
  return and(above, below)
}

function evaluateQuantified(expr: Quantified, env: Environment): Value {
  const rows = env.rowCount(expr.table)
  if (rows === null) return null
  const decisive = expr.kind === 'some'
  let result: boolean | null = !decisive
  for (let index = 0; index < rows; index++) {
    const value = evaluateIn(expr.where, env, { table: expr.table, index })
    if (value === decisive) return decisive
    if (value === null) result = null
  }
  return result
}

function evaluateAggregate(expr: Aggregate, env: Environment): Value {
  const rows = env.rowCount(expr.table)
  if (rows === null) return null
  let total = 0
  for (let index = 0; index < rows; index++) {
    const selected = expr.where === null || evaluateIn(expr.where, env, { table: expr.table, index })
    if (selected === null) return null
    if (selected !== true) continue
    if (expr.of === null) {
      total += 1
      continue
    }
    const value =
      expr.value === undefined ? env.fact(expr.of, index) : evaluateIn(expr.value, env, { table: expr.table, index })
    if (value === null) return null
    total += Number(value)
  }
  return total
}
