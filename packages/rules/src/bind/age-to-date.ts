import type { BinaryOperator, Call, Expr, Literal } from '../ast.ts'
import type { Type } from '../types.ts'
import { birthThreshold } from './birth-threshold.ts'
import { literal, test } from './build.ts'

const dateType: Type = { kind: 'date' }

/** Beyond this nothing is an age, and the search for the threshold would leave the calendar. */
const MAX_AGE = { years: 200, months: 2400 }

const MIRRORED: Partial<Record<BinaryOperator, BinaryOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/**
 * `ageInYears(d, day) < n` with a constant day and a constant `n` becomes `d > threshold`; so do the other orders,
 * `ageInMonths`, `between` and ranges. Missing dates stay missing: both forms are missing exactly when `d` is.
 * `=` and `!=` are left as they are. Any other node is returned unchanged.
 */
export function ageToDate(expr: Expr): Expr {
  if (expr.kind === 'binary') {
    const mirrored = MIRRORED[expr.operator]
    if (mirrored === undefined) return expr
    return compared(expr.left, expr.operator, expr.right) ?? compared(expr.right, mirrored, expr.left) ?? expr
  }
  if (expr.kind === 'between') return bounded({ ...expr, lowClosed: true, highClosed: true }) ?? expr
  if (expr.kind === 'in-range') return bounded(expr) ?? expr
  return expr
}

interface Bounds {
  readonly value: Expr
  readonly low: Expr
  readonly high: Expr
  readonly lowClosed: boolean
  readonly highClosed: boolean
}

function bounded({ value, low, high, lowClosed, highClosed }: Bounds): Expr | null {
  const above = compared(value, lowClosed ? '>=' : '>', low)
  const below = compared(value, highClosed ? '<=' : '<', high)
  return above !== null && below !== null ? test('and', above, below) : null
}

function compared(age: Expr, operator: BinaryOperator, bound: Expr): Expr | null {
  const call = ageCall(age)
  if (call === null || bound.kind !== 'literal' || typeof bound.value !== 'number') return null
  const { birth, on, unit } = call
  const atLeast = operator === '>=' || operator === '<'
  // Ages are whole, so every bound is an "at least" of a whole number: a > 2.5 and a > 2 are both a >= 3.
  const whole = atLeast ? Math.ceil(bound.value) : Math.floor(bound.value) + 1
  if (Math.abs(whole) > MAX_AGE[unit]) return null
  const day = literal(birthThreshold({ unit, age: whole, on }), { span: bound.span, type: dateType })
  return test(operator === '>=' || operator === '>' ? '<=' : '>', birth, day)
}

function ageCall(expr: Expr): { birth: Expr; on: number; unit: 'years' | 'months' } | null {
  if (expr.kind !== 'call' || (expr.name !== 'ageInYears' && expr.name !== 'ageInMonths')) return null
  const [birth, on] = argumentsOf(expr)
  if (birth === undefined || on === undefined || typeof on.value !== 'number') return null
  return { birth, on: on.value, unit: expr.name === 'ageInYears' ? 'years' : 'months' }
}

function argumentsOf(call: Call): readonly [Expr, Literal] | readonly [] {
  const [birth, on] = call.args
  return birth !== undefined && on?.kind === 'literal' ? [birth, on] : []
}
