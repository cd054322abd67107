import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenFromYuan } from './fen.ts'
import type { Fen } from './fen.ts'
import { applyRate, parseRate, rateFromDecimal, roundBigFraction, roundFraction } from './rate.ts'
import type { RoundingMode } from './rate.ts'

const modes: RoundingMode[] = ['half-up', 'half-down', 'half-even', 'up', 'down']
const mode = fc.constantFrom(...modes)

/** The definition, by comparing the distance to both neighbours. */
function reference(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const floor = numerator / denominator - (numerator % denominator < 0n ? 1n : 0n)
  if (floor * denominator === numerator) return floor
  const [towards, away] = numerator < 0n ? [floor + 1n, floor] : [floor, floor + 1n]
  if (mode === 'up') return away
  if (mode === 'down') return towards
  const twice = (2n * (numerator - floor * denominator) - denominator) * (numerator < 0n ? -1n : 1n)
  if (twice !== 0n) return twice > 0n ? away : towards
  if (mode === 'half-even') return towards % 2n === 0n ? towards : away
  return mode === 'half-up' ? away : towards
}

describe('rounding', () => {
  test('each mode by its name', () => {
    const rounded = (numerator: number) => modes.map((m) => roundFraction(numerator, 2, m))
    expect(rounded(5)).toEqual([3, 2, 2, 3, 2])
    expect(rounded(-5)).toEqual([-3, -2, -2, -3, -2])
    expect(rounded(7)).toEqual([4, 3, 4, 4, 3])
    expect(roundFraction(-1, 3, 'half-up')).toBe(0)
  })

  test('agrees with the definition in big integers, whatever the size', () => {
    const integer = fc.maxSafeInteger()
    fc.assert(
      fc.property(
        integer,
        fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2 ** 53 - 1 })),
        mode,
        (a, b, m) => {
          const expected = reference(BigInt(a), BigInt(b), m)
          expect(BigInt(roundFraction(a, b, m))).toBe(expected)
          expect(roundBigFraction(BigInt(a), BigInt(b), m)).toBe(expected)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('what is not an exact fraction is refused', () => {
    expect(() => roundFraction(0.5, 1, 'up')).toThrow('not-a-fraction')
    expect(() => roundFraction(1, 0, 'up')).toThrow('not-a-fraction')
    expect(() => roundFraction(2 ** 53, 3, 'up')).toThrow('not-a-fraction')
  })
})

describe('rates', () => {
  test('a decimal is the fraction it states', () => {
    expect(rateFromDecimal('0.8')).toEqual({ numerator: 4, denominator: 5 })
    expect(rateFromDecimal('1.50')).toEqual({ numerator: 3, denominator: 2 })
    expect(rateFromDecimal('-0')).toEqual({ numerator: 0, denominator: 1 })
    expect(parseRate('80%')).toBeUndefined()
    expect(parseRate('1e2')).toBeUndefined()
    expect(() => rateFromDecimal('0.12345678901234567')).toThrow('not-a-rate')
  })

  test('1.5 times and 80 % of money are exact to the fen', () => {
    expect(applyRate(fenFromYuan('600000'), rateFromDecimal('1.5'), 'half-up')).toBe(90_000_000)
    expect(applyRate(fenFromYuan('0.01'), rateFromDecimal('0.5'), 'half-even')).toBe(0)
    expect(applyRate(fenFromYuan('0.03'), rateFromDecimal('0.5'), 'half-up')).toBe(2)
  })

  test('is exact also where the product passes what a double holds', () => {
    const fen = fc.integer({ min: -(10 ** 13), max: 10 ** 13 })
    const decimal = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
    fc.assert(
      fc.property(fen, decimal, mode, (amount, [whole, part], m) => {
        const rate = rateFromDecimal(`${whole}.${String(part).padStart(6, '0')}`)
        const exact = reference(BigInt(amount) * (BigInt(whole) * 1_000_000n + BigInt(part)), 1_000_000n, m)
        if (exact > BigInt(Number.MAX_SAFE_INTEGER) || exact < -BigInt(Number.MAX_SAFE_INTEGER)) return
        expect(BigInt(applyRate(amount as Fen, rate, m))).toBe(exact)
      }),
      { numRuns: 1000 },
    )
  })
})
