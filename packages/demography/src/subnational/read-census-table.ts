import { parseCsv } from '../inputs/csv.ts'
import { problemsOf, type InputProblem } from '../inputs/problem.ts'
import { censusAges, type CensusPlace } from './census-2020.ts'

/** A county of the census table with the province it is in. */
export interface CensusCounty extends CensusPlace {
  readonly province: string
}

/**
 * Reads the county table of the seventh census (columns 区划代码, 省, 区县, level, 男_0岁 … 女_85岁以上) and returns its
 * counties, or the rows of other levels (prov, city); a row that is not right is reported with its line.
 */
export function readCensusTable(
  text: string,
  levels: readonly string[] = ['county'],
): {
  readonly counties: readonly CensusCounty[]
  readonly problems: readonly InputProblem[]
} {
  const file = 'census'
  const problems: InputProblem[] = []
  const report = problemsOf(file, problems)
  const { header, rows } = parseCsv(text)
  const groups = censusAges.map((from) => {
    if (from === 0) return '0岁'
    return from === 85 ? '85岁以上' : from === 1 ? '1到4岁' : `${from}到${from + 4}岁`
  })
  const position = (name: string): number => {
    const at = header.indexOf(name)
    if (at < 0) report(1, 'missing-column', { zh: `缺少列 ${name}`, en: `the column ${name} is missing` })
    return at
  }
  const [code, province, county, level, total] = ['区划代码', '省', '区县', 'level', '人口数_合计'].map(position)
  const columns = {
    male: groups.map((group) => position(`男_${group}`)),
    female: groups.map((group) => position(`女_${group}`)),
  }
  if (problems.length > 0) return { counties: [], problems }
  const counties = rows.flatMap(({ line, cells }): readonly CensusCounty[] => {
    if (!levels.includes(cells[level ?? 0] ?? '')) return []
    const own = cells[code ?? 0] ?? ''
    if (!/^\d{6}$/.test(own)) {
      report(line, 'wrong-code', { zh: `区划代码“${own}”不是六位数字`, en: `"${own}" is not a six-digit code` })
      return []
    }
    // The table writes NA where nobody is; the row's total, checked below, says whether that is so.
    const count = (at: number): number => Number(cells[at] === 'NA' ? 0 : cells[at])
    const counts = {
      male: columns.male.map(count),
      female: columns.female.map(count),
    }
    const all = [...counts.male, ...counts.female]
    const wrong = all.find((count) => !Number.isInteger(count) || count < 0)
    if (wrong !== undefined) {
      report(line, 'negative', { zh: `${own} 有不成立的人数 ${wrong}`, en: `${own} has the impossible count ${wrong}` })
      return []
    }
    const sum = all.reduce((partial, count) => partial + count, 0)
    if (sum !== Number(cells[total ?? 0]))
      report(line, 'totals-differ', {
        zh: `${own} 合计 ${cells[total ?? 0]}，各组相加 ${sum}`,
        en: `${own} the total says ${cells[total ?? 0]} and the groups add to ${sum}`,
      })
    return [{ code: own, name: cells[county ?? 0] ?? '', province: cells[province ?? 0] ?? '', ...counts }]
  })
  return { counties, problems }
}
