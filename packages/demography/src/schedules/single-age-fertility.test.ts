import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../age-sex.ts'
import { totalFertilityRate } from '../rates/fertility.ts'
import { singleAgeFertility } from './single-age-fertility.ts'

const shares = fc.array(fc.double({ min: 0.5, max: 40, noNaN: true }), { minLength: 4, maxLength: 9 })
const women = fc
  .array(fc.double({ min: 100, max: 2000, noNaN: true }), { minLength: 60, maxLength: 60 })
  .map((list) => Float64Array.from(list))

const groupRates = ({ rates, fromAge }: { readonly rates: Float64Array; readonly fromAge: number }, w: Float64Array) =>
  Array.from({ length: rates.length / 5 }, (_, group) => {
    const ages = [0, 1, 2, 3, 4].map((step) => 5 * group + step)
    const births = sumOf(ages.map((at) => (rates[at] ?? 0) * (w[fromAge + at] ?? 0)))
    return births / sumOf(ages.map((at) => w[fromAge + at] ?? 0))
  })

test('single ages add to the TFR, and births over woman-years of a group stand as the shares do', () => {
  fc.assert(
    fc.property(shares, women, fc.double({ min: 0.5, max: 8, noNaN: true }), (given, w, tfr) => {
      const schedule = singleAgeFertility({ tfr, shares: given, fromAge: 10 }, w)
      expect(totalFertilityRate(schedule.rates)).toBeCloseTo(tfr, 9)
      expect(Math.min(...schedule.rates)).toBeGreaterThanOrEqual(0)
      const reached = groupRates(schedule, w)
      const scale = sumOf(reached) / sumOf(given)
      reached.forEach((rate, group) => expect(rate / ((given[group] ?? 0) * scale)).toBeCloseTo(1, 6))
    }),
  )
})

test('rates of groups give the births of the groups, however the women stand inside them', () => {
  fc.assert(
    fc.property(shares, women, (given, w) => {
      const rates = given.map((share) => share / 200)
      const reached = groupRates(singleAgeFertility({ tfr: null, shares: rates, fromAge: 15 }, w), w)
      reached.forEach((rate, group) => expect(rate / (rates[group] ?? 1)).toBeCloseTo(1, 6))
    }),
  )
})

test('a known curve comes back from its groups, nearer with the women known', () => {
  const curve = Float64Array.from({ length: 45 }, (_, at) => 0.12 * Math.exp(-((10 + at - 29.3) ** 2) / 60))
  const w = Float64Array.from({ length: 60 }, (_, age) => 1000 * Math.exp(-0.06 * age))
  const shares = groupRates({ rates: curve, fromAge: 10 }, w)
  const births = (schedule: { readonly rates: Float64Array }): number =>
    sumOf(schedule.rates.map((rate, at) => rate * (w[10 + at] ?? 0)))
  const truth = births({ rates: curve })
  const given = { tfr: totalFertilityRate(curve), shares, fromAge: 10 }
  const known = Math.abs(births(singleAgeFertility(given, w)) / truth - 1)
  const unknown = Math.abs(births(singleAgeFertility(given)) / truth - 1)
  expect(known).toBeLessThan(0.001)
  expect(unknown).toBeGreaterThan(2 * known)
})

test('no women in a group, or none at all, is no obstacle', () => {
  const none = singleAgeFertility({ tfr: 2, shares: [1, 2, 3, 2], fromAge: 15 }, new Float64Array(60))
  expect(totalFertilityRate(none.rates)).toBeCloseTo(2, 9)
  const zero = singleAgeFertility({ tfr: null, shares: [0, 0], fromAge: 15 }, new Float64Array(60).fill(1))
  expect(sumOf(zero.rates)).toBe(0)
})
