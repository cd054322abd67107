import { array, assert, double, property } from 'fast-check'
import { expect, it } from 'vitest'
import { niceTicks, spread } from './chart-scale.ts'

it('ticks begin at nought and cover the greatest value', () => {
  expect(niceTicks(6_917)).toEqual([0, 2000, 4000, 6000, 8000])
  expect(niceTicks(0)).toEqual([0, 1])
  assert(
    property(double({ min: 1e-3, max: 1e9, noNaN: true }), (most) => {
      const ticks = niceTicks(most)
      expect(ticks[0]).toBe(0)
      expect((ticks.at(-1) ?? 0) * (1 + 1e-9)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(5)
    }),
  )
})

it('labels never lie on each other where there is room', () => {
  assert(
    property(array(double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 5 }), (positions) => {
      const moved = spread(positions, 13, [0, 100]).toSorted((a, b) => a - b)
      moved.forEach((at, index) => {
        if (index > 0) expect(at - (moved[index - 1] ?? 0)).toBeGreaterThan(12.999)
      })
    }),
  )
})
