import { isAnnexMark } from './documents/line-kind.ts'
import { endOfLast } from './documents/extent.ts'
import type { Head } from './documents/head.ts'
import { mainPart, type TextPart } from './documents/parts.ts'
import type { Outline } from './outline.ts'
import { lineNumber, type Line } from './text/line.ts'

/** The 1-based raw number of line `i`. */
export function numberAt(lines: readonly Line[], i: number): number {
  const line = lines[i]
  return line ? lineNumber(line) : 1
}

/** The 1-based raw number of the last written line up to index `i`. */
export function lastNumber(lines: readonly Line[], i: number): number {
  return (lines[lastWritten(lines, i)]?.rows.at(-1) ?? 0) + 1
}

/** Which raw lines hold what: title, lead, the plan from its first heading to its last line, the annex. */
export function bodyOf(lines: readonly Line[], head: Head, parts: readonly TextPart[], end: number): Outline['body'] {
  const at = (i: number | null | undefined): number | null =>
    i === null || i === undefined ? null : numberAt(lines, i)
  const plan = mainPart(parts)
  const annex = parts.find(({ kind }) => kind === 'annex')
  const after = plan ? parts[parts.indexOf(plan) + 1] : undefined
  return {
    addresseesLine: at(head.addresseesLine),
    noticeLines: head.noticeLines,
    titleLines: head.titleLines.map((i) => numberAt(lines, i)),
    leadLine: at(head.leadLine),
    first: at(plan?.headings[0]?.at),
    last: plan ? lastNumber(lines, endOfLast(lines, plan, after, end) - 1) : null,
    attachment: annex ? [numberAt(lines, annexStart(lines, plan, annex)), lastNumber(lines, end)] : null,
  }
}

/** Where an annex begins: at its mark behind the plan. */
function annexStart(lines: readonly Line[], plan: TextPart | undefined, annex: TextPart): number {
  const first = annex.headings[0]?.at ?? 0
  const last = plan?.headings.at(-1)?.at ?? 0
  const mark = lines.findIndex((line, i) => i > last && i < first && isAnnexMark(line.text))
  return mark >= 0 ? mark : first
}

function lastWritten(lines: readonly Line[], from: number): number {
  let i = from
  while (i > 0 && (lines[i]?.text ?? '') === '') i -= 1
  return i
}
