import type { OtherNumber, Target } from '../outline.ts'
import { placeOf, type Line } from '../text/line.ts'
import { rowsOf, widthOf, type Row } from './table-rows.ts'

/** What a table of indicators says; `lines` are its cells, which no other reader needs to look at. */
export interface IndicatorTable {
  readonly lines: ReadonlySet<Line>
  readonly targets: readonly Target[]
  readonly other: readonly OtherNumber[]
}

const none: IndicatorTable = { lines: new Set(), targets: [], other: [] }

/** What a column holds. A year of 0 stands for a goal without one. */
type Column =
  | { readonly kind: 'name' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'base' }
  | { readonly kind: 'goal'; readonly year: number; readonly sure: boolean }

/**
 * Reads tables whose head names an indicator and years: `指标 | 单位 | 2024年 | 2027年`. A year before the document's own
 * is where things stand, not a target; where that cannot be told the target is doubted.
 */
export function indicatorTable(
  lines: readonly Line[],
  options: { readonly section: string; readonly issued: number | null },
): IndicatorTable {
  if (!lines.some(({ cell }) => cell)) return none
  const rows = rowsOf(lines)
  const used = new Set<Line>()
  const targets: Target[] = []
  const other: OtherNumber[] = []
  let columns: ReadonlyMap<number, Column> | null = null
  let width = 0
  rows.forEach((row) => {
    const head = columnsOf(row, options.issued)
    if (head) {
      columns = head
      width = widthOf(row)
    } else if (!columns || row.every((line) => !line.cell)) columns = null
    if (!columns) return
    for (const line of row) used.add(line)
    const found = head ? [] : targetsOf(row, columns, width - widthOf(row), options.section)
    targets.push(...found)
    const covered = new Set(found.map(({ at }) => at.col))
    for (const line of row)
      for (const match of line.text.matchAll(/\d+(?:\.\d+)?/g)) {
        const at = placeOf(line, match.index, match.index + match[0].length)
        if (!covered.has(placeOf(line, 0, 1).col))
          other.push({
            section: options.section,
            note: head ? 'head of a table' : 'in a table: unit, name or where things stand',
            at,
          })
      }
  })
  return { lines: used, targets, other }
}

/** The columns of a table's head, or null where the row is none. */
function columnsOf(row: Row, issued: number | null): ReadonlyMap<number, Column> | null {
  if (row.length < 2 || !row.some(({ text }) => /^(?:[\p{Script=Han}]{0,4}指标(?:名称)?|目标名称|指标项)$/u.test(text)))
    return null
  const years = row.flatMap(({ text }) => yearOf(text) ?? [])
  const first = Math.min(...years)
  const columns = new Map<number, Column>()
  let goals = 0
  for (const { text, column } of row) {
    const index = column?.index ?? 0
    const year = yearOf(text)
    if (/指标|目标名称/.test(text) && year === null && !text.endsWith('值')) columns.set(index, { kind: 'name' })
    else if (/单位/.test(text)) columns.set(index, { kind: 'unit' })
    else if (/现状|基期|基数|基准|完成|实际|实绩/.test(text)) columns.set(index, { kind: 'base' })
    else if (year !== null || /目标/.test(text)) {
      const told = /目标|规划|达到/.test(text)
      const isBase = !told && year !== null && (issued === null ? years.length > 2 && year === first : year < issued)
      goals += isBase ? 0 : 1
      const sure = told || issued !== null || years.length === 1
      columns.set(index, isBase ? { kind: 'base' } : { kind: 'goal', year: year ?? 0, sure })
    }
  }
  return goals > 0 ? columns : null
}

const fiveYears: Readonly<Record<string, number>> = { 十四五: 2025, 十五五: 2030 }

function yearOf(text: string): number | null {
  const year = /20\d\d/.exec(text)?.[0]
  if (year !== undefined) return Number(year)
  return fiveYears[/十[四五]五/.exec(text)?.[0] ?? ''] ?? null
}

const value =
  /^(≥|≤|>|<|不低于|不少于|至少|不高于|不超过|大于|小于)?(\d+(?:,\d{3})*(?:\.\d+)?)(万)?(%|‰|\/10万|[\p{Script=Han}]{1,3}?)?(?:[-—～至](\d+(?:\.\d+)?)(%|‰)?)?(以上|以下|以内|左右)?$/u

/** `short`: cells the row lacks on its left, because one above reaches down to it. */
function targetsOf(row: Row, columns: ReadonlyMap<number, Column>, short: number, section: string): readonly Target[] {
  const cells = row.map((line) => ({ line, column: columns.get((line.column?.index ?? 0) + Math.max(0, short)) }))
  const name = cells.find(({ column }) => column?.kind === 'name')?.line.text.replace(/^\d{1,2}[.、]/, '')
  if (name === undefined) return []
  const written = cells.find(({ column }) => column?.kind === 'unit')?.line.text
  const ofName = /（((?:1?\/10万|[%‰]|[\p{Script=Han}/]{1,6}))）$/u.exec(name)
  return cells.flatMap(({ line, column }): readonly Target[] => {
    if (column?.kind !== 'goal') return []
    const match = value.exec(line.text)
    if (!match) return []
    const [, sign = '', number = '', scale, own, to, , bound = ''] = match
    const low = Number(number.replaceAll(',', '')) * (scale === undefined ? 1 : 10_000)
    const unit = unitOf(own ?? written ?? ofName?.[1] ?? null, name)
    return [
      {
        section,
        indicator: ofName ? name.slice(0, ofName.index) : name,
        value: to === undefined ? low : [low, Number(to)],
        unit,
        comparator: to === undefined ? comparatorOf(sign, bound) : 'range',
        byYear: column.year === 0 ? null : column.year,
        ...(column.sure ? {} : { doubt: '这一列可能是现状，不是目标，请核对' }),
        at: placeOf(line, 0, line.text.length),
      },
    ]
  })
}

function unitOf(written: string | null, name: string): string | null {
  if (written === null || /^[-—/无]$/.test(written)) return null
  if (/10万/.test(written)) return '/10万'
  const per = /每(千|万|百)(人口|名[\p{Script=Han}]{2,4}?(?=拥有|[^名]*数))/u.exec(name)
  return per && /^[个张名人]$/.test(written) ? `${written}/${per[1] ?? ''}${per[2] ?? ''}` : written
}

function comparatorOf(sign: string, bound: string): string {
  if (/[≥>]|不低于|不少于|至少|大于/.test(sign) || bound === '以上') return '>='
  return /[≤<]|不高于|不超过|小于/.test(sign) || /以下|以内/.test(bound) ? '<=' : '='
}
