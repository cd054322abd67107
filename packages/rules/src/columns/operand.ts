/**
 * What a piece of generated code yields. `code` is always a literal or the name of a generated variable.
 * Masks are int32: -1 (all bits) for true, 0 for false, so that `&`, `|`, `~` are the logic and select values.
 */

/** A truth value. `no` is null when it is never missing: then it is false exactly where `yes` is not set. */
export interface Mask {
  readonly kind: 'mask'
  readonly yes: string
  readonly no: string | null
}

/**
 * A number held as the int32 `code`, standing for `code / over`. Keeping the division for the end makes `x * 0.8`
 * integer arithmetic, and one correctly rounded division of integers below 2^31 is what `evaluate` computes too.
 */
export interface Whole {
  readonly kind: 'whole'
  readonly code: string
  /** Bounds of `code`, both within int32. */
  readonly low: number
  readonly high: number
  /** The denominator, 1 to MAX_OVER. */
  readonly over: number
  /** Mask of where it is missing; null: never. */
  readonly missing: string | null
}

/** A number held as a double. */
export interface Real {
  readonly kind: 'real'
  readonly code: string
  /** Bounds of the value; infinite where nothing is known. */
  readonly low: number
  readonly high: number
  readonly missing: string | null
}

/** The literal `null`, whose type its neighbour decides. */
export interface Nothing {
  readonly kind: 'nothing'
}

export type Numeric = Whole | Real
export type Operand = Mask | Numeric | Nothing

const MAX_INT = 2_147_483_647

/**
 * Larger denominators are left to doubles. With both denominators up to 1000 and numerators in int32, different
 * fractions differ by at least 10^-6, more than the spacing of doubles there, so comparing fractions is comparing doubles.
 */
export const MAX_OVER = 1000

export function fitsInt(low: number, high: number): boolean {
  return low >= -MAX_INT && high <= MAX_INT
}

/** A number as source text, safe after any operator. */
export function numberText(value: number): string {
  return value < 0 ? `(${value})` : String(value === 0 ? 0 : value)
}

export function constantWhole(value: number, over = 1): Whole {
  return { kind: 'whole', code: numberText(value), low: value, high: value, over, missing: null }
}

export function constantNumber(value: number, exact?: readonly [number, number]): Numeric {
  if (exact !== undefined && exact[1] <= MAX_OVER && fitsInt(exact[0], exact[0])) {
    return constantWhole(exact[0], exact[1])
  }
  if (Number.isInteger(value) && fitsInt(value, value)) return constantWhole(value)
  return { kind: 'real', code: numberText(value), low: value, high: value, missing: null }
}

export function isConstant(value: Numeric): boolean {
  return value.low === value.high && value.missing === null
}

/** The operand as a number; a missing literal becomes a zero that is always missing. */
export function asNumeric(operand: Operand): Numeric {
  if (operand.kind === 'nothing') return { ...constantWhole(0), missing: '-1' }
  // Truth values are never added or compared by size; a checked tree cannot ask for it.
  if (operand.kind === 'mask') throw new TypeError('a truth value stands where a number is needed')
  return operand
}

export function asMask(operand: Operand): Mask {
  if (operand.kind === 'nothing') return { kind: 'mask', yes: '0', no: '0' }
  if (operand.kind !== 'mask') throw new TypeError('a number stands where a truth value is needed')
  return operand
}
