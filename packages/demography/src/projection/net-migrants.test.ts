import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalOf, type AgeSex } from '../age-sex.ts'
import { arbitraryAgeSex } from '../testing/arbitrary-year.ts'
import { netMigrants } from './net-migrants.ts'

const openAge = 5
const people = arbitraryAgeSex(openAge, { min: 1, max: 1e5 })

test('a total is shared out as the population is, and adds to itself', () => {
  const start: AgeSex = { male: Float64Array.from([30, 10]), female: Float64Array.from([50, 10]) }
  const { male, female } = netMigrants(start, { total: 20 })
  expect([...male, ...female]).toEqual([6, 2, 10, 2])
  fc.assert(
    fc.property(people, fc.double({ min: 0, max: 1e6, noNaN: true }), (any, total) => {
      expect(Math.abs(totalOf(netMigrants(any, { total })) - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total))
    }),
  )
})

test('rates are per person there on 1 January, and no more leave than are there', () => {
  const start: AgeSex = { male: Float64Array.from([100, 10]), female: Float64Array.from([100, 10]) }
  const rates: AgeSex = { male: Float64Array.from([0.1, -2]), female: Float64Array.from([-0.5, 0]) }
  const { male, female } = netMigrants(start, { rates })
  expect([...male]).toEqual([10, 1e-5 - 10])
  expect([...female]).toEqual([-50, 0])
  fc.assert(
    fc.property(people, arbitraryAgeSex(openAge, { min: -3, max: 1 }), (any, all) => {
      const migrants = netMigrants(any, { rates: all })
      expect(any.male.every((count, age) => count + (migrants.male[age] ?? 0) >= 0)).toBe(true)
    }),
  )
})
