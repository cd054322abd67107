/**
 * The UN engine's own examples against this engine, cell by cell, 1951 to 2020.
 *
 *   node bench/demography/un-engine.ts FOLDER    FOLDER as `un-engine.R` writes it
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv, project, readProjectionInputs, totalOf, type AgeSex } from '@junheng/demography'

export interface EngineRow {
  readonly example: string
  /** People in 2020 as the UN's engine has them. */
  readonly people: number
  /** The largest difference of a cell of age and sex in any year, in persons and relative to that year's people. */
  readonly persons: number
  readonly relative: number
}

/** Reads, projects and compares every example of the folder; throws when an example cannot be read. */
export function engineTable(folder: string): readonly EngineRow[] {
  return readdirSync(folder).flatMap((country) =>
    readdirSync(join(folder, country)).map((kind) => compare(join(folder, country, kind), `${country} ${kind}`)),
  )
}

function compare(folder: string, example: string): EngineRow {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const read = readProjectionInputs(new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')])), {
    to: 2020,
  })
  if (!read.ok) throw new RangeError(`${example}: ${read.problems.map(({ text }) => text.en).join('; ')}`)
  const { regions, firstYear, timing } = read.inputs
  const [region] = regions
  if (region === undefined) throw new RangeError(`${example}: no region`)
  const { population } = project({ start: region.start, years: region.years, firstYear, timing })
  let [persons, relative] = [0, 0]
  for (const { year, age, male, female } of expectedCells(folder)) {
    const ours: AgeSex | undefined = population[year - firstYear]
    if (ours === undefined) throw new RangeError(`${example}: ${year}`)
    const difference = Math.max(Math.abs((ours.male[age] ?? 0) - male), Math.abs((ours.female[age] ?? 0) - female))
    persons = Math.max(persons, difference)
    relative = Math.max(relative, difference / totalOf(ours))
  }
  const last = expectedCells(folder).filter(({ year }) => year === 2020)
  return { example, people: last.reduce((sum, { male, female }) => sum + male + female, 0), persons, relative }
}

function expectedCells(folder: string) {
  const { rows } = parseCsv(readFileSync(join(folder, 'expected/population.csv'), 'utf8'))
  return rows.map(({ cells }) => {
    const [year = 0, age = 0, male = 0, female = 0] = cells.map(Number)
    return { year, age, male, female }
  })
}

if (import.meta.main) {
  const [, , folder] = process.argv
  if (folder === undefined) throw new RangeError('name the folder that un-engine.R wrote')
  console.log('| example | people in 2020 | largest difference of a cell, persons | relative to all |')
  console.log('|---|---|---|---|')
  for (const { example, people, persons, relative } of engineTable(folder))
    console.log(
      `| ${example} | ${people.toPrecision(9)} | ${persons.toExponential(1)} | ${relative.toExponential(1)} |`,
    )
}
