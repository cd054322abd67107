import type { Answer, Place } from '@junheng/entitlements'
import type { Text } from '@junheng/rules'

/**
 * What must stand beside the figure and not in a fold: how it is worked out where it is not the same for everyone,
 * and that a deduction is no money in the hand. Null where the figure speaks for itself.
 */
export function figureNote(answer: Answer, place: Place): Text | null {
  if (answer.amount === null || answer.kind === 'leave') return null
  const amount = place.benefits.find((benefit) => benefit.id === answer.id)?.amount
  const same = amount?.value.kind === 'literal' || amount?.value.kind === 'parameter'
  return same && answer.kind !== 'tax' ? null : answer.note
}
