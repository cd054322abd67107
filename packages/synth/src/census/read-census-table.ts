import type { Words } from '@junheng/kernel'
import { groupStarts, sum, type CountyCensus } from './county-census.ts'
import { csvRows } from './csv-rows.ts'

/** One thing wrong with a census table; `line` counts from 1, the header. */
export interface CensusProblem {
  readonly line: number
  readonly message: Words
}

export interface ReadCensus {
  readonly counties: ReadonlyMap<number, CountyCensus>
  readonly problems: readonly CensusProblem[]
}

const groups = groupStarts.map((from) => {
  if (from === 0) return '0岁'
  return from === 85 ? '85岁以上' : from === 1 ? '1到4岁' : `${from}到${from + 4}岁`
})

/** The columns a county's figures come from, in the order of a county's line. */
const columns = [
  ...groups.map((group) => `男_${group}`),
  ...groups.map((group) => `女_${group}`),
  '城镇人口',
  '少数民族人口比重（%）',
  '家庭户数',
  '家庭户人口数',
  '一人户数',
  '一代户数',
  '二代户数',
  '三代户数',
  '四代以上户数',
  '十五岁以上人口',
  '十五岁以上人口_女',
  '未婚',
  '未婚_女',
  '15-64岁妇女平均活产子女数',
  '户口登记地在外乡镇街道人口_本省其他县',
  '户口登记地在外乡镇街道人口_省外',
] as const

const needed = ['区划代码', '区县', 'level', '人口数_合计', ...columns]

/**
 * Reads the county table of the seventh census in the columns of leiii/census (head in Chinese, one row a county, `level`
 * is `county`). `NA` is nobody. A row that is not right is left out and reported with its line.
 */
export function readCensusTable(text: string): ReadCensus {
  const counties = new Map<number, CountyCensus>()
  const problems: CensusProblem[] = []
  const report = (line: number, zh: string, en: string) => problems.push({ line, message: { zh, en } })
  let header: ReadonlyMap<string, number> | undefined
  for (const { line, cells } of csvRows(text)) {
    if (header === undefined) {
      header = new Map(cells.map((name, at) => [name, at]))
      const missing = needed.filter((name) => header?.has(name) !== true)
      if (missing.length > 0) {
        report(line, `普查表缺少列：${missing.join('、')}`, `the census table lacks the columns ${missing.join(', ')}`)
        return { counties, problems }
      }
      continue
    }
    const cell = (name: string): string => cells[header?.get(name) ?? -1] ?? ''
    if (cell('level') !== 'county') continue
    const code = Number(cell('区划代码'))
    if (!/^[1-9]\d{5}$/.test(cell('区划代码'))) {
      report(line, `区划代码“${cell('区划代码')}”不是六位数字`, `"${cell('区划代码')}" is not a six-digit code`)
      continue
    }
    const figures = columns.map((name) => (cell(name) === 'NA' ? 0 : cell(name) === '' ? NaN : Number(cell(name))))
    const wrong = figures.findIndex((figure) => !(figure >= 0 && Number.isFinite(figure)))
    if (wrong >= 0) {
      const name = columns[wrong] ?? ''
      report(line, `${code} 的“${name}”是“${cell(name)}”，不是数`, `${code}: ${name} is "${cell(name)}", not a number`)
      continue
    }
    const total = sum(figures.slice(0, 38))
    if (total !== Number(cell('人口数_合计'))) {
      const said = cell('人口数_合计')
      report(
        line,
        `${code} 合计 ${said}，各年龄相加 ${total}`,
        `${code}: the total is ${said}, the ages add to ${total}`,
      )
      continue
    }
    counties.set(code, countyOf(code, cell('区县'), figures))
  }
  if (header === undefined) report(1, '普查表是空的', 'the census table is empty')
  return { counties, problems }
}

/** A county in one line: code, name, then its figures in the order of the columns above. */
export function countyLine(census: CountyCensus): string {
  const { male, female, generations, adults, neverMarried } = census
  const figures = [
    ...male,
    ...female,
    census.urban,
    census.minorityPercent,
    census.families,
    census.familyPersons,
    census.onePersonFamilies,
    ...generations,
    adults.male + adults.female,
    adults.female,
    neverMarried.male + neverMarried.female,
    neverMarried.female,
    census.birthsPerWoman,
    census.fromProvince,
    census.fromElsewhere,
  ]
  return `${census.code} ${census.name} ${figures.map((figure) => Number(figure.toFixed(2))).join(' ')}`
}

/** The counties of lines that `countyLine` wrote. */
export function readCountyLines(lines: string): ReadonlyMap<number, CountyCensus> {
  const counties = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', ...figures] = line.split(' ')
      return countyOf(Number(code), name, figures.map(Number))
    })
  return new Map(counties.map((county) => [county.code, county]))
}

function countyOf(code: number, name: string, figures: readonly number[]): CountyCensus {
  const at = (index: number): number => figures[38 + index] ?? 0
  const [adults, women, single, singleWomen] = [at(9), at(10), at(11), at(12)]
  return {
    code,
    name,
    male: figures.slice(0, 19),
    female: figures.slice(19, 38),
    urban: at(0),
    minorityPercent: at(1),
    families: at(2),
    familyPersons: at(3),
    onePersonFamilies: at(4),
    generations: [at(5), at(6), at(7), at(8)],
    adults: { male: adults - women, female: women },
    neverMarried: { male: single - singleWomen, female: singleWomen },
    birthsPerWoman: at(13),
    fromProvince: at(14),
    fromElsewhere: at(15),
  }
}
