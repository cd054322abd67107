import { sexes, sumOf, type AgeSex, type Sex } from '../age-sex.ts'
import { ageGroups } from './age-groups.ts'
import type { Cell } from './read-cells.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/** Values of one file by region and year; year null is a file without years, which holds for all. */
export type ByRegionYear<T> = ReadonlyMap<string, ReadonlyMap<number | null, T>>

/** A table by sex in the age groups of its file; the last group is open. */
export interface GroupedAgeSex extends AgeSex {
  /** Lower ages of the groups. */
  readonly age: readonly number[]
}

/** Where a table stands, for reports. */
export interface TablePlace {
  readonly file: string
  readonly where: string
  readonly problems: InputProblem[]
}

/**
 * Groups cells by region and year and refuses years that do not ascend within a region, by `step` years at a time. A
 * period counts as each of its years.
 */
export function groupCells(
  cells: readonly Cell[],
  { file, problems, step }: { readonly file: string; readonly problems: InputProblem[]; readonly step: number },
): ReadonlyMap<string, ReadonlyMap<number | null, readonly Cell[]>> {
  const report = problemsOf(file, problems)
  const result = new Map<string, ReadonlyMap<number | null, readonly Cell[]>>()
  for (const [region, ours] of Map.groupBy(
    cells.flatMap((cell) => yearsOf(cell, step)),
    (cell) => cell.region,
  )) {
    const years = Map.groupBy(ours, ({ year }) => year)
    const order = [...years.keys()].filter((year) => year !== null)
    const wrong = order.findIndex((year, at) => at > 0 && year !== (order[at - 1] ?? 0) + step)
    if (wrong > 0) {
      const [before, here] = [order[wrong - 1] ?? 0, order[wrong] ?? 0]
      const line = years.get(here)?.[0]?.line ?? null
      const place = region === '' ? '' : `${region}: `
      if (here <= before)
        report(line, 'years-out-of-order', {
          zh: `${place}${before} 年之后是 ${here} 年，年份应递增`,
          en: `${place}${here} follows ${before}: years must ascend`,
        })
      else
        report(line, 'missing-year', {
          zh: `${place}${before} 年之后缺 ${before + step} 年`,
          en: `${place}the year ${before + step} is missing after ${before}`,
        })
    }
    result.set(region, years)
  }
  return result
}

function yearsOf(cell: Cell, step: number): readonly Cell[] {
  const { year, yearTo } = cell
  if (year === null || yearTo === null) return [cell]
  return Array.from({ length: Math.ceil((yearTo - year) / step) }, (_, at) => ({ ...cell, year: year + at * step }))
}

/** How a place is named in a report: the region and the year where there are any. */
export function placeName(region: string, year: number | null): string {
  return [region, year].filter((part) => part !== '' && part !== null).join(' ')
}

/**
 * Tables of every region and year in the file's age groups: from age 0 without a gap, each once for each sex, alike for
 * both, and, of counts, rows or columns of totals equal to what they sum.
 */
export function ageSexTables(
  cells: readonly Cell[],
  {
    file,
    column,
    problems,
    step,
    additive,
  }: {
    readonly file: string
    readonly column: string
    readonly problems: InputProblem[]
    readonly step: number
    /** Totals are checked; of rates they are passed over. */
    readonly additive: boolean
  },
): ByRegionYear<GroupedAgeSex> {
  const groups = groupCells(
    cells.filter((cell) => cell.column === column),
    { file, problems, step },
  )
  const result = new Map<string, ReadonlyMap<number | null, GroupedAgeSex>>()
  for (const [region, years] of groups) {
    const tables = new Map<number | null, GroupedAgeSex>()
    for (const [year, own] of years) {
      const place = { file, where: placeName(region, year), problems }
      const table = oneTable(own, place)
      if (table === undefined) continue
      if (additive) checkTotals(own, table, place)
      tables.set(year, table)
    }
    result.set(region, tables)
  }
  return result
}

