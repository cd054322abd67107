import { sexes, totalOf, type AgeSex } from '../age-sex.ts'
import { demographyError } from '../demography-error.ts'
import { withoutQuarters, withQuarters } from './group-quarters.ts'
import type { Projection } from './project.ts'
import { projectYear } from './project-year.ts'
import type { MigrationTiming, YearInputs, YearResult } from './year-inputs.ts'

/**
 * One cell of the matrix of moves: the share of the origin's people of each age who end the year in the destination.
 * Origin and destination are positions in the list of regions; ages are those at the end of the year.
 */
export interface Move {
  readonly from: number
  readonly to: number
  readonly rate: AgeSex
}

/** One region's year: its population at the start and its own inputs; `migration` is that across the outer border. */
export interface RegionYear {
  readonly start: AgeSex
  readonly inputs: YearInputs
}

/**
 * One year of several regions with moves between them. Under "end" the year's survivors move once; under "even" half
 * of each rate moves at the start and half at the end. Who leaves one region enters another, so moves sum to nought.
 * Throws `range` when the rates out of a region exceed 1 at some age.
 */
export function projectRegionsYear(
  regions: readonly RegionYear[],
  { moves, timing }: { readonly moves: readonly Move[]; readonly timing: MigrationTiming },
): readonly YearResult[] {
  requirePossible(moves, regions.length)
  const early = timing === 'even' ? 0.5 : 0
  const starts = regions.map(({ start }) => start)
  const exposed = early > 0 ? move(starts, moves, early) : starts
  const results = exposed.map((start, at) => {
    const region = regions[at]
    if (region === undefined) throw new RangeError('a region without inputs')
    return projectYear(start, region.inputs, timing)
  })
  const ends = move(
    results.map(({ end }) => end),
    moves,
    1 - early,
  )
  return results.map((result, at) => {
    const end = ends[at] ?? result.end
    const before = regions[at]?.start ?? end
    const came = totalOf(exposed[at] ?? before) - totalOf(before)
    return { ...result, end, netMoves: came + totalOf(end) - totalOf(result.end) }
  })
}

/**
 * A region with its population at the start and as many years of inputs as every other. Residents of its group quarters
 * are part of `start`; they stay where they are at the age they are, and neither bear, die nor move.
 */
export interface RegionInputs {
  readonly start: AgeSex
  readonly years: readonly YearInputs[]
  readonly groupQuarters?: AgeSex
}

/** Projects regions together, year by year; `movesOf` gives the year's matrix by its position. */
export function projectRegions(
  regions: readonly RegionInputs[],
  {
    firstYear,
    timing,
    movesOf,
  }: {
    readonly firstYear: number
    readonly timing: MigrationTiming
    readonly movesOf: (year: number) => readonly Move[]
  },
): readonly Projection[] {
  const length = Math.min(...regions.map(({ years }) => years.length))
  const projections = regions.map(({ start }) => ({ population: [start], years: [] as YearResult[] }))
  let households = regions.map(({ start, groupQuarters }) => withoutQuarters(start, groupQuarters))
  for (let year = 0; year < length; year++) {
    const now = regions.map(({ start, years }, at): RegionYear => {
      const inputs = years[year]
      if (inputs === undefined) throw new RangeError('a region without inputs')
      return { start: households[at] ?? start, inputs }
    })
    const results = projectRegionsYear(now, { moves: movesOf(year), timing })
    households = results.map(({ end }) => end)
    results.forEach((result, at) => {
      const end = withQuarters(result.end, regions[at]?.groupQuarters)
      projections[at]?.population.push(end)
      projections[at]?.years.push({ ...result, end })
    })
  }
  return projections.map((projection) => ({ firstYear, ...projection }))
}

function move(populations: readonly AgeSex[], moves: readonly Move[], share: number): readonly AgeSex[] {
  const after = populations.map(({ male, female }) => ({ male: male.slice(), female: female.slice() }))
  for (const { from, to, rate } of moves) {
    for (const sex of sexes) {
      const origin = after[from]?.[sex]
      const destination = after[to]?.[sex]
      const before = populations[from]?.[sex]
      if (origin === undefined || destination === undefined || before === undefined) continue
      for (let age = 0; age < before.length; age++) {
        const movers = share * (rate[sex][age] ?? 0) * (before[age] ?? 0)
        origin[age] = (origin[age] ?? 0) - movers
        destination[age] = (destination[age] ?? 0) + movers
      }
    }
  }
  return after
}

function requirePossible(moves: readonly Move[], regions: number): void {
  const leaving = new Map<string, number>()
  for (const { from, to, rate } of moves) {
    const wrongEnds = from === to || [from, to].some((at) => !Number.isInteger(at) || at < 0 || at >= regions)
    if (wrongEnds) throw impossible(`${from} → ${to}`)
    for (const sex of sexes) {
      rate[sex].forEach((value, age) => {
        const key = `${from} ${sex} ${age}`
        const sum = (leaving.get(key) ?? 0) + value
        if (!(value >= 0) || sum > 1 + 1e-12) throw impossible(key)
        leaving.set(key, sum)
      })
    }
  }
}

function impossible(where: string): Error {
  return demographyError('range', {
    zh: `地区间迁移率不成立：${where}（两地须不同，比率不小于 0，迁出合计不超过 1）`,
    en: `impossible moves at ${where}: two different regions, rates not below 0, together not above 1`,
  })
}
