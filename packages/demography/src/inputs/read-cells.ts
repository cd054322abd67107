import type { Sex } from '../age-sex.ts'
import { parseCsv } from './csv.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/** One number of an input file with its keys; what the file does not have is null. */
export interface Cell {
  readonly line: number
  readonly region: string
  readonly year: number | null
  /** Lower age; 'total' for a row that sums over ages; null where the file has no ages. */
  readonly age: number | 'total' | null
  readonly sex: Sex | 'total' | null
  /** Which value column; files with one value use that one's name. */
  readonly column: string
  readonly value: number
}

/** What the columns of one file may be. */
export interface FileForm {
  readonly file: string
  /** Value columns when the sex stands in a column of its own, or there is no sex. */
  readonly values: readonly string[]
  readonly bySex: boolean
  readonly byAge: boolean
  /** A file of one value by year need not say more than the value. */
  readonly negativeAllowed?: boolean
}

const aliases: Readonly<Record<string, string>> = {
  country_code: 'region',
  code: 'region',
  popm: 'male',
  sxm: 'male',
  migm: 'male',
  popf: 'female',
  sxf: 'female',
  migf: 'female',
  age_end: 'age',
  both: 'total',
  sx: 'survival',
  pop: 'population',
}

const sexWords: Readonly<Record<string, Sex | 'total'>> = {
  male: 'male',
  m: 'male',
  男: 'male',
  female: 'female',
  f: 'female',
  女: 'female',
  total: 'total',
  both: 'total',
  合计: 'total',
}

/** Reads a file into cells; what cannot be read becomes a problem with its line. */
export function readCells(text: string, form: FileForm, problems: InputProblem[]): readonly Cell[] {
  const report = problemsOf(form.file, problems)
  const { header, rows } = parseCsv(text)
  const names = header.map((name) => (name === 'Lx' ? 'llx' : (aliases[name.toLowerCase()] ?? name.toLowerCase())))
  const at = (name: string): number => names.indexOf(name)
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
      year: readYear(word('year'), line, report),
      age: readAge(form.byAge ? word('age') : undefined, line, report),
    }
    const sexWord = form.bySex && !wide ? (word('sex') ?? '') : undefined
    const sex = sexWord === undefined ? null : sexWords[sexWord.toLowerCase()]
    if (sex === undefined) {
      report(line, 'wrong-code', {
        zh: `性别“${sexWord}”不认识，应为 male 或 female`,
        en: `the sex "${sexWord}" is not known: male or female`,
      })
      return []
    }
    return columns.flatMap((column) => {
      const value = readNumber(word(column) ?? '', { line, column, form }, report)
      if (value === undefined) return []
      const own = column === 'male' || column === 'female' || column === 'total' ? column : sex
      return [{ ...keys, sex: form.bySex ? own : null, column: wide ? (form.values[0] ?? column) : column, value }]
    })
  })
}

type Report = ReturnType<typeof problemsOf>

function readYear(word: string | undefined, line: number, report: Report): number | null {
  if (word === undefined) return null
  const year = Number(word)
  if (Number.isInteger(year) && year >= 1500 && year <= 3000) return year
  report(line, 'wrong-code', { zh: `年份“${word}”不是四位年份`, en: `"${word}" is not a year` })
  return null
}

function readAge(word: string | undefined, line: number, report: Report): number | 'total' | null {
  if (word === undefined) return null
  if (sexWords[word.toLowerCase()] === 'total') return 'total'
  const age = /^\d{1,3}\+?$/.test(word) ? Number.parseInt(word, 10) : undefined
  if (age !== undefined) return age
  report(line, 'wrong-age', {
    zh: `年龄“${word}”不是单岁；五岁组须先分成单岁`,
    en: `"${word}" is not a single year of age; five-year groups must be graduated first`,
  })
  return null
}

function readNumber(
  word: string,
  { line, column, form }: { readonly line: number; readonly column: string; readonly form: FileForm },
  report: Report,
): number | undefined {
  const value = word === '' ? Number.NaN : Number(word)
  if (!Number.isFinite(value)) {
    report(line, 'not-a-number', {
      zh: `${column}“${word}”不是数`,
      en: `${column} "${word}" is not a number`,
    })
    return undefined
  }
  if (value < 0 && form.negativeAllowed !== true) {
    report(line, 'negative', { zh: `${column} 是负数 ${word}`, en: `${column} is negative: ${word}` })
    return undefined
  }
  return value
}