function oneTable(cells: readonly Cell[], place: TablePlace): GroupedAgeSex | undefined {
  const [male, female] = sexes.map((sex) => oneSex(cells, sex, place))
  if (male === undefined || female === undefined) return undefined
  const differs = male.breaks.find((age, at) => age !== female.breaks[at])
  if (differs !== undefined || male.breaks.length !== female.breaks.length) {
    const [longer, shorter] = male.breaks.length > female.breaks.length ? [male, female] : [female, male]
    const missing = longer.breaks.filter((age) => !shorter.breaks.includes(age)).join(', ')
    problemsOf(place.file, place.problems)(cells[0]?.line ?? null, 'missing-age', {
      zh: `${place.where} 男女的年龄不同：${longer === male ? '女' : '男'}缺 ${missing}`,
      en: `${place.where} the ages of men and women differ: ${longer === male ? 'women' : 'men'} lack ${missing}`,
    })
    return undefined
  }
  return { age: male.breaks.slice(0, -1), male: male.values, female: female.values }
}

function oneSex(cells: readonly Cell[], sex: Sex, { file, where, problems }: TablePlace) {
  const report = problemsOf(file, problems)
  const own = cells.filter((cell) => cell.sex === sex && typeof cell.age === 'number')
  const first = own[0]?.line ?? cells[0]?.line ?? null
  if (own.length === 0) {
    report(first, 'missing-sex', { zh: `${where} 没有 ${sex} 的行`, en: `${where} has no rows of ${sex}` })
    return undefined
  }
  const groups = ageGroups(own, { file, where: [where, sex].join(' ').trim(), problems, last: 'open' })
  if (groups === undefined) return undefined
  if (groups.breaks[0] !== 0 || groups.breaks.at(-1) !== Infinity) {
    report(first, 'missing-age', {
      zh: `${where} ${sex} 应从 0 岁到一个开口组（如 100+），现为 ${groups.breaks[0]} 到 ${(groups.breaks.at(-1) ?? 0) - 1}`,
      en: `${where} ${sex} should run from 0 to an open age such as 100+ and runs from ${groups.breaks[0]} to ${(groups.breaks.at(-1) ?? 0) - 1}`,
    })
    return undefined
  }
  return groups
}

function checkTotals(cells: readonly Cell[], table: GroupedAgeSex, { file, where, problems }: TablePlace): void {
  const report = problemsOf(file, problems)
  const whole = cells.every(({ value }) => Number.isInteger(value))
  for (const { age, sex, value, line } of cells) {
    if (age !== 'total' && sex !== 'total') continue
    const parts = sexes
      .filter((one) => sex === 'total' || sex === one)
      .flatMap((one) => (age === 'total' ? [...table[one]] : [table[one][table.age.indexOf(age ?? 0)] ?? 0]))
    const sum = sumOf(parts)
    // A table of whole numbers adds up exactly; one of decimals to the last digit of each, or 1e-7 of the sum.
    const allowed = whole ? 0 : Math.max(0.001 * parts.length, 1e-7 * Math.abs(sum))
    if (Number.isNaN(sum) || Math.abs(sum - value) <= allowed) continue
    report(line, 'totals-differ', {
      zh: `${where} 合计写的是 ${value}，各项相加是 ${Number(sum.toFixed(3))}`,
      en: `${where} the total says ${value} and its parts add to ${Number(sum.toFixed(3))}`,
    })
  }
}

/** The same tables, each changed; `make` may report a problem and return undefined. */
export function mapTables<A, B>(
  tables: ByRegionYear<A>,
  make: (table: A, where: string, key: readonly [string, number | null]) => B | undefined,
): ByRegionYear<B> {
  return new Map(
    [...tables].map(([region, years]) => [
      region,
      new Map(
        [...years].flatMap(([year, table]) => {
          const made = make(table, placeName(region, year), [region, year])
          return made === undefined ? [] : [[year, made] as const]
        }),
      ),
    ]),
  )
}
