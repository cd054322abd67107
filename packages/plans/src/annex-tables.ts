import { endOfLast } from './documents/extent.ts'
import { isAnnexMark } from './documents/line-kind.ts'
import type { TextPart } from './documents/parts.ts'
import { indicatorTable } from './figures/indicator-table.ts'
import { taskTable } from './figures/task-table.ts'
import type { Section } from './outline.ts'
import type { Figures } from './read-figures.ts'
import { lineNumber, type Line } from './text/line.ts'

const path = '附件'
const noUnits = { lead: [], support: [], joint: [], implement: [] }

/** What the tables of an annex without numbered headings say: nothing else of it is read. Null where they say nothing. */
export function annexTables(options: {
  readonly lines: readonly Line[]
  readonly parts: readonly TextPart[]
  readonly end: number
  readonly issued: number | null
}): { readonly section: Section; readonly figures: Figures } | null {
  const { lines, parts, end, issued } = options
  const last = parts.at(-1)
  if (last === undefined || last.kind === 'annex') return null
  const after = endOfLast(lines, last, undefined, end)
  const from = lines.findIndex(({ text }, i) => i >= after && isAnnexMark(text))
  const mark = lines[from]
  if (!mark) return null
  const rest = lines.slice(from)
  const table = indicatorTable(rest, { section: path, issued })
  const tasks = taskTable(rest, path)
  if (table.targets.length + tasks.deadlines.length + tasks.recurrent.length === 0) return null
  const title = /^附(?:件|录|表)[一二三四五六七八九十\d]{0,2}[：:]?/.test(mark.text)
    ? (rest.find(
        ({ text, cell }) => !cell && text.replace(/^附(?:件|录|表)[一二三四五六七八九十\d]{0,2}[：:]?/, '').length > 2,
      )?.text ?? path)
    : path
  return {
    section: {
      path,
      number: path,
      printed: mark.text.slice(0, 4),
      heading: title.replace(/^附(?:件|录|表)[一二三四五六七八九十\d]{0,2}[：:]?/, ''),
      line: lineNumber(mark),
      lastLine: (rest.findLast(({ text }) => text !== '')?.rows.at(-1) ?? 0) + 1,
      units: noUnits,
      unitGroups: [],
    },
    figures: {
      targets: table.targets,
      benefits: [],
      deadlines: tasks.deadlines,
      recurrent: tasks.recurrent,
      other: table.other,
      goals: [],
      horizon: null,
    },
  }
}
