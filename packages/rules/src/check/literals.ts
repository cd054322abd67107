import type { Literal, Span } from '../ast.ts'
import { exactFraction } from '../exact-fraction.ts'
import type { Type } from '../types.ts'
import type { Checker } from './checker-parts.ts'
import { messages } from './messages.ts'
import { findNearestName } from './nearest-name.ts'

/** A number; a decimal keeps its exact fraction. */
export function readNumber(checker: Checker, text: string, span: Span): Literal | null {
  const exact = exactFraction(text)
  if (exact === null) return checker.fail(messages.numberTooPrecise(span))
  const literal = { kind: 'literal', value: Number(text), type: { kind: 'number' }, span } as const
  return exact[1] === 1 ? literal : { ...literal, exact }
}

/** A six-digit region code of GB/T 2260, or 000000 for the nation. */
export function readRegion(checker: Checker, text: string, span: Span): Literal | null {
  if (!/^\d{6}$/.test(text)) return checker.fail(messages.badRegion(span))
  return { kind: 'literal', value: Number(text), type: { kind: 'region' }, span }
}

/** A code of the list; a label or a near spelling is answered with the code it means. */
export function readCode(checker: Checker, text: string, span: Span, type: Type & { kind: 'code' }): Literal | null {
  const codes = checker.dictionary.codeLists.get(type.list)?.codes ?? []
  if (codes.some(({ code }) => code === text)) return { kind: 'literal', value: text, type, span }
  const byLabel = codes.find(({ label }) => label.zh === text || label.en === text)?.code
  const names = codes.map(({ code }) => code)
  const nearest = byLabel ?? findNearestName(text, names) ?? (names.length === 1 ? names[0] : undefined)
  return checker.fail(
    messages.unknownCode(span, text, type.list, nearest === undefined ? undefined : JSON.stringify(nearest)),
  )
}
