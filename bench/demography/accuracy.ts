/**
 * How near the engine comes to the UN's own projection of China and Japan, 2024 to 2101.
 *
 *   node bench/demography/accuracy.ts [FOLDER] [--years]
 *
 * FOLDER holds the WPP 2024 tables, default ../shared/data/demography; --years also prints every year's error.
 */
import { join } from 'node:path'
import { project, totalOf } from '@junheng/demography'
import { wppInputs } from './wpp-inputs.ts'
import { byYear, readRows } from './wpp-tables.ts'

interface Errors {
  readonly max: number
  readonly mean: number
  /** Signed, in percent, of 2024, 2025, … 2100. */
  readonly byYear: readonly number[]
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
  const byYear = ratios.map((ratio) => 100 * (ratio - 1))
  const sizes = byYear.map(Math.abs)
  return { max: Math.max(...sizes), mean: sizes.reduce((sum, size) => sum + size, 0) / sizes.length, byYear }
}

if (import.meta.main) {
  const [named] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const folder = named ?? join(import.meta.dirname, '../../../shared/data/demography')
  const cell = ({ max, mean }: Errors): string => `${max.toFixed(3)} / ${mean.toFixed(3)}`
  console.log('Against WPP 2024 medium, 2024–2100, error in %, max / mean')
  console.log('| country | rates | population | births | deaths |')
  console.log('|---|---|---|---|---|')
  const table = accuracyTable(folder)
  for (const row of table) {
    console.log(
      `| ${row.country} | ${row.rates} | ${cell(row.population)} | ${cell(row.births)} | ${cell(row.deaths)} |`,
    )
  }
  if (process.argv.includes('--years')) {
    console.log(
      `\n| year | ${table.map(({ country, rates }) => `${country}, ${rates}: population · births`).join(' | ')} |`,
    )
    console.log(`|---|${table.map(() => '---').join('|')}|`)
    for (let at = 0; at < 77; at++) {
      const cells = table.map(({ population, births }) =>
        [population, births].map(({ byYear }) => (byYear[at] ?? Number.NaN).toFixed(3)).join(' · '),
      )
      console.log(`| ${2024 + at} | ${cells.join(' | ')} |`)
    }
  }
}
