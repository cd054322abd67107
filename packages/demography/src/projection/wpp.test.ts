import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accuracyTable } from '../../../../bench/demography/accuracy.ts'
import { emptyAgeSex } from '../age-sex.ts'
import { nationalBase } from '../subnational/census-forecast.ts'
import { nationalSchedules } from '../subnational/national-schedules.ts'
import { project } from './project.ts'

/**
 * What is asked of the engine, in % of the UN's medium figures, every year 2024–2100 (United Nations, World Population
 * Prospects 2024, CC BY 3.0 IGO): population within 0.15 with independent rates and 0.05 with derived survival. The
 * limits here are nearer to what it reaches, so that a step back shows.
 */
const limits = {
  independent: { population: 0.03, births: 0.2 },
  derived: { population: 0.006, births: 0.2 },
} as const

const folder = join(import.meta.dirname, '../../../../../shared/data/demography')

// Registered only where the tables are: a skipped test would count as a failure.
if (existsSync(folder))
  describe('against the UN’s own projection, with its tables', () => {
    test('China and Japan, every year to 2100', () => {
      const rows = accuracyTable(folder)
      expect(rows.map(({ country, rates }) => `${country} ${rates}`)).toEqual([
        'China independent',
        'China derived',
        'Japan independent',
        'Japan derived',
      ])
      for (const { rates, population, births } of rows) {
        expect(population.max).toBeLessThan(limits[rates].population)
        expect(births.max).toBeLessThan(limits[rates].births)
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
