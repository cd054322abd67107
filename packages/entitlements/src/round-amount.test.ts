import { roundFraction } from '@junheng/kernel'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amount } from './place.ts'
import { roundAmount } from './round-amount.ts'

const yuan = (mode: Amount['rounding']['mode'], step = 1): Amount => ({
  value: { kind: 'literal', value: 0, span: { start: 0, end: 0 }, type: { kind: 'money' } },
  text: '0',
  to: null,
  unit: 'CNY',
  per: 'once',
  comparator: 'exactly',
  rounding: { mode, step },
  of: null,
  confidence: 'confirmed',
})

test('yuan go to the step, other units stay', () => {
  expect(roundAmount(12_345.5, yuan('half-up'))).toBe(12_346)
  expect(roundAmount(12_345.5, yuan('down'))).toBe(12_345)
  expect(roundAmount(12_345, yuan('half-even', 10))).toBe(12_340)
  expect(roundAmount(12_301, yuan('up', 100))).toBe(12_400)
  expect(roundAmount(1.5, { ...yuan('half-up'), unit: 'times' })).toBe(1.5)
})

test('a wage by 30 times days is rounded as the exact fraction is', () => {
  const mode = fc.constantFrom<Amount['rounding']['mode']>('half-up', 'half-even', 'up', 'down')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000_000 }),
      fc.integer({ min: 1, max: 188 }),
      mode,
      (wageFen, days, mode) => {
        expect(roundAmount((wageFen / 30) * days, yuan(mode))).toBe(roundFraction(wageFen * days, 30, mode))
      },
    ),
    { numRuns: 3000 },
  )
})
