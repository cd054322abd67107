import { sumOf, totalOf } from '../age-sex.ts'
import type { Assumption } from '../inputs/problem.ts'
import type { Projection } from '../projection/project.ts'

/** A projected region with its name in the files; '' when there is only one. */
export interface NamedProjection {
  readonly region: string
  readonly projection: Projection
}

/**
 * The files of a deterministic projection, name → text. Persons, three decimals. `step` is the years in a step and in an
 * age group: 1, or 5, when ages are the groups' lower ones and flows those of five years from `year` on.
 * population.csv: 1 January by age and sex · years.csv: flows of each calendar year · assumptions.csv.
 */
export function projectionTables(
  regions: readonly NamedProjection[],
  { assumptions, step = 1 }: { readonly assumptions: readonly Assumption[]; readonly step?: number },
): ReadonlyMap<string, string> {
  const named = regions.some(({ region }) => region !== '')
  const lead = named ? 'region,' : ''
  const population = [`${lead}year,age,male,female`]
  const years = [
    `${lead}year,population_start,births_male,births_female,births,deaths_male,deaths_female,deaths,net_migration,net_moves,filled,population_end,population_mid_year`,
  ]
  for (const { region, projection } of regions) {
    const place = named ? `${region},` : ''
    projection.population.forEach(({ male, female }, at) => {
      male.forEach((men, age) =>
        population.push(
          `${place}${projection.firstYear + step * at},${step * age},${show(men)},${show(female[age] ?? 0)}`,
        ),
      )
    })
    projection.years.forEach((year, at) => {
      const before = projection.population[at]
      if (before === undefined) return
      const [start, end] = [totalOf(before), totalOf(year.end)]
      const { births, deaths, migration, netMoves = 0, filled } = year
      const [dead, deadWomen] = [sumOf(deaths.male), sumOf(deaths.female)]
      const cells = [
        start,
        births.male,
        births.female,
        births.male + births.female,
        dead,
        deadWomen,
        dead + deadWomen,
        totalOf(migration),
        netMoves,
        filled,
        end,
        (start + end) / 2,
      ]
      years.push(`${place}${projection.firstYear + step * at},${cells.map(show).join(',')}`)
    })
  }
  return new Map([
    ['population.csv', lines(population)],
    ['years.csv', lines(years)],
    ['assumptions.csv', assumptionTable(assumptions)],
  ])
}

/** The assumptions as a table: id, zh, en, source. */
export function assumptionTable(assumptions: readonly Assumption[]): string {
  return lines([
    'id,zh,en,source',
    ...assumptions.map(({ id, text, source }) => [id, text.zh, text.en, source].map(quoted).join(',')),
  ])
}

function show(value: number): string {
  return value.toFixed(3)
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function lines(rows: readonly string[]): string {
  return `${rows.join('\n')}\n`
}
