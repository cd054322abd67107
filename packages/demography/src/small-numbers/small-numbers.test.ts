import { expect, test } from 'vitest'
import { binomialInterval } from './binomial-interval.ts'
import { empiricalBayesRates } from './empirical-bayes.ts'
import { poissonFunnel, rateSignal, sexRatioSignal } from './funnel.ts'
import { poissonInterval, poissonProfileInterval } from './poisson-interval.ts'

test('exact Poisson limits as tabulated (Garwood 1936): 0 → 3.689, 10 → 4.795 to 18.390', () => {
  expect(poissonInterval(0)).toEqual({ low: 0, high: expect.closeTo(3.6889, 4) })
  expect(poissonInterval(10)).toEqual({ low: expect.closeTo(4.7954, 4), high: expect.closeTo(18.3904, 4) })
})

test('the profile interval lies inside the exact one', () => {
  for (const events of [1, 5, 30, 565]) {
    const exact = poissonInterval(events)
    const profile = poissonProfileInterval(events)
    expect(profile.low).toBeGreaterThan(exact.low)
    expect(profile.high).toBeLessThan(exact.high)
  }
})

test('exact binomial limits: 0 of 10 → 0.3085, 5 of 10 → 0.1871 to 0.8129', () => {
  expect(binomialInterval({ events: 0, trials: 10 }).high).toBeCloseTo(0.3085, 4)
  expect(binomialInterval({ events: 5, trials: 10 })).toEqual({
    low: expect.closeTo(0.1871, 4),
    high: expect.closeTo(0.8129, 4),
  })
})

test('a county of 565 births raises no alarm from noise, and does from a real excess', () => {
  expect(sexRatioSignal({ boys: 303, girls: 262 })).toBe('within') // 115.6
  expect(sexRatioSignal({ boys: 345, girls: 220 })).toBe('alarm') // 156.8
  expect(sexRatioSignal({ boys: 303_000, girls: 262_000 })).toBe('alarm')
})

test('the funnel narrows as a county grows, and its signals are rare under chance', () => {
  const wide = poissonFunnel(0.0062, 10_000, 0.998)
  const narrow = poissonFunnel(0.0062, 1_000_000, 0.998)
  expect(wide.low).toBeLessThan(narrow.low)
  expect(wide.high).toBeGreaterThan(narrow.high)
  expect(rateSignal({ events: 66, personYears: 10_000, target: 0.0062 })).toBe('within')
  expect(rateSignal({ events: 20, personYears: 10_000, target: 0.0062 })).toBe('alarm')
})

test('empirical Bayes lends to the small what it leaves to the large', () => {
  const areas = [
    { events: 0, personYears: 100, neighbours: [1, 2] },
    { events: 1000, personYears: 100_000, neighbours: [0, 2] },
    { events: 3000, personYears: 150_000, neighbours: [0, 1] },
  ]
  const [small, large] = empiricalBayesRates(areas)
  expect(small?.rate).toBeGreaterThan(0.005)
  expect(large?.rate).toBeCloseTo(0.01, 3)
  expect(small?.ownWeight).toBeLessThan(large?.ownWeight ?? 0)
})

test('Marshall’s weights by hand: 10 and 30 of 100 each, 0.2 together, between 0.01 − 0.002, own weight 0.8', () => {
  const [low, high] = empiricalBayesRates([
    { events: 10, personYears: 100, neighbours: [1] },
    { events: 30, personYears: 100, neighbours: [0] },
  ])
  expect(low?.ownWeight).toBeCloseTo(0.8, 12)
  expect([low?.rate, high?.rate]).toEqual([expect.closeTo(0.12, 12), expect.closeTo(0.28, 12)])
})

test('at the ends of a profile interval the deviance is χ²’s 3.8415', () => {
  const events = 10
  const { low, high } = poissonProfileInterval(events)
  for (const mean of [low, high])
    expect(2 * (mean - events - events * Math.log(mean / events))).toBeCloseTo(3.841459, 5)
})
