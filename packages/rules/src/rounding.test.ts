import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundToScale, type RoundingFunction } from './rounding.ts'

const modes: readonly RoundingFunction[] = [
  'round half up',
  'round half down',
  'round half even',
  'round up',
  'round down',
]

test.each([
  [2.5, [3, 2, 2, 3, 2]],
  [-2.5, [-3, -2, -2, -3, -2]],
  [3.5, [4, 3, 4, 4, 3]],
  [1.2, [1, 1, 1, 2, 1]],
  [-1.2, [-1, -1, -1, -2, -1]],
  [1.7, [2, 2, 2, 2, 1]],
  [0, [0, 0, 0, 0, 0]],
])('%d by all five modes', (value, results) => {
  expect(modes.map((mode) => roundToScale(mode, value, 0))).toEqual(results)
})

test('scale counts decimals, or tens when negative', () => {
  expect(roundToScale('round half up', 1.25, 1)).toBe(1.3)
  expect(roundToScale('round half up', 1250, -2)).toBe(1300)
  expect(roundToScale('round down', 1299, -2)).toBe(1200)
})

test('it rounds the stored double: 1.005 is stored below 1.005', () => {
  expect(roundToScale('round half up', 1.005, 2)).toBe(1)
})

test('no rounding gives minus zero', () => {
  for (const mode of modes) expect(Object.is(roundToScale(mode, -0.2, 0), -0), mode).toBe(false)
})

test('half up is floor(x) + (x - floor(x) >= 0.5) for numbers not below zero', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2 ** 50, noNaN: true }), (x) => {
      expect(roundToScale('round half up', x, 0)).toBe(Math.floor(x) + (x - Math.floor(x) >= 0.5 ? 1 : 0))
    }),
  )
})

test('every mode moves by one at most and keeps whole numbers', () => {
  fc.assert(
    fc.property(fc.constantFrom(...modes), fc.double({ min: -1e9, max: 1e9, noNaN: true }), (mode, x) => {
      const rounded = roundToScale(mode, x, 0)
      expect(Number.isInteger(rounded)).toBe(true)
      expect(Math.abs(rounded - x)).toBeLessThanOrEqual(1)
      expect(roundToScale(mode, rounded, 0)).toBe(rounded)
    }),
  )
})
