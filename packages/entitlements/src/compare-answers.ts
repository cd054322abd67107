import type { Text } from '@junheng/rules'
import type { Answer } from './answer.ts'

/** How two answers to one benefit differ; `terms` when status and amount agree but days, force or confidence do not. */
export type Difference = 'same' | 'only-a' | 'only-b' | 'status' | 'amount' | 'terms'

export interface ComparedAnswer {
  readonly id: string
  /** Row of the subject's table. */
  readonly index: number | null
  readonly label: Text
  readonly topic: string
  readonly a: Answer | null
  readonly b: Answer | null
  readonly difference: Difference
}

/** Two lists of answers side by side, of two places or of two situations: by benefit and row, in the order of the first. */
export function compareAnswers(a: readonly Answer[], b: readonly Answer[]): readonly ComparedAnswer[] {
  const others = new Map(b.map((answer) => [keyOf(answer), answer]))
  const compared = a.map((answer) => {
    const other = others.get(keyOf(answer)) ?? null
    others.delete(keyOf(answer))
    return compare(answer, other)
  })
  return [...compared, ...[...others.values()].map((answer) => compare(null, answer))]
}

function keyOf({ id, subject }: Answer): string {
  return `${id} ${subject.index ?? ''}`
}

function compare(a: Answer | null, b: Answer | null): ComparedAnswer {
  const { id, subject, label, topic } = (a ?? b) as Answer
  return { id, index: subject.index, label, topic, a, b, difference: differenceOf(a, b) }
}

function differenceOf(a: Answer | null, b: Answer | null): Difference {
  if (a === null) return 'only-b'
  if (b === null) return 'only-a'
  if (a.status !== b.status) return 'status'
  if (amountKey(a) !== amountKey(b)) return 'amount'
  return termsKey(a) === termsKey(b) ? 'same' : 'terms'
}

function amountKey({ amount, amountTo, unit, per, comparator }: Answer): string {
  return JSON.stringify([amount, amountTo, unit, per, comparator])
}

function termsKey({ from, to, force, source }: Answer): string {
  return JSON.stringify([from, to, force, source.confidence, source.draft])
}
