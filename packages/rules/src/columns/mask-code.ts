/** Logic on int32 masks, -1 and 0, with what constants decide left out. */
import type { Mask } from './operand.ts'
import type { Writer } from './writer.ts'

const ALL = '-1'
const NONE = '0'

export function bitAnd(w: Writer, a: string, b: string): string {
  if (a === NONE || b === NONE) return NONE
  if (a === ALL || a === b) return b
  return b === ALL ? a : w.let(`${a} & ${b}`)
}

export function bitOr(w: Writer, a: string, b: string): string {
  if (a === ALL || b === ALL) return ALL
  if (a === NONE || a === b) return b
  return b === NONE ? a : w.let(`${a} | ${b}`)
}

export function bitNot(w: Writer, a: string): string {
  if (a === NONE) return ALL
  return a === ALL ? NONE : w.let(`~${a}`)
}

/** Where either is missing. */
export function eitherMissing(w: Writer, a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return bitOr(w, a, b)
}

/** A test computed everywhere, that counts only where nothing is missing. */
export function known(w: Writer, yes: string, missing: string | null): Mask {
  if (missing === null) return { kind: 'mask', yes, no: null }
  return { kind: 'mask', yes: bitAnd(w, yes, bitNot(w, missing)), no: bitNot(w, bitOr(w, yes, missing)) }
}

/** Where the truth value is false. */
export function falseOf(w: Writer, mask: Mask): string {
  return mask.no ?? bitNot(w, mask.yes)
}

/** Where the truth value is missing; null: nowhere. */
export function missingOf(w: Writer, mask: Mask): string | null {
  return mask.no === null ? null : bitNot(w, bitOr(w, mask.yes, mask.no))
}

export function maskAnd(w: Writer, a: Mask, b: Mask): Mask {
  const yes = bitAnd(w, a.yes, b.yes)
  return { kind: 'mask', yes, no: a.no === null && b.no === null ? null : bitOr(w, falseOf(w, a), falseOf(w, b)) }
}

export function maskNot(w: Writer, a: Mask): Mask {
  return { kind: 'mask', yes: falseOf(w, a), no: a.no === null ? null : a.yes }
}

export function maskOr(w: Writer, a: Mask, b: Mask): Mask {
  const yes = bitOr(w, a.yes, b.yes)
  return { kind: 'mask', yes, no: a.no === null && b.no === null ? null : bitAnd(w, falseOf(w, a), falseOf(w, b)) }
}

export function maskEqual(w: Writer, a: Mask, b: Mask): Mask {
  if (a.no === null && b.no === null) return { kind: 'mask', yes: bitNot(w, w.let(`${a.yes} ^ ${b.yes}`)), no: null }
  const [falseA, falseB] = [falseOf(w, a), falseOf(w, b)]
  return {
    kind: 'mask',
    yes: bitOr(w, bitAnd(w, a.yes, b.yes), bitAnd(w, falseA, falseB)),
    no: bitOr(w, bitAnd(w, a.yes, falseB), bitAnd(w, falseA, b.yes)),
  }
}

export function maskIf(w: Writer, condition: Mask, then: Mask, otherwise: Mask): Mask {
  const [yes, no] = [condition.yes, falseOf(w, condition)]
  const total = condition.no === null && then.no === null && otherwise.no === null
  return {
    kind: 'mask',
    yes: bitOr(w, bitAnd(w, yes, then.yes), bitAnd(w, no, otherwise.yes)),
    no: total ? null : bitOr(w, bitAnd(w, yes, falseOf(w, then)), bitAnd(w, no, falseOf(w, otherwise))),
  }
}
