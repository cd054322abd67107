import type { Answer } from '@junheng/entitlements'
import { parseYuan } from '@junheng/kernel'
import type { ExpectationFormat } from '../format/example-format.ts'

/** One field of an answer that is not what an example says it should be. */
export interface Difference {
  readonly field: string
  readonly expected: string
  readonly found: string
}

type Shown = string | number | readonly string[] | null

/** Compares only what the example names; money to the fen, missing facts as a set. */
export function compareExpectation(expectation: ExpectationFormat, answer: Answer): readonly Difference[] {
  const differences: Difference[] = []
  const differ = (field: string, expected: Shown, found: Shown): void => {
    differences.push({ field, expected: shown(expected), found: shown(found) })
  }
  for (const field of ['status', 'unit', 'per', 'from', 'to', 'lastDay', 'excludedBy'] as const) {
    const expected = expectation[field]
    if (expected !== undefined && expected !== answer[field]) differ(field, expected, answer[field])
  }
  const { amount, amountTo, missing } = expectation
  if (amount !== undefined && !sameAmount(amount, answer.amount, answer.amountFen))
    differ('amount', amount, answer.amount)
  if (amountTo !== undefined && !sameAmount(amountTo, answer.amountTo, null))
    differ('amountTo', amountTo, answer.amountTo)
  if (missing !== undefined) {
    const expected = distinct(missing)
    const found = distinct(answer.missing.map(({ fact }) => fact))
    if (expected.join() !== found.join()) differ('missing', expected, found)
  }
  return differences
}

function sameAmount(expected: number | string | null, found: number | null, fen: number | null): boolean {
  if (expected === null || found === null) return expected === found
  return fen === null ? Number(expected) === found : parseYuan(expected) === fen
}

function shown(value: Shown): string {
  if (value === null) return '—'
  return typeof value === 'object' ? value.join('、') || '[]' : String(value)
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(byText)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
