/**
 * Do the intervals hold? Forecasts made as if in the past, from what was then the present, against what came.
 *
 *   node bench/demography/back-test.ts [FOLDER]    FOLDER holds the WPP tables, default ../shared/data/demography
 *
 * China and Japan, from 1 January of every third year: TFR and sex ratio held, e0 going on by 0.15 years a year, no
 * migration, ten years ahead. The spread of TFR is calibrated on the origins to 2001 and judged on those after.
 */
import { join } from 'node:path'
import {
  countyUncertainty,
  emptyAgeSex,
  forecast,
  lifeTable,
  midYear,
  scaleToLifeExpectancy,
  singleAgeFertility,
  singleAgeMortality,
  survivalRatios,
  survivalResponse,
  type AgeBand,
  type AgeSex,
  type ForecastCell,
  type TrajectoryPlan,
} from '@junheng/demography'
import { agesByYear, byYear, readRows } from './wpp-tables.ts'

const horizon = 10
const bands: readonly AgeBand[] = [{ id: 'all', from: 0, to: Infinity }]

interface Country {
  readonly name: string
  readonly jan1: (year: number) => AgeSex
  readonly tfr: ReadonlyMap<number, number>
  readonly births: ReadonlyMap<number, number>
  readonly plan: (
    origin: number,
    options: { readonly spread: number; readonly tfr: (year: number) => number },
  ) => TrajectoryPlan
}

function country(folder: string, { name, code }: { readonly name: string; readonly code: number }): Country {
  const rows = (file: string) => readRows(folder, file, code)
  const middle = agesByYear(rows('wpp2024_pop_midyear_age1_sex_1950_2100.csv'), {
    age: 'age',
    male: 'popM',
    female: 'popF',
    scale: 1,
  })
  const jan1 = (year: number): AgeSex => midYear(get(middle, year - 1), get(middle, year))
  const tfr = byYear(rows('wpp2024_tfr_1950_2100.csv'), 'tfr')
  const srb = byYear(rows('wpp2024_srb_1950_2100.csv'), 'srb')
  const e0 = rows('wpp2024_e0_1950_2100.csv')
  const expectancy = { male: byYear(e0, 'e0M'), female: byYear(e0, 'e0F') }
  const shares = Map.groupBy(rows('wpp2024_pasfr_age5_annual_1950_2100.csv'), (row) => row['year'] ?? 0)
  const deaths = Map.groupBy(rows('wpp2024_mx_5x5_1950_2100.csv'), (row) => row['year'] ?? 0)
  const mxOf = (origin: number, years: number): AgeSex => {
    const period = Math.floor((origin - 1 - 1950) / 5) * 5 + 1953
    const table = get(deaths, period)
    const one = (sex: 'male' | 'female'): Float64Array => {
      const mx = Float64Array.from(table, (row) => row[sex === 'male' ? 'mxM' : 'mxF'] ?? 0)
      const single = singleAgeMortality(
        table.map((row) => row['age'] ?? 0),
        mx,
      )
      return scaleToLifeExpectancy(single, { e0: get(expectancy[sex], origin - 1) + 0.15 * (years + 1), sex })
    }
    return { male: one('male'), female: one('female') }
  }
  return {
    name,
    jan1,
    tfr,
    births: byYear(rows('wpp2024_births_deaths_rates_1950_2100.csv'), 'births'),
    plan: (origin, { spread, tfr: assumed }) => {
      const pattern = get(shares, origin - 1).map((row) => row['pasfr'] ?? 0)
      const mx = Array.from({ length: horizon }, (_, at) => mxOf(origin, at))
      // A spread in proportion to the level: a country of four children changes faster than one of one.
      const level = (spread * get(tfr, origin - 1)) / get(tfr, 2023)
      return {
        start: jan1(origin),
        years: mx.map((rates, at) => ({
          survival: {
            male: survivalRatios(lifeTable({ mx: rates.male, sex: 'male' })),
            female: survivalRatios(lifeTable({ mx: rates.female, sex: 'female' })),
          },
          fertility: singleAgeFertility({ tfr: assumed(origin + at), shares: pattern, fromAge: 10 }),
          srb: get(srb, origin - 1),
          migration: emptyAgeSex(100),
        })),
        survivalResponse: mx.map((rates) => survivalResponse(rates)),
        migrationScale: emptyAgeSex(100),
        uncertainty: {
          ...countyUncertainty,
          tfr: {
            ...countyUncertainty.tfr,
            shock: level * countyUncertainty.tfr.shock,
            initial: level * countyUncertainty.tfr.initial,
            limit: 4,
          },
        },
        bands,
        seed: origin,
        stream: code,
        trajectories: 400,
      }
    },
  }
}

