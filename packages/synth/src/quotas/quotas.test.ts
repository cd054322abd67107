import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageCount } from '../ageing/structure.ts'
import { sum } from '../census/county-census.ts'
import { beforeBlock, cellQuotas, phaseOf } from './cell-quotas.ts'
import { largestRemainder } from './largest-remainder.ts'

const structures = fc
  .array(fc.float({ min: 0, max: 5000, noNaN: true }), { minLength: 2 * ageCount, maxLength: 2 * ageCount })
  .map((cells) => ({
    male: Float64Array.from(cells.slice(0, ageCount), (count) => count + 0.01),
    female: Float64Array.from(cells.slice(ageCount), (count) => count + 0.01),
  }))

describe('cellQuotas', () => {
  it('gives out all persons, and every run of ages within one of its exact share', () => {
    fc.assert(
      fc.property(
        structures,
        fc.nat({ max: 100_000 }),
        fc.double({ min: 0.25, max: 0.75, noNaN: true }),
        fc.nat({ max: 96 }),
        (structure, persons, offset, age) => {
          const quotas = cellQuotas(structure, persons, offset)
          expect(sum(quotas)).toBe(persons)
          const total = sum(structure.male) + sum(structure.female)
          const exact = (persons * sum(structure.female.subarray(age, age + 5))) / total
          expect(Math.abs(sum(quotas.subarray(ageCount + age, ageCount + age + 5)) - exact)).toBeLessThan(1.001)
          for (const quota of quotas) expect(quota).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('beforeBlock', () => {
  it('hands a cell out block by block, each person once', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 50_000 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat({ max: 201 }),
        (quota, blocks, cell) => {
          const phase = phaseOf(cell)
          expect(beforeBlock(quota, { block: 0, blocks, phase })).toBe(0)
          expect(beforeBlock(quota, { block: blocks, blocks, phase })).toBe(quota)
          for (let block = 0; block < blocks; block++) {
            const part =
              beforeBlock(quota, { block: block + 1, blocks, phase }) - beforeBlock(quota, { block, blocks, phase })
            expect(Math.abs(part - quota / blocks)).toBeLessThan(1)
          }
        },
      ),
    )
  })
})

describe('largestRemainder', () => {
  it('adds up to the total and stays within one of each share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.nat(1e6),
        (weights, total) => {
          fc.pre(sum(weights) > 0)
          const parts = largestRemainder(weights, total)
          expect(sum(parts)).toBe(total)
          for (const [at, part] of parts.entries()) {
            expect(Math.abs(part - ((weights[at] ?? 0) * total) / sum(weights))).toBeLessThan(1.001)
          }
        },
      ),
    )
  })
})
