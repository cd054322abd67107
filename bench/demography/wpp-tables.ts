import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from '@junheng/demography'

/** Reads columns of one country from a table of the folder of UN figures; cells become numbers where they are. */
export function readRows(folder: string, file: string, country: number): readonly Record<string, number>[] {
  const { header, rows } = parseCsv(readFileSync(join(folder, file), 'utf8'))
  return rows
    .map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, Number.parseFloat(cells[at] ?? '')])))
    .filter((row) => row['country_code'] === country)
}

/** One column by year. */
export function byYear(rows: readonly Record<string, number>[], column: string): ReadonlyMap<number, number> {
  return new Map(rows.map((row) => [row['year'] ?? 0, row[column] ?? Number.NaN]))
}

/** Two columns by year and age, as male and female arrays of ages 0..100. */
export function agesByYear(
  rows: readonly Record<string, number>[],
  {
    age,
    male,
    female,
    scale,
  }: { readonly age: string; readonly male: string; readonly female: string; readonly scale: number },
) {
  const years = new Map<number, { male: Float64Array; female: Float64Array }>()
  for (const row of rows) {
    const year = row['year'] ?? 0
    const cell = years.get(year) ?? { male: new Float64Array(101), female: new Float64Array(101) }
    years.set(year, cell)
    cell.male[row[age] ?? 0] = scale * (row[male] ?? 0)
    cell.female[row[age] ?? 0] = scale * (row[female] ?? 0)
  }
  return years
}
