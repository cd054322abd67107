import { DomainError } from '@junheng/kernel'
import type { Binary, Call, Expr, Fact, Literal } from '../ast.ts'
import { notBound } from '../bind/not-bound.ts'
import type { Type } from '../types.ts'
import { chooseNumber, compareNumbers, smaller, type Comparison } from './compare-code.ts'
import { ageNumber, monthNumber, shiftDate, withinCode, yearNumber } from './date-code.ts'
import { eitherMissing, known, maskAnd, maskEqual, maskIf, maskNot, maskOr } from './mask-code.ts'
import { absolute, addNumbers, multiplyNumbers, negateNumber, real, scaleNumber } from './number-code.ts'
import {
  asMask,
  asNumeric,
  constantNumber,
  constantWhole,
  fitsInt,
  type Mask,
  type Numeric,
  type Operand,
} from './operand.ts'
import type { CodeIndex, Place } from './place.ts'
import { ceilingNumber, floorNumber, roundNumber } from './rounding-code.ts'
import { rowsOperand } from './rows-code.ts'
import type { Writer } from './writer.ts'

/** Writes the code of a bound expression; the operand says where its value is. */
export function operandOf(expr: Expr, place: Place): Operand {
  const w = place.writer
  const mask = (part: Expr) => asMask(operandOf(part, place))
  const number = (part: Expr) => asNumeric(operandOf(part, place))
  switch (expr.kind) {
    case 'literal':
      return literalOperand(expr, place.codes)
    case 'fact':
      return factOperand(expr, place)
    case 'parameter':
    case 'context':
      throw notBound(expr.name)
    case 'not':
      return maskNot(w, mask(expr.operand))
    case 'negate':
      return negateNumber(w, number(expr.operand))
    case 'binary':
      return binaryOperand(expr, place)
    case 'between':
      return rangeMask(w, [number(expr.value), number(expr.low), number(expr.high)], '>=', '<=')
    case 'in-range':
      return rangeMask(
        w,
        [number(expr.value), number(expr.low), number(expr.high)],
        expr.lowClosed ? '>=' : '>',
        expr.highClosed ? '<=' : '<',
      )
    case 'in-list': {
      const value = operandOf(expr.value, place)
      const found = expr.items.map((item) => equalMask(w, value, operandOf(item, place)))
      const nowhere = known(w, '0', value.kind === 'mask' ? null : asNumeric(value).missing)
      return found.reduce((all, one) => maskOr(w, all, one), found.length === 0 ? nowhere : (found[0] ?? nowhere))
    }
    case 'if': {
      const condition = mask(expr.condition)
      const then = operandOf(expr.then, place)
      const otherwise = operandOf(expr.otherwise, place)
      return isTruth(expr.type, then, otherwise)
        ? maskIf(w, condition, asMask(then), asMask(otherwise))
        : chooseNumber(w, condition, asNumeric(then), asNumeric(otherwise))
    }
    case 'call':
      return callOperand(expr, place)
    case 'some':
    case 'every':
    case 'count':
    case 'sum':
      return rowsOperand(expr, place)
  }
}

function isTruth(type: Type, ...parts: readonly Operand[]): boolean {
  return type.kind === 'boolean' || parts.some((part) => part.kind === 'mask')
}

function literalOperand({ value, exact, type }: Literal, codes: CodeIndex): Operand {
  if (value === null) return { kind: 'nothing' }
  if (typeof value === 'boolean') return { kind: 'mask', yes: value ? '-1' : '0', no: null }
  if (typeof value === 'number') return constantNumber(value, exact)
  // A code outside its list equals nothing.
  return constantWhole((type.kind === 'code' ? codes(type.list, value) : undefined) ?? -1)
}

function factOperand(expr: Fact, place: Place): Operand {
  const column = place.inputs.fact(expr.name)
  const index = expr.table === null ? 'h' : place.row?.table === expr.table ? place.row.index : null
  if (column === null || index === null) return { kind: 'nothing' }
  const w = place.writer
  const { min, max, whole } = column.shape
  const missing = column.nulls === null ? null : w.let(`-(${column.nulls}[${index}] !== 0)`)
  const value = `${column.values}[${index}]`
  if (expr.type.kind === 'boolean') return known(w, w.let(`-(${value} !== 0)`), missing)
  if (!whole || !fitsInt(min, max)) return real(w.let(value), min, max, missing)
  return { kind: 'whole', code: w.let(`${value} | 0`), low: min, high: max, over: 1, missing }
}

