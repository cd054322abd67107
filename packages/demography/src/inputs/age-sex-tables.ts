import { sexes, type AgeSex, type Sex } from '../age-sex.ts'
import type { Cell } from './read-cells.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/** Values of one file by region and year; year null is a file without years, which holds for all. */
export type ByRegionYear<T> = ReadonlyMap<string, ReadonlyMap<number | null, T>>

/** Groups cells by region and year and refuses years that do not ascend within a region. */
export function groupCells(
  cells: readonly Cell[],
  { file, problems }: { readonly file: string; readonly problems: InputProblem[] },
): ReadonlyMap<string, ReadonlyMap<number | null, readonly Cell[]>> {
  const report = problemsOf(file, problems)
  const regions = Map.groupBy(cells, ({ region }) => region)
  const result = new Map<string, ReadonlyMap<number | null, readonly Cell[]>>()
  for (const [region, ours] of regions) {
    const years = Map.groupBy(ours, ({ year }) => year)
    const order = [...years.keys()].filter((year) => year !== null)
    const wrong = order.findIndex((year, at) => at > 0 && year !== (order[at - 1] ?? 0) + 1)
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
          zh: `${place}${before} 年之后缺 ${before + 1} 年`,
          en: `${place}the year ${before + 1} is missing after ${before}`,
        })
    }
    result.set(region, years)
  }
  return result
}

/**
 * Makes AgeSex arrays of every region and year: each single age from 0 to the oldest once for each sex, and rows or
 * columns of totals equal to what they sum.
 */
export function ageSexTables(
  cells: readonly Cell[],
  { file, column, problems }: { readonly file: string; readonly column: string; readonly problems: InputProblem[] },
): ByRegionYear<AgeSex> {
  const groups = groupCells(
    cells.filter((cell) => cell.column === column),
    { file, problems },
  )
  const result = new Map<string, ReadonlyMap<number | null, AgeSex>>()
  for (const [region, years] of groups) {
    const tables = new Map<number | null, AgeSex>()
    for (const [year, own] of years) {
      const where = [region, year].filter((part) => part !== '' && part !== null).join(' ')
      tables.set(year, oneTable(own, { file, where, problems }))
    }
    result.set(region, tables)
  }
  return result
}

interface Place {
  readonly file: string
  readonly where: string
  readonly problems: InputProblem[]
}

function oneTable(cells: readonly Cell[], place: Place): AgeSex {
  const ages = cells.flatMap(({ age }) => (typeof age === 'number' ? [age] : []))
  const openAge = Math.min(200, Math.max(0, ...ages))
  const male = oneSex(cells, { ...place, sex: 'male', openAge })
  const female = oneSex(cells, { ...place, sex: 'female', openAge })
  checkTotals(cells, { male, female }, place)
  return { male, female }
}

function oneSex(
  cells: readonly Cell[],
  { file, where, problems, sex, openAge }: Place & { readonly sex: Sex; readonly openAge: number },
): Float64Array {
  const report = problemsOf(file, problems)
  const values = new Float64Array(openAge + 1).fill(Number.NaN)
  const own = cells.filter((cell) => cell.sex === sex && typeof cell.age === 'number')
  for (const { age, value, line } of own) {
    if (typeof age !== 'number' || age > openAge) continue
    if (!Number.isNaN(values[age]))
      report(line, 'duplicate', {
        zh: `${where} ${sex} ${age} 岁重复`,
        en: `${where} ${sex} age ${age} is given twice`,
      })
    values[age] = value
  }
  if (own.length === 0) {
    report(cells[0]?.line ?? null, 'missing-sex', {
      zh: `${where} 没有 ${sex} 的行`,
      en: `${where} has no rows of ${sex}`,
    })
    return values
  }
  const missing = [...values.keys()].filter((age) => Number.isNaN(values[age]))
  if (missing.length > 0) {
    const list = missing.length > 8 ? `${missing.slice(0, 8).join(', ')} …` : missing.join(', ')
    report(own[0]?.line ?? null, 'missing-age', {
      zh: `${where} ${sex} 缺 ${missing.length} 个年龄：${list}`,
      en: `${where} ${sex} lacks ${missing.length} ages: ${list}`,
    })
  }
  return values
}

function checkTotals(cells: readonly Cell[], table: AgeSex, { file, where, problems }: Place): void {
  const report = problemsOf(file, problems)
  const whole = cells.every(({ value }) => Number.isInteger(value))
  for (const { age, sex, value, line } of cells) {
    if (age !== 'total' && sex !== 'total') continue
    const parts = sexes
      .filter((one) => sex === 'total' || sex === one)
      .flatMap((one) => (age === 'total' ? [...table[one]] : [table[one][age ?? 0] ?? 0]))
    const sum = parts.reduce((all, part) => all + part, 0)
    if (Number.isNaN(sum) || Math.abs(sum - value) <= (whole ? 0 : 0.001 * parts.length)) continue
    report(line, 'totals-differ', {
      zh: `${where} 合计写的是 ${value}，各项相加是 ${sum}`,
      en: `${where} the total says ${value} and its parts add to ${sum}`,
    })
  }
}
