import { amountWords, type Benefit, type Place } from '@junheng/entitlements'
import type { Text } from '@junheng/rules'

/** The amount where it is the same for everyone: one dated value, or a constant. Null where it depends on the family. */
export function plainAmount(place: Place, benefit: Benefit, on: string): Text | null {
  const { amount } = benefit
  if (amount === null || amount.to !== null) return null
  const value =
    amount.value.kind === 'literal'
      ? amount.value.value
      : amount.value.kind === 'parameter'
        ? valueOn(place, amount.value.name, on)
        : null
  return typeof value === 'number' ? amountWords(amount, { value, upTo: null }) : null
}

function valueOn(place: Place, name: string, on: string): boolean | number | string | null {
  const values = place.parameters.find((parameter) => parameter.id === name)?.values ?? []
  return values.findLast(({ from, to }) => from <= on && (to === null || on < to))?.value ?? null
}
