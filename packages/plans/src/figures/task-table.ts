import type { Deadline, Recurrent } from '../outline.ts'
import { lineNumber, placeOf, type Line } from '../text/line.ts'
import { datesOf } from './dates.ts'
import { rowsOf, widthOf, type Row } from './table-rows.ts'

/** What a table of tasks says of time: `任务 | 完成时限 | 责任单位`. */
export interface TaskTable {
  /** Cells that hold only a number or a time: no other reader needs to look at them. */
  readonly lines: ReadonlySet<Line>
  readonly deadlines: readonly Deadline[]
  readonly recurrent: readonly Recurrent[]
  /** Year by which the tasks of a raw line are due. */
  readonly years: ReadonlyMap<number, number>
}

const none: TaskTable = { lines: new Set(), deadlines: [], recurrent: [], years: new Map() }

interface Head {
  readonly task: number
  readonly time: number
  readonly width: number
}

export function taskTable(lines: readonly Line[], section: string): TaskTable {
  if (!lines.some(({ cell }) => cell)) return none
  const used = new Set<Line>()
  const deadlines: Deadline[] = []
  const recurrent: Recurrent[] = []
  const years = new Map<number, number>()
  let head: Head | null = null
  for (const row of rowsOf(lines)) {
    if (!row[0]?.cell) {
      head = null
      continue
    }
    const opening = headOf(row)
    if (opening) {
      head = opening
      continue
    }
    if (head === null) continue
    const short = Math.max(0, head.width - widthOf(row))
    const cellAt = (index: number): Line | undefined => row.find((line) => (line.column?.index ?? 0) + short === index)
    for (const line of row) if (/^\d{1,3}$/.test(line.text)) used.add(line)
    const [task, time] = [cellAt(head.task), cellAt(head.time)]
    if (!task || !time) continue
    const at = placeOf(time, 0, time.text.length)
    const what = task.text.replace(/^\d{1,2}[.、]/, '').slice(0, 60)
    const date = datesOf(time.text).findLast(({ use }) => use === 'by')
    if (date) {
      deadlines.push({ section, what, date: date.date, at })
      years.set(lineNumber(task), date.year)
      used.add(time)
    } else if (/^每(?:年|季度|月|半年|周|学期)|^(?:长期|持续|常年)/.test(time.text)) {
      if (time.text.startsWith('每')) recurrent.push({ section, what, period: time.text.slice(0, 4), at })
      used.add(time)
    }
  }
  return { lines: used, deadlines, recurrent, years }
}

function headOf(row: Row): Head | null {
  const task = row.find(({ text }) => /任务|事项|措施|项目|内容/.test(text) && text.length <= 10)
  const time = row.find(({ text }) =>
    /^(?:完成|办结|推进|实施|落实)?(?:时限|时间|期限|时间节点|进度安排|年限)(?:要求)?$/.test(text),
  )
  if (!task || !time) return null
  return { task: task.column?.index ?? 0, time: time.column?.index ?? 0, width: widthOf(row) }
}
