import { DomainError } from './domain-error.ts'
import type { Fen } from './fen.ts'

/**
 * How a fraction becomes a whole number. `up` is away from zero, `down` towards zero; the three `half-*` go to the
 * nearest and differ only on exact halves: away from zero, towards zero, to the even neighbour.
 */
export type RoundingMode = 'half-up' | 'half-down' | 'half-even' | 'up' | 'down'

/** An exact rate such as 0.8 = 4/5, in lowest terms; the denominator is positive. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
}

const shape = /^(-?)(\d+)(?:\.(\d+))?$/

/** The exact rate a decimal text states (`"0.8"`, `"1.5"`, `"10"`), if it is one with at most 15 digits. */
export function parseRate(text: string): Rate | undefined {
  const match = shape.exec(text)
  if (match === null) return undefined
  const decimals = match[3] ?? ''
  const digits = `${match[2] ?? ''}${decimals}`
  if (digits.replace(/^0+/, '').length > 15 || decimals.length > 15) return undefined
  const numerator = Number(digits)
  const denominator = 10 ** decimals.length
  const common = greatestCommonDivisor(numerator, denominator)
  const signed = match[1] === '-' && numerator !== 0 ? -numerator : numerator
  return { numerator: signed / common, denominator: denominator / common }
}

/** The exact rate a decimal text states, or a DomainError `not-a-rate`. */
export function rateFromDecimal(text: string): Rate {
  const rate = parseRate(text)
  if (rate !== undefined) return rate
  throw new DomainError('not-a-rate', {
    text: {
      zh: `“${text}”不是小数，请写成 0.8 这样，最多 15 位数字`,
      en: `"${text}" is not a decimal such as 0.8 with at most 15 digits`,
    },
    info: { text },
  })
}

/** `fen × rate` with one rounding at the end, exact whatever the size. */
export function applyRate(fen: Fen, rate: Rate, mode: RoundingMode): Fen {
  const product = fen * rate.numerator
  if (Number.isSafeInteger(product)) return roundFraction(product, rate.denominator, mode) as Fen
  return Number(roundBigFraction(BigInt(fen) * BigInt(rate.numerator), BigInt(rate.denominator), mode)) as Fen
}

/** The integer `numerator / denominator` rounds to; exact for safe integers with a denominator above zero. */
export function roundFraction(numerator: number, denominator: number, mode: RoundingMode): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new DomainError('not-a-fraction', {
      text: {
        zh: `${numerator}/${denominator} 不是可以精确取整的分数`,
        en: `${numerator}/${denominator} is not a fraction of exact integers with a denominator above zero`,
      },
      info: { numerator, denominator },
    })
  }
  // The remainder of doubles is exact and what is left divides exactly; a plain division would round first.
  const remainder = numerator % denominator
  const whole = (numerator - remainder) / denominator
  if (remainder === 0) return whole === 0 ? 0 : whole
  const sign = numerator < 0 ? -1 : 1
  const size = Math.abs(remainder)
  const rounded = whole + (awayFromZero(size - (denominator - size), whole % 2 !== 0, mode) ? sign : 0)
  return rounded === 0 ? 0 : rounded
}

/** As roundFraction, for sizes beyond safe integers. */
export function roundBigFraction(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const remainder = numerator % denominator
  const whole = numerator / denominator
  if (remainder === 0n) return whole
  const size = remainder < 0n ? -remainder : remainder
  const excess = Number(size * 2n > denominator) - Number(size * 2n < denominator)
  return whole + (awayFromZero(excess, whole % 2n !== 0n, mode) ? (numerator < 0n ? -1n : 1n) : 0n)
}

/** `excess` is above, at or below zero as the fraction is above, at or below one half; it is never whole here. */
function awayFromZero(excess: number, odd: boolean, mode: RoundingMode): boolean {
  if (mode === 'up' || mode === 'down') return mode === 'up'
  if (excess !== 0) return excess > 0
  return mode === 'half-up' || (mode === 'half-even' && odd)
}

export function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x === 0 ? 1 : x
}
