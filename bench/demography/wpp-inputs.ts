import {
  lifeTable,
  scaleToLifeExpectancy,
  sexes,
  singleAgeMortality,
  survivalRatios,
  type AgeSex,
  type YearInputs,
} from '@junheng/demography'
import { agesByYear, byYear, readRows } from './wpp-tables.ts'

/**
 * Inputs to project a country from 2024 to 2100. "independent": 5×5 death rates interpolated in time and age and scaled
 * to the published e0, TFR and its five-year shares, split as the projected women stand, SRB, migration. "derived": survival ratios backed out of the
 * UN's own series instead, so that its deaths are given.
 */
export function wppInputs(
  folder: string,
  { country, rates }: { readonly country: number; readonly rates: 'independent' | 'derived' },
): { readonly start: AgeSex; readonly years: readonly YearInputs[] } {
  const rows = (file: string) => readRows(folder, file, country)
  const jan1 = agesByYear(rows('derived_wpp2024_pop_jan1_age1_sex_2024_2101.csv'), {
    age: 'age',
    male: 'popM',
    female: 'popF',
    scale: 1000,
  })
  const migration = agesByYear(rows('wpp2024_net_migration_age1_sex_2023_2100.csv'), {
    age: 'age',
    male: 'migM',
    female: 'migF',
    scale: 1000,
  })
  const derived = agesByYear(rows('derived_wpp2024_survival_age1_sex_2024_2100.csv'), {
    age: 'age_end',
    male: 'SxM',
    female: 'SxF',
    scale: 1,
  })
  const tfr = byYear(rows('wpp2024_tfr_1950_2100.csv'), 'tfr')
  const srb = byYear(rows('wpp2024_srb_1950_2100.csv'), 'srb')
  const shares = Map.groupBy(rows('wpp2024_pasfr_age5_annual_1950_2100.csv'), (row) => row['year'] ?? 0)
  const mortality = interpolatedMortality(folder, country)
  const years = Array.from({ length: 77 }, (_, at) => {
    const year = 2024 + at
    const survival = rates === 'derived' ? clipped(get(derived, year)) : mortality(year)
    const fertility = { tfr: get(tfr, year), shares: get(shares, year).map((row) => row['pasfr'] ?? 0), fromAge: 10 }
    return { survival, fertility, srb: get(srb, year), migration: get(migration, year) }
  })
  return { start: get(jan1, 2024), years }
}

/** Survival of any year: death rates linear in their logarithms between the centres of the 5-year periods. */
function interpolatedMortality(folder: string, country: number): (year: number) => AgeSex {
  const groups = Map.groupBy(readRows(folder, 'wpp2024_mx_5x5_1950_2100.csv', country), (row) => row['year'] ?? 0)
  const centres = [...groups.keys()].sort((a, b) => a - b)
  const e0 = readRows(folder, 'wpp2024_e0_1950_2100.csv', country)
  const expectancy = { male: byYear(e0, 'e0M'), female: byYear(e0, 'e0F') }
  const column = { male: 'mxM', female: 'mxF' }
  return (year) => {
    // A period runs from mid-year to mid-year: its centre, 1 January of `year`, is half a year before the year's middle.
    const when = year + 0.5
    const later = Math.min(
      Math.max(
        1,
        centres.findIndex((centre) => centre >= when),
      ),
      centres.length - 1,
    )
    const at = centres.at(-1) ?? 0
    const after = when > at ? centres.length - 1 : later
    const [from, to] = [centres[after - 1] ?? 0, centres[after] ?? 0]
    const weight = Math.min(1, (when - from) / (to - from))
    const [early, late] = [get(groups, from), get(groups, to)]
    const survivalOf = (sex: 'male' | 'female'): Float64Array => {
      const rate = (row: Record<string, number> | undefined): number => row?.[column[sex]] ?? 0
      const mx = Float64Array.from(early, (row, age) => rate(row) ** (1 - weight) * rate(late[age]) ** weight)
      const single = singleAgeMortality(
        early.map((row) => row['age'] ?? 0),
        mx,
      )
      const scaled = scaleToLifeExpectancy(single, { e0: get(expectancy[sex], year), sex })
      return survivalRatios(lifeTable({ mx: scaled, sex }))
    }
    return { male: survivalOf('male'), female: survivalOf('female') }
  }
}

/** The derived series has a few cells above 1 by rounding of the published figures. */
function clipped(survival: AgeSex): AgeSex {
  const [male, female] = sexes.map((sex) => survival[sex].map((ratio) => Math.min(1, ratio)))
  return { male: male ?? survival.male, female: female ?? survival.female }
}

function get<T>(map: ReadonlyMap<number, T>, year: number): T {
  const value = map.get(year)
  if (value === undefined) throw new RangeError(`no figure for ${year}`)
  return value
}