/** How often what came lay inside, in percent, and how many were judged. */
export interface Coverage {
  readonly cases: number
  readonly inside80: number
  readonly inside95: number
}

function coverage(
  places: readonly Country[],
  { origins, spread }: { readonly origins: readonly number[]; readonly spread: number },
) {
  const births: boolean[][] = []
  const people: boolean[][] = []
  for (const place of places) {
    for (const origin of origins) {
      const hold = (): number => get(place.tfr, origin - 1)
      const cells = forecast(place.plan(origin, { spread, tfr: hold }), { firstYear: origin })
      for (let year = origin; year < Math.min(origin + horizon, 2024); year++) {
        births.push(judge(cells, { year, indicator: 'births', truth: 1000 * get(place.births, year) }))
        if (year === origin + horizon - 1) {
          const after = place.jan1(year + 1)
          const truth = [...after.male, ...after.female].reduce((sum, count) => sum + count, 0)
          people.push(judge(cells, { year, indicator: 'population', truth }))
        }
      }
    }
  }
  return { births: share(births), people: share(people) }
}

function judge(
  cells: readonly ForecastCell[],
  { year, indicator, truth }: { readonly year: number; readonly indicator: string; readonly truth: number },
): boolean[] {
  const cell = cells.find((one) => one.year === year && one.indicator === indicator)
  if (cell === undefined) throw new RangeError(`no forecast of ${indicator} for ${year}`)
  return [truth >= cell.low80 && truth <= cell.high80, truth >= cell.low95 && truth <= cell.high95]
}

function share(cases: readonly boolean[][]): Coverage {
  const percent = (at: number): number => (100 * cases.filter((inside) => inside[at]).length) / cases.length
  return { cases: cases.length, inside80: percent(0), inside95: percent(1) }
}

function get<T>(map: ReadonlyMap<number, T>, year: number): T {
  const value = map.get(year)
  if (value === undefined) throw new RangeError(`no figure for ${year}`)
  return value
}

const every = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + step * at)

/** Runs both tests and returns the lines to print. */
export function backTest(folder: string): readonly string[] {
  const china = country(folder, { name: 'China', code: 156 })
  const places = [china, country(folder, { name: 'Japan', code: 392 })]
  const early = every(1974, 2001, 3)
  const late = every(2004, 2022, 3)
  const lines = [
    '| origins | spread of TFR | births in 80 % | births in 95 % | cases | population in 95 % | cases |',
    '|---|---|---|---|---|---|---|',
  ]
  const row = (name: string, origins: readonly number[], spread: number) => {
    const { births, people } = coverage(places, { origins, spread })
    const cells = [
      births.inside80.toFixed(0),
      births.inside95.toFixed(0),
      births.cases,
      people.inside95.toFixed(0),
      people.cases,
    ]
    lines.push(`| ${name} | × ${spread} | ${cells.join(' | ')} |`)
    return births
  }
  const tried = [0.75, 1, 1.25].map((spread) => ({
    spread,
    miss: Math.abs(row('1974–2001 (calibration)', early, spread).inside95 - 95),
  }))
  const [best] = tried.toSorted((a, b) => a.miss - b.miss)
  row('2004–2022 (test)', late, best?.spread ?? 1)
  lines.push(`Nearest to 95 %: × ${best?.spread ?? 1} of the spread the forecasts use.`)
  const revision = byYear(readRows(folder, 'wpp2022_tfr_1950_2100.csv', 156), 'tfr')
  const cells = forecast(china.plan(2022, { spread: 1, tfr: (year) => get(revision, year) }), { firstYear: 2022 })
  lines.push('', 'China with the TFR of the 2022 revision, births in thousand:')
  for (const year of [2022, 2023]) {
    const cell = cells.find((one) => one.year === year && one.indicator === 'births')
    if (cell === undefined) continue
    const [median, low, high] = [cell.median, cell.low95, cell.high95].map((value) => Math.round(value / 1000))
    lines.push(`  ${year}: ${median} (95 % ${low}–${high}); came: ${Math.round(get(china.births, year))}`)
  }
  return lines
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/demography')
  for (const line of backTest(folder)) console.log(line)
}
