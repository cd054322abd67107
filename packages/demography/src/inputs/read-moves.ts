import { emptyAgeSex, type AgeSex } from '../age-sex.ts'
import type { Move } from '../projection/project-regions.ts'
import { parseCsv } from './csv.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/**
 * Reads `moves.csv`: columns [year,] from, to, age, male, female; shares of the origin's people of that age (at the end
 * of the year) who end the year in the destination. Ages and pairs left out do not move. Shares out of one region, age
 * and sex may not add to more than 1.
 */
export function readMoves(
  text: string | undefined,
  {
    regions,
    openAge,
    years,
    problems,
    step,
  }: {
    readonly regions: readonly string[]
    /** Index of the open age group, `step` years wide each. */
    readonly openAge: number
    readonly step: number
    readonly years: readonly number[]
    readonly problems: InputProblem[]
  },
): readonly (readonly Move[])[] {
  if (text === undefined) return years.map(() => [])
  const report = problemsOf('moves.csv', problems)
  const { header, rows } = parseCsv(text)
  const at = (name: string): number => header.map((word) => word.toLowerCase()).indexOf(name)
  const missing = ['from', 'to', 'age', 'male', 'female'].filter((name) => at(name) < 0)
  for (const name of missing) report(1, 'missing-column', { zh: `缺少列 ${name}`, en: `the column ${name} is missing` })
  if (missing.length > 0) return years.map(() => [])
  const tables = new Map<
    string,
    { readonly year: number | null; readonly from: number; readonly to: number; readonly rate: AgeSex }
  >()
  const leaving = new Map<string, number>()
  for (const { line, cells } of rows) {
    const word = (name: string): string => cells[at(name)] ?? ''
    const year = at('year') < 0 ? null : Number(word('year'))
    if (year !== null && !(year >= 1500 && year <= 3000)) {
      report(line, 'wrong-code', { zh: `年份“${word('year')}”不是四位年份`, en: `"${word('year')}" is not a year` })
      continue
    }
    const [from, to] = [regions.indexOf(word('from')), regions.indexOf(word('to'))]
    const age = /^\d{1,3}\+?$/.test(word('age')) ? Number.parseInt(word('age'), 10) / step : Number.NaN
    if (from < 0 || to < 0 || from === to) {
      report(line, 'wrong-code', {
        zh: `${word('from')} → ${word('to')}：两端应是人口文件中两个不同的地区`,
        en: `${word('from')} → ${word('to')}: two different regions of the population file are needed`,
      })
      continue
    }
    if (!(age >= 0 && age <= openAge && Number.isInteger(age))) {
      report(line, 'wrong-age', {
        zh: `年龄 ${word('age')} 不是人口文件中的年龄`,
        en: `the age ${word('age')} is not one of the population's`,
      })
      continue
    }
    const key = `${year} ${from} ${to}`
    const table = tables.get(key) ?? { year, from, to, rate: emptyAgeSex(openAge) }
    tables.set(key, table)
    for (const sex of ['male', 'female'] as const) {
      const share = word(sex) === '' ? Number.NaN : Number(word(sex))
      const place = `${year} ${from} ${sex} ${age}`
      const sum = (leaving.get(place) ?? 0) + share
      leaving.set(place, sum)
      table.rate[sex][age] = share
      if (!(share >= 0 && sum <= 1 + 1e-12))
        report(line, 'out-of-range', {
          zh: `${word('from')} ${age} 岁迁出比率 ${share}（合计 ${sum}）应在 0 与 1 之间`,
          en: `${word('from')} age ${age}: the share leaving ${share} (together ${sum}) should lie between 0 and 1`,
        })
    }
  }
  const all = [...tables.values()]
  return years.map((year) => all.filter((table) => table.year === null || table.year === year))
}
