/** Arithmetic on numbers held as int32 fractions where their bounds allow, as doubles otherwise. */
import { eitherMissing } from './mask-code.ts'
import {
  constantWhole,
  fitsInt,
  isConstant,
  MAX_OVER,
  numberText,
  type Numeric,
  type Real,
  type Whole,
} from './operand.ts'
import type { Writer } from './writer.ts'

export function toReal(w: Writer, value: Numeric): Real {
  if (value.kind === 'real') return value
  const { low, high, over, missing } = value
  const code = over === 1 ? value.code : w.let(`${value.code} / ${over}`)
  return { kind: 'real', code, low: low / over, high: high / over, missing }
}

/** Both over one denominator, if that fits; the sizes then compare as the values do. */
export function common(w: Writer, a: Numeric, b: Numeric): readonly [Whole, Whole] | null {
  if (a.kind !== 'whole' || b.kind !== 'whole') return null
  const over = (a.over / greatestCommonDivisor(a.over, b.over)) * b.over
  if (over > MAX_OVER) return null
  const left = scaled(w, a, over / a.over)
  const right = left === null ? null : scaled(w, b, over / b.over)
  return left === null || right === null ? null : [left, right]
}

function scaled(w: Writer, value: Whole, factor: number): Whole | null {
  if (factor === 1) return value
  const [low, high] = [value.low * factor, value.high * factor]
  if (!fitsInt(low, high)) return null
  const over = value.over * factor
  if (isConstant(value)) return constantWhole(low, over)
  return { ...value, code: w.let(`Math.imul(${value.code}, ${factor})`), low, high, over }
}

export function addNumbers(w: Writer, a: Numeric, b: Numeric, sign: 1 | -1): Numeric {
  const missing = eitherMissing(w, a.missing, b.missing)
  const pair = isDyadic(a) && isDyadic(b) ? common(w, a, b) : null
  if (pair !== null) {
    const [x, y] = pair
    const [low, high] = sign === 1 ? [x.low + y.low, x.high + y.high] : [x.low - y.high, x.high - y.low]
    if (fitsInt(low, high)) {
      const code = w.let(`(${x.code} ${sign === 1 ? '+' : '-'} ${y.code}) | 0`)
      return { kind: 'whole', code, low, high, over: x.over, missing }
    }
  }
  const [x, y] = [toReal(w, a), toReal(w, b)]
  const [low, high] = sign === 1 ? [x.low + y.low, x.high + y.high] : [x.low - y.high, x.high - y.low]
  return real(w.let(`${x.code} ${sign === 1 ? '+' : '-'} ${y.code}`), low, high, missing)
}

export function multiplyNumbers(w: Writer, a: Numeric, b: Numeric): Numeric {
  const missing = eitherMissing(w, a.missing, b.missing)
  if (isDyadic(a) && isDyadic(b) && a.over * b.over <= MAX_OVER) {
    const [low, high] = productBounds(a, b)
    if (fitsInt(low, high)) {
      return {
        kind: 'whole',
        code: w.let(`Math.imul(${a.code}, ${b.code})`),
        low,
        high,
        over: a.over * b.over,
        missing,
      }
    }
  }
  const [x, y] = [toReal(w, a), toReal(w, b)]
  const [low, high] = productBounds(x, y)
  return real(w.let(`${x.code} * ${y.code}`), low, high, missing)
}

/** `a * numerator / denominator`, the denominator not zero. */
export function scaleNumber(w: Writer, a: Numeric, numerator: number, denominator: number): Numeric {
  if (denominator < 0) return scaleNumber(w, a, -numerator, -denominator)
  if (isDyadic(a) && Number.isInteger(denominator) && a.over * denominator <= MAX_OVER) {
    const product = multiplyNumbers(w, { ...a, over: 1 }, constantWholeOr(numerator))
    if (product.kind === 'whole') return { ...product, over: a.over * denominator }
  }
  const value = toReal(w, a)
  const times = constantReal(numerator)
  const [low, high] = productBounds(value, times)
  const product = numerator === 1 ? value.code : w.let(`${value.code} * ${times.code}`)
  const code = denominator === 1 ? product : w.let(`${product} / ${numberText(denominator)}`)
  return real(code, low / denominator, high / denominator, a.missing)
}

export function negateNumber(w: Writer, a: Numeric): Numeric {
  if (a.kind === 'whole') return { ...a, code: w.let(`-${a.code} | 0`), low: -a.high, high: -a.low }
  return real(w.let(`0 - ${a.code}`), -a.high, -a.low, a.missing)
}

export function absolute(w: Writer, a: Numeric): Numeric {
  if (a.low >= 0) return a
  const bounds = { low: a.high <= 0 ? -a.high : 0, high: Math.max(-a.low, a.high) }
  if (a.kind === 'whole') {
    const sign = w.let(`${a.code} >> 31`)
    return { ...a, ...bounds, code: w.let(`((${a.code} ^ ${sign}) - ${sign}) | 0`) }
  }
  return { ...a, ...bounds, code: w.let(`Math.abs(${a.code})`) }
}

export function real(code: string, low: number, high: number, missing: string | null): Real {
  // Infinity times zero is no bound at all.
  return {
    kind: 'real',
    code,
    low: Number.isNaN(low) ? -Infinity : low,
    high: Number.isNaN(high) ? Infinity : high,
    missing,
  }
}

/** Held as an int32 over a power of two: a double holds it exactly, so arithmetic on it may stay exact as well. */
function isDyadic(value: Numeric): value is Whole {
  return value.kind === 'whole' && (value.over & (value.over - 1)) === 0
}

function productBounds(a: Numeric, b: Numeric): readonly [number, number] {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((c) => (Number.isNaN(c) ? 0 : c))
  return [Math.min(...corners), Math.max(...corners)]
}

function constantReal(value: number): Real {
  return { kind: 'real', code: numberText(value), low: value, high: value, missing: null }
}

function constantWholeOr(value: number): Numeric {
  return Number.isInteger(value) && fitsInt(value, value) ? constantWhole(value) : constantReal(value)
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
