/**
 * How near the engine comes to the UN's own projection of China and Japan, 2024 to 2101.
 *
 *   node bench/demography/accuracy.ts [FOLDER]    FOLDER holds the WPP 2024 tables, default ../shared/data/demography
 */
import { join } from 'node:path'
import { project, totalOf } from '@junheng/demography'
import { wppInputs } from './wpp-inputs.ts'
import { byYear, readRows } from './wpp-tables.ts'

interface Errors {
  readonly max: number
  readonly mean: number
}

export interface AccuracyRow {
  readonly country: string
  readonly rates: 'independent' | 'derived'
  readonly population: Errors
  readonly births: Errors
  readonly deaths: Errors
}

/** Errors in percent of the UN's medium figures: totals on each 31 December 2024–2100, flows of each year. */
export function accuracyTable(folder: string): readonly AccuracyRow[] {
  const countries = [
    { country: 'China', code: 156 },
    { country: 'Japan', code: 392 },
  ]
  return countries.flatMap(({ country, code }) =>
    (['independent', 'derived'] as const).map((rates) => {
      const { start, years } = wppInputs(folder, { country: code, rates })
      const { population, years: results } = project({ start, firstYear: 2024, years, timing: 'end' })
      const totals = readRows(folder, 'wpp2024_pop_total_dec31_2024_2100.csv', code)
      const flows = readRows(folder, 'wpp2024_births_deaths_rates_1950_2100.csv', code)
      const [men, women] = [byYear(totals, 'popM'), byYear(totals, 'popF')]
      const [births, deaths] = [byYear(flows, 'births'), byYear(flows, 'deaths')]
      const published = (year: number): number => ((men.get(year) ?? 0) + (women.get(year) ?? 0)) * 1000
      return {
        country,
        rates,
        population: errors(results.map((_, at) => totalOf(population[at + 1] ?? start) / published(2024 + at))),
        births: errors(
          results.map((year, at) => (year.births.male + year.births.female) / (1000 * (births.get(2024 + at) ?? 0))),
        ),
        deaths: errors(results.map((year, at) => totalOf(year.deaths) / (1000 * (deaths.get(2024 + at) ?? 0)))),
      }
    }),
  )
}

function errors(ratios: readonly number[]): Errors {
  const percent = ratios.map((ratio) => 100 * Math.abs(ratio - 1))
  return { max: Math.max(...percent), mean: percent.reduce((sum, value) => sum + value, 0) / percent.length }
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/demography')
  const cell = ({ max, mean }: Errors): string => `${max.toFixed(3)} / ${mean.toFixed(3)}`
  console.log('Against WPP 2024 medium, 2024–2100, error in %, max / mean')
  console.log('| country | rates | population | births | deaths |')
  console.log('|---|---|---|---|---|')
  for (const row of accuracyTable(folder)) {
    console.log(
      `| ${row.country} | ${row.rates} | ${cell(row.population)} | ${cell(row.births)} | ${cell(row.deaths)} |`,
    )
  }
}
