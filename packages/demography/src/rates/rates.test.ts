import { expect, test } from 'vitest'
import { crudeRate, directlyStandardised, standardisedRatio } from './crude-rates.ts'
import {
  ageSpecificFertility,
  findCompletedFertility,
  grossReproductionRate,
  meanAgeAtBirth,
  netReproductionRate,
  parityProgression,
  totalFertilityRate,
} from './fertility.ts'
import { sexRatiosAtBirth } from './sex-ratio-at-birth.ts'

test('China 2023: 8,899.881 thousand births in 1,422.584 million person-years is a CBR of 6.256', () => {
  // Births: UN WPP 2024. Mid-2023 population: the same revision, 1,422,584,933.
  expect(crudeRate(8_899_881, 1_422_584_933)).toBeCloseTo(6.256, 3)
})

test('fertility: rates, their sum, their mean age, reproduction', () => {
  const rates = ageSpecificFertility(Float64Array.from([10, 30, 0]), Float64Array.from([100, 200, 0]))
  expect([...rates]).toEqual([0.1, 0.15, 0])
  expect(totalFertilityRate(rates, 5)).toBeCloseTo(1.25)
  expect(meanAgeAtBirth({ fromAge: 20, rates }, 5)).toBeCloseTo((0.1 * 22.5 + 0.15 * 27.5) / 0.25)
  expect(grossReproductionRate(2.1, 1.05)).toBeCloseTo(1.02439, 5)
  const womenLx = new Float64Array(40).fill(0.9)
  const schedule = { fromAge: 20, rates: Float64Array.from([1, 1.1]) }
  expect(netReproductionRate({ schedule, womenLx, srb: 1.1 })).toBeCloseTo(0.9)
})

test('completed fertility runs along the diagonal and is unknown where a year is', () => {
  const byYear = new Map([2000, 2001, 2002].map((year) => [year, { fromAge: 20, rates: Float64Array.from([1, 2, 4]) }]))
  expect(findCompletedFertility(byYear, { cohort: 1980, ages: [20, 22] })).toBe(7)
  expect(findCompletedFertility(byYear, { cohort: 1981, ages: [20, 22] })).toBeUndefined()
})

test('parity progression: of 100 women 90 have one, 45 a second, 9 a third', () => {
  expect([...parityProgression([10, 45, 36, 9])]).toEqual([0.9, 0.5, 0.2])
})

test('the SRB of 560 births is uncertain by some 18 points either way, by order more', () => {
  const [all, first] = sexRatiosAtBirth([
    { order: 1, boys: 150, girls: 140 },
    { order: 2, boys: 138, girls: 132 },
  ])
  expect(all?.ratio).toBeCloseTo(105.88, 2)
  expect(all?.low).toBeLessThan(90)
  expect(all?.high).toBeGreaterThan(124)
  expect((first?.high ?? 0) - (first?.low ?? 0)).toBeGreaterThan((all?.high ?? 0) - (all?.low ?? 0))
})

test('standardisation: direct by the standard’s structure, indirect by its rates', () => {
  expect(directlyStandardised(Float64Array.from([1, 3]), Float64Array.from([3, 1]))).toBe(1.5)
  const smr = standardisedRatio({
    events: 30,
    personYears: Float64Array.from([100, 200]),
    standardRates: Float64Array.from([0.1, 0.05]),
  })
  expect(smr).toEqual({ ratio: 1.5, expected: 20 })
})
