import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgeSex } from '../age-sex.ts'
import { carriedCensus } from './census-2020.ts'
import { censusForecast, censusYear, nationalBase } from './census-forecast.ts'
import { nationalSchedules } from './national-schedules.ts'
import { shareForecast, shareWhole } from './share-forecast.ts'

const base = nationalBase(nationalSchedules(censusYear, censusYear + 12))
const place = carriedCensus.find(({ code }) => code === '421202') ?? base.place
const { plan } = censusForecast(place, { base, trajectories: 40, seed: 3 })
const whole = shareWhole(plan, { name: 'whole', firstYear: censusYear })

const times = ({ male, female }: AgeSex, share: readonly number[]): AgeSex => ({
  male: male.map((count, age) => count * (share[age] ?? 0)),
  female: female.map((count, age) => count * (share[age] ?? 0)),
})

test('places that make up the whole add to it in every indicator, year and quantile', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 101, maxLength: 101 })
  fc.assert(
    fc.property(shares, (own) => {
      const one = shareForecast(times(plan.start, own), whole)
      const rest = shareForecast(
        times(
          plan.start,
          own.map((share) => 1 - share),
        ),
        whole,
      )
      whole.cells.forEach(({ median, high95, indicator, year }, at) => {
        expect([one[at]?.indicator, one[at]?.year]).toEqual([indicator, year])
        expect(Math.abs((one[at]?.median ?? 0) + (rest[at]?.median ?? 0) - median)).toBeLessThanOrEqual(1e-6 * median)
        expect(Math.abs((one[at]?.high95 ?? 0) + (rest[at]?.high95 ?? 0) - high95)).toBeLessThanOrEqual(1e-6 * high95)
      })
    }),
    { numRuns: 20 },
  )
})

test('the same share at every age is that share of everything; people of one age count where that age does', () => {
  const fifth = shareForecast(times(plan.start, Array<number>(101).fill(0.2)), whole)
  fifth.forEach(({ median }, at) => expect(median).toBeCloseTo(0.2 * (whole.cells[at]?.median ?? 0), 4))
  const infants = shareForecast(times(plan.start, [1, ...Array<number>(100).fill(0)]), whole)
  const of = (indicator: string) => infants.filter((cell) => cell.indicator === indicator)
  expect(of('births').map(({ median }) => median)).toEqual(
    whole.cells.filter(({ indicator }) => indicator === 'births').map(({ median }) => median),
  )
  expect(of('65-79').every(({ median }) => median === 0)).toBe(true)
})
