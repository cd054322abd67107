import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactFraction } from './exact-fraction.ts'

test('a decimal is a reduced fraction', () => {
  expect(exactFraction('0.8')).toEqual([4, 5])
  expect(exactFraction('1.50')).toEqual([3, 2])
  expect(exactFraction('.25')).toEqual([1, 4])
  expect(exactFraction('-0.35')).toEqual([-7, 20])
  expect(exactFraction('98')).toEqual([98, 1])
  expect(exactFraction('0.0')).toEqual([0, 1])
})

test('a number is read by its shortest decimal form', () => {
  expect(exactFraction(0.1)).toEqual([1, 10])
  expect(exactFraction(1.15)).toEqual([23, 20])
})

test('what needs more than fifteen digits, or is no decimal, is refused', () => {
  for (const text of ['', '.', '-', '1e3', '1.', 'NaN', '9007199254740993', '0.12345678901234567890'])
    expect(exactFraction(text), text).toBeNull()
})

test('numerator over denominator is the number itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
      const value = digits / 10 ** places
      const [numerator, denominator] = exactFraction(value) ?? [Number.NaN, 1]
      expect(numerator / denominator).toBe(value)
    }),
  )
})
