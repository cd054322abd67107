import type { Sex } from '../age-sex.ts'
import { columnName, findSex } from './column-names.ts'
import { parseCsv } from './csv.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/** One number of an input file with its keys; what the file does not have is null. */
export interface Cell {
  readonly line: number
  readonly region: string
  /** The first year of a period, or the year. */
  readonly year: number | null
  /** The year after the last one it holds for; null where the row names one year, or none. */
  readonly yearTo: number | null
  /** Lower age; 'total' for a row that sums over ages; null where the file has no ages. */
  readonly age: number | 'total' | null
  /** The age after the last of the row's group, Infinity for an open one; null where the row does not say. */
  readonly ageTo: number | null
  readonly sex: Sex | 'total' | null
  /** Which value column; files with one value use that one's name. */
  readonly column: string
  /** NaN where it could not be read, which is a problem already told. */
  readonly value: number
}

/** What the columns of one file may be. */
export interface FileForm {
  readonly file: string
  /** Value columns when the sex stands in a column of its own, or there is no sex; a column `value` is the first. */
  readonly values: readonly string[]
  readonly bySex: boolean
  readonly byAge: boolean
  /** A file of one value by year need not say more than the value. */
  readonly negativeAllowed?: boolean
  /** Counts of people, so that rows and columns of totals are the sums of the others; rates do not add up. */
  readonly additive?: boolean
}

/** Reads a file into cells; what cannot be read becomes a problem with its line. */
export function readCells(text: string, form: FileForm, problems: InputProblem[]): readonly Cell[] {
  const report = problemsOf(form.file, problems)
  const { header, rows } = parseCsv(text)
  const names = header.map((name) => (columnName(name) === 'value' ? (form.values[0] ?? '') : columnName(name)))
  const at = (name: string): number => names.indexOf(name)
  const twice = names.find((name, index) => at(name) !== index && [...form.values, 'age', 'year'].includes(name))
  if (twice !== undefined)
    report(1, 'duplicate', { zh: `有两列都是 ${twice}`, en: `two columns are both the ${twice}` })
  const wide = form.bySex && at('sex') < 0
  const wanted = wide ? ['male', 'female'] : form.values.filter((name) => at(name) >= 0)
  const needed = [...(form.byAge ? ['age'] : []), ...(wide ? wanted : form.bySex ? ['sex'] : [])]
  const missing = needed.filter((name) => at(name) < 0)
  if (wanted.length === 0) missing.push(form.values.join(' / '))
  for (const name of missing)
    report(1, 'missing-column', {
      zh: `缺少列 ${name}（现有：${header.join('、')}）`,
      en: `the column ${name} is missing (there are: ${header.join(', ')})`,
    })
  if (missing.length > 0) return []
  const columns = wide && at('total') >= 0 ? [...wanted, 'total'] : wanted
  return rows.flatMap(({ line, cells }) => {
    if (cells.length !== header.length)
      report(line, 'missing-column', {
        zh: `这一行有 ${cells.length} 格，表头有 ${header.length} 列`,
        en: `this row has ${cells.length} cells and the header ${header.length} columns`,
      })
    const word = (name: string): string | undefined => (at(name) < 0 ? undefined : (cells[at(name)] ?? ''))
    const keys = {
      line,
      region: word('region') ?? '',
      ...readYear(word('year'), line, report),
      ...(form.byAge
        ? readAge({ word: word('age') ?? '', span: word('span') }, line, report)
        : { age: null, ageTo: null }),
    }
    const sexWord = form.bySex && !wide ? (word('sex') ?? '') : undefined
    const sex = sexWord === undefined ? null : findSex(sexWord)
    if (sex === undefined) {
      report(line, 'wrong-code', {
        zh: `性别“${sexWord}”不认识，应为 male 或 female`,
        en: `the sex "${sexWord}" is not known: male or female`,
      })
      return []
    }
    return columns.map((column) => {
      const value = readNumber(word(column) ?? '', { line, column, form }, report)
      const own = column === 'male' || column === 'female' || column === 'total' ? column : sex
      return { ...keys, sex: form.bySex ? own : null, column: wide ? (form.values[0] ?? column) : column, value }
    })
  })
}

type Report = ReturnType<typeof problemsOf>

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1500 && year <= 3000

/** A year, or a period from 1 January to 1 January: 2020-2025 holds for 2020 to 2024. */
function readYear(word: string | undefined, line: number, report: Report): Pick<Cell, 'year' | 'yearTo'> {
  if (word === undefined) return { year: null, yearTo: null }
  const [from = '', to] = word.split(/\s*[-–—~至]\s*/)
  const [year, yearTo] = [from === '' ? Number.NaN : Number(from), to === undefined ? null : Number(to)]
  if (isYear(year) && (yearTo === null || (isYear(yearTo) && yearTo > year))) return { year, yearTo }
  report(line, 'wrong-code', {
    zh: `年份“${word}”不是四位年份，也不是 2020-2025 这样的时期`,
    en: `"${word}" is neither a year nor a period such as 2020-2025`,
  })
  return { year: null, yearTo: null }
}

/** 7, 100+, 5-9, <1, 85岁以上, total; or a lower age with the width of its group in another column. */
function readAge(
  { word, span }: { readonly word: string; readonly span: string | undefined },
  line: number,
  report: Report,
): Pick<Cell, 'age' | 'ageTo'> {
  if (findSex(word) === 'total') return { age: 'total', ageTo: null }
  const text = word.replaceAll(/\s|岁|以上/g, (part) => (part === '以上' ? '+' : ''))
  if (text === '<1') return { age: 0, ageTo: 1 }
  const parts = /^(\d{1,3})(?:(\+)|[-–—~至到](\d{1,3}))?$/.exec(text)
  if (parts !== null) {
    const age = Number(parts[1])
    if (parts[2] !== undefined) return { age, ageTo: Infinity }
    if (parts[3] !== undefined && Number(parts[3]) >= age) return { age, ageTo: Number(parts[3]) + 1 }
    const width = Number(span ?? '')
    if (parts[3] === undefined)
      return { age, ageTo: span === undefined || !(width > 0) ? null : width >= 100 ? Infinity : age + width }
  }
  report(line, 'wrong-age', {
    zh: `年龄“${word}”看不懂；可写 7、5-9、100+`,
    en: `the age "${word}" cannot be read; write 7, 5-9 or 100+`,
  })
  return { age: null, ageTo: null }
}

function readNumber(
  word: string,
  { line, column, form }: { readonly line: number; readonly column: string; readonly form: FileForm },
  report: Report,
): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN
  if (!Number.isFinite(value)) {
    report(line, 'not-a-number', {
      zh: `${column}“${word}”不是数`,
      en: `${column} "${word}" is not a number`,
    })
    return Number.NaN
  }
  if (value < 0 && form.negativeAllowed !== true) {
    report(line, 'negative', { zh: `${column} 是负数 ${word}`, en: `${column} is negative: ${word}` })
    return Number.NaN
  }
  return value
}
