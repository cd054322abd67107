import { type Answer, amountWords, type Period, type Place } from '@junheng/entitlements'
import type { Text } from '@junheng/rules'

/** What it will come to in a later stretch; the answer itself is about today. */
export function nextAmountText(answer: Answer, next: Period, place: Place): Text {
  const amount = place.benefits.find((benefit) => benefit.id === answer.id)?.amount ?? null
  if (amount === null || next.amount === null) return answer.amountText
  const fen = answer.unit === 'CNY'
  return amountWords(amount, {
    value: fen ? (next.amountFen ?? 0) : next.amount,
    upTo: next.amountTo === null ? null : fen ? Math.round(next.amountTo * 100) : next.amountTo,
  })
}
