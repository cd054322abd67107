import { bitAnd, bitNot, eitherMissing, falseOf, known, missingOf } from './mask-code.ts'
import { common, real, toReal } from './number-code.ts'
import type { Mask, Numeric, Whole } from './operand.ts'
import type { Writer } from './writer.ts'

export type Comparison = '===' | '!==' | '<' | '<=' | '>' | '>='

export function compareNumbers(w: Writer, operator: Comparison, a: Numeric, b: Numeric): Mask {
  const [x, y] = common(w, a, b) ?? [toReal(w, a), toReal(w, b)]
  const missing = eitherMissing(w, a.missing, b.missing)
  return known(w, w.let(`-(${x.code} ${operator} ${y.code})`), missing)
}

/** `then` where the condition is true, `otherwise` where it is false, missing where it is missing. */
export function chooseNumber(w: Writer, condition: Mask, then: Numeric, otherwise: Numeric): Numeric {
  const chosen = pick(w, condition.yes, then, otherwise)
  return { ...chosen, missing: chosenMissing(w, condition, then, otherwise) }
}

export function smaller(w: Writer, a: Numeric, b: Numeric, which: 'min' | 'max'): Numeric {
  const missing = eitherMissing(w, a.missing, b.missing)
  const bound = which === 'min' ? Math.min : Math.max
  const pair = common(w, a, b)
  if (pair !== null) {
    const [x, y] = pair
    const less = w.let(`-(${x.code} ${which === 'min' ? '<' : '>'} ${y.code})`)
    return { ...pick(w, less, x, y), low: bound(x.low, y.low), high: bound(x.high, y.high), missing }
  }
  const [x, y] = [toReal(w, a), toReal(w, b)]
  return real(w.let(`Math.${which}(${x.code}, ${y.code})`), bound(x.low, y.low), bound(x.high, y.high), missing)
}

/** Without branches: a wrongly guessed branch costs more than computing both sides. */
function pick(w: Writer, mask: string, a: Numeric, b: Numeric): Numeric {
  if (mask === '-1') return a
  if (mask === '0') return b
  const pair = common(w, a, b)
  if (pair !== null) return pickWhole(w, mask, ...pair)
  const [x, y] = [toReal(w, a), toReal(w, b)]
  const [low, high] = [Math.min(x.low, y.low), Math.max(x.high, y.high)]
  // Times 0 or 1 selects exactly, but only what is surely finite.
  if (!Number.isFinite(low) || !Number.isFinite(high))
    return real(w.let(`${mask} ? ${x.code} : ${y.code}`), low, high, null)
  const parts: string[] = []
  if (!(y.low === 0 && y.high === 0)) parts.push(w.let(`${y.code} * (1 + ${mask})`))
  if (!(x.low === 0 && x.high === 0)) parts.push(w.let(`${x.code} * -${mask}`))
  return real(parts.length === 0 ? '0' : w.let(parts.join(' + ')), low, high, null)
}

function pickWhole(w: Writer, mask: string, a: Whole, b: Whole): Whole {
  const bounds = { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high), over: a.over, missing: null }
  const isZero = (value: Whole) => value.low === 0 && value.high === 0
  if (isZero(b)) return { kind: 'whole', code: w.let(`${a.code} & ${mask}`), ...bounds }
  if (isZero(a)) return { kind: 'whole', code: w.let(`${b.code} & ${bitNot(w, mask)}`), ...bounds }
  return { kind: 'whole', code: w.let(`${b.code} ^ ((${a.code} ^ ${b.code}) & ${mask})`), ...bounds }
}

function chosenMissing(w: Writer, condition: Mask, then: Numeric, otherwise: Numeric): string | null {
  const undecided = missingOf(w, condition)
  const fromThen = then.missing === null ? null : bitAnd(w, condition.yes, then.missing)
  const fromOtherwise = otherwise.missing === null ? null : bitAnd(w, falseOf(w, condition), otherwise.missing)
  return [undecided, fromThen, fromOtherwise].reduce((all, part) => eitherMissing(w, all, part), null)
}
