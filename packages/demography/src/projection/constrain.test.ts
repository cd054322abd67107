import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgeSex } from '../age-sex.ts'
import { arbitraryAgeSex } from '../testing/arbitrary-year.ts'
import { constrainToTotal, shareMethod } from './constrain.ts'

const people = arbitraryAgeSex(4, { min: 0, max: 1e4 })
const of = (count: number): AgeSex => ({ male: Float64Array.from([count]), female: Float64Array.from([count]) })

test('constrained counties add to their province at every age and sex', () => {
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 5 }), people, (parts, whole) => {
      const scaled = constrainToTotal(parts, whole)
      for (const sex of ['male', 'female'] as const)
        whole[sex].forEach((count, age) => {
          const sum = scaled.reduce((all, part) => all + (part[sex][age] ?? 0), 0)
          expect(Math.abs(sum - count)).toBeLessThanOrEqual(1e-9 * Math.max(1, count))
        })
    }),
  )
})

test('the share method: a constant share, and one that moves on as it moved', () => {
  const whole = { base: of(100), later: of(80) }
  expect(shareMethod({ part: of(25), whole, ahead: 10 }).male[0]).toBe(20)
  const earlier = { part: of(20), whole: of(100), between: 10 }
  // Odds went from 1/4 to 1/3, by a third: ten years on 4/9, a share of 4/13.
  expect(shareMethod({ part: of(25), whole, earlier, ahead: 10 }).male[0]).toBeCloseTo((80 * 4) / 13, 9)
  expect(() => shareMethod({ part: of(101), whole, ahead: 1 })).toThrow('more than the whole')
})
