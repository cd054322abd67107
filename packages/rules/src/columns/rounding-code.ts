import type { RoundingFunction } from '../rounding.ts'
import { absolute, real, scaleNumber, toReal } from './number-code.ts'
import { chooseNumber, compareNumbers } from './compare-code.ts'
import { constantWhole, fitsInt, type Numeric, type Real, type Whole } from './operand.ts'
import type { Writer } from './writer.ts'

export function floorNumber(w: Writer, a: Numeric): Numeric {
  if (a.kind === 'real') return real(w.let(`Math.floor(${a.code})`), Math.floor(a.low), Math.floor(a.high), a.missing)
  if (a.over === 1) return a
  const [low, high] = [Math.floor(a.low / a.over), Math.floor(a.high / a.over)]
  if (a.low >= 0) return wholeOf(a, w.let(`(${a.code} / ${a.over}) | 0`), low, high)
  // Integer division goes towards zero: lift the value above zero, divide, and come down again.
  const lift = -low
  const lifted = lift * a.over
  if (!fitsInt(lifted, a.high + lifted)) return floorNumber(w, toReal(w, a))
  const quotient = w.let(`(${w.let(`(${a.code} + ${lifted}) | 0`)} / ${a.over}) | 0`)
  return wholeOf(a, w.let(`(${quotient} - ${lift}) | 0`), low, high)
}

export function ceilingNumber(w: Writer, a: Numeric): Numeric {
  if (a.kind === 'real') return real(w.let(`Math.ceil(${a.code})`), Math.ceil(a.low), Math.ceil(a.high), a.missing)
  if (a.over === 1) return a
  const up = { ...a, low: a.low + a.over - 1, high: a.high + a.over - 1 }
  if (!fitsInt(up.low, up.high)) return ceilingNumber(w, toReal(w, a))
  return floorNumber(w, { ...up, code: w.let(`(${a.code} + ${a.over - 1}) | 0`) })
}

/** As `roundToScale`: on the magnitude, `floor(x) + (x - floor(x) >= 0.5)` and its kin, then the sign again. */
export function roundNumber(w: Writer, mode: RoundingFunction, a: Numeric, scale: number): Numeric {
  const power = 10 ** Math.abs(scale)
  // Up to 10^6 the multiplication of an int32 is exact, so that a whole number comes back as it was.
  if (scale >= 0 && scale <= 6 && a.kind === 'whole' && a.over === 1) return a
  const raised = scale >= 0 ? scaleNumber(w, a, power, 1) : scaleNumber(w, a, 1, power)
  const rounded = withSign(w, raised, roundMagnitude(w, mode, absolute(w, raised)))
  return scale >= 0 ? scaleNumber(w, rounded, 1, power) : scaleNumber(w, rounded, power, 1)
}

function roundMagnitude(w: Writer, mode: RoundingFunction, a: Numeric): Numeric {
  if (mode === 'round down') return floorNumber(w, a)
  if (mode === 'round up') return ceilingNumber(w, a)
  return a.kind === 'whole' ? halfWhole(w, mode, a) : halfReal(w, mode, a)
}

function halfWhole(w: Writer, mode: RoundingFunction, a: Whole): Numeric {
  if (a.over === 1) return a
  const floor = floorNumber(w, a)
  if (floor.kind !== 'whole') return halfReal(w, mode, toReal(w, a))
  const part = w.let(`(${a.code} - Math.imul(${floor.code}, ${a.over})) | 0`)
  const twice = w.let(`(${part} << 1)`)
  const code = w.let(`(${floor.code} + ${upText(mode, twice, String(a.over), `(${floor.code} & 1) === 1`)}) | 0`)
  return wholeOf(a, code, floor.low, floor.high + 1)
}

function halfReal(w: Writer, mode: RoundingFunction, a: Real): Numeric {
  const floor = w.let(`Math.floor(${a.code})`)
  const part = w.let(`${a.code} - ${floor}`)
  const code = w.let(`${floor} + ${upText(mode, part, '0.5', `${floor} % 2 === 1`)}`)
  return real(code, Math.floor(a.low), Math.floor(a.high) + 1, a.missing)
}

function upText(mode: RoundingFunction, part: string, half: string, odd: string): string {
  if (mode === 'round half up') return `+(${part} >= ${half})`
  if (mode === 'round half down') return `+(${part} > ${half})`
  return `(+(${part} > ${half}) | (+(${part} === ${half}) & +(${odd})))`
}

function withSign(w: Writer, signed: Numeric, magnitude: Numeric): Numeric {
  if (signed.low >= 0) return magnitude
  const negative = compareNumbers(w, '<', { ...signed, missing: null }, constantWhole(0))
  const minus = scaleNumber(w, magnitude, -1, 1)
  return chooseNumber(w, negative, minus, magnitude)
}

function wholeOf(a: Whole, code: string, low: number, high: number): Whole {
  return { kind: 'whole', code, low, high, over: 1, missing: a.missing }
}
