import type { Answer, Place } from '@junheng/entitlements'
import type { Text } from '@junheng/rules'

/**
 * What must stand beside the figure and not in a fold: how it is worked out where it is not the same for everyone,
 * in the note's first sentence, and, in full, that a deduction is no money in the hand. Null where it speaks for itself.
 */
export function figureNote(answer: Answer, place: Place): Text | null {
  const { amount, kind, note } = answer
  if (amount === null || note === null || kind === 'leave') return null
  const value = place.benefits.find((benefit) => benefit.id === answer.id)?.amount?.value.kind
  const same = value === 'literal' || value === 'parameter'
  if (kind === 'tax') return note
  if (same) return null
  return { zh: firstSentence(note.zh, '。'), en: firstSentence(note.en, '. ') }
}

function firstSentence(text: string, stop: string): string {
  const end = text.indexOf(stop)
  return end === -1 ? text : text.slice(0, end + 1)
}