const COMPARISONS: Partial<Record<Binary['operator'], Comparison>> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=' }

function binaryOperand(expr: Binary, place: Place): Operand {
  const w = place.writer
  const left = operandOf(expr.left, place)
  const right = operandOf(expr.right, place)
  switch (expr.operator) {
    case 'and':
      return maskAnd(w, asMask(left), asMask(right))
    case 'or':
      return maskOr(w, asMask(left), asMask(right))
    case '=':
      return equalMask(w, left, right)
    case '!=':
      return maskNot(w, equalMask(w, left, right))
    case '+':
    case '-':
      return addNumbers(w, asNumeric(left), asNumeric(right), expr.operator === '+' ? 1 : -1)
    case '*':
      return productOf(w, expr, asNumeric(left), asNumeric(right))
    case '/':
      return quotientOf(w, expr, asNumeric(left))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareNumbers(w, COMPARISONS[expr.operator] ?? '<', asNumeric(left), asNumeric(right))
  }
}

/** A decimal constant multiplies as its fraction: one multiplication and one division, as `evaluate` does. */
function productOf(w: Writer, expr: Binary, left: Numeric, right: Numeric): Numeric {
  const byRight = expr.right.kind === 'literal' ? expr.right.exact : undefined
  if (byRight !== undefined) return scaleNumber(w, left, byRight[0], byRight[1])
  const byLeft = expr.left.kind === 'literal' ? expr.left.exact : undefined
  if (byLeft !== undefined) return scaleNumber(w, right, byLeft[0], byLeft[1])
  return multiplyNumbers(w, left, right)
}

function quotientOf(w: Writer, { right }: Binary, left: Numeric): Numeric {
  if (right.kind !== 'literal' || typeof right.value !== 'number') {
    throw new DomainError('divisor-not-constant', {
      text: { zh: '除数必须是常数', en: 'the divisor must be a constant' },
    })
  }
  if (right.value === 0) return { ...constantWhole(0), missing: '-1' }
  const [numerator, denominator] = right.exact ?? [right.value, 1]
  return scaleNumber(w, left, denominator, numerator)
}

function equalMask(w: Writer, left: Operand, right: Operand): Mask {
  return isTruth({ kind: 'null' }, left, right)
    ? maskEqual(w, asMask(left), asMask(right))
    : compareNumbers(w, '===', asNumeric(left), asNumeric(right))
}

function rangeMask(
  w: Writer,
  [value, low, high]: readonly [Numeric, Numeric, Numeric],
  above: Comparison,
  below: Comparison,
): Mask {
  return maskAnd(w, compareNumbers(w, above, value, low), compareNumbers(w, below, value, high))
}

function callOperand({ name, args }: Call, place: Place): Operand {
  const w = place.writer
  const numbers = args.map((arg) => asNumeric(operandOf(arg, place)))
  const [a = constantWhole(0), b = constantWhole(0)] = numbers
  switch (name) {
    case 'min':
    case 'max':
      return numbers.reduce((best, next) => smaller(w, best, next, name))
    case 'floor':
      return floorNumber(w, a)
    case 'ceiling':
      return ceilingNumber(w, a)
    case 'abs':
      return absolute(w, a)
    case 'round half up':
    case 'round half down':
    case 'round half even':
    case 'round up':
    case 'round down':
      return roundNumber(w, name, a, scaleOf(args[1]))
    case 'ageInYears':
      return ageNumber(w, 'years', a, b)
    case 'ageInMonths':
    case 'monthsBetween':
      return ageNumber(w, 'months', a, b)
    case 'addYears':
      return shiftDate(w, 'years', a, b)
    case 'addMonths':
      return shiftDate(w, 'months', a, b)
    case 'addDays':
      return shiftDate(w, 'days', a, b)
    case 'daysBetween':
      return addNumbers(w, b, a, -1)
    case 'yearOf':
      return yearNumber(w, a)
    case 'monthOf':
      return monthNumber(w, a)
    case 'within':
      return known(w, withinCode(w, a, b), eitherMissing(w, a.missing, b.missing))
  }
}

function scaleOf(scale: Expr | undefined): number {
  if (scale === undefined) return 0
  if (scale.kind === 'literal' && typeof scale.value === 'number') return scale.value
  throw new DomainError('scale-not-constant', {
    text: { zh: '小数位数必须是常数', en: 'the number of decimals must be a constant' },
  })
}
