import { expect, test } from 'vitest'
import { structureIndices } from './structure-indices.ts'

test('a hundred ages of one person each', () => {
  const indices = structureIndices(new Float64Array(100).fill(1))
  expect(indices.share65plus).toBe(0.35)
  expect(indices.totalDependency).toBe(100)
  expect(indices.childDependency).toBe(30)
  expect(indices.ageingIndex).toBeCloseTo((100 * 35) / 15)
  expect(indices.medianAge).toBe(50)
})

test('ratios without a base are not a number, never nought', () => {
  expect(structureIndices(new Float64Array(101)).oldDependency).toBeNaN()
})
