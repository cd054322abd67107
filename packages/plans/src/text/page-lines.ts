import { headingMark } from '../headings/number-form.ts'
import { joinLines, type Line } from './line.ts'

/** `- 2 -`, `—3—`, 第4页, 第4页共9页, 4/9: the number of a page on a line of its own. A bare number is not enough. */
const pageLine = /^(?:[-—–·]+\d{1,3}[-—–·]+|[-—–·]*第\d{1,3}页(?:[，/]?共\d{1,3}页)?[-—–·]*|\d{1,3}\/\d{1,3})$/

/** What ends with one of these needs no line below. */
export const sentenceEnd = /[。；：！？）〉》”」』—…]$/

/** Shorter lines are titles and items of lists, which end without a stop. */
const shortestOpen = 20

/** Takes out the numbers of pages; a sentence that the end of the page cut in two is made whole. */
export function withoutPageLines(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(isPageLine)) return lines
  const kept: Line[] = []
  let cut = false
  for (const line of lines) {
    if (isPageLine(line)) {
      cut = true
      continue
    }
    if (cut && line.text === '') continue
    const above = cut ? kept.findLastIndex(({ text }) => text !== '') : -1
    const open = kept[above]
    if (open && isOpen(open) && !startsParagraph(line)) {
      kept.length = above
      kept.push(joinLines([open, line]))
    } else kept.push(line)
    cut = false
  }
  return kept
}

function isPageLine(line: Line): boolean {
  return line.text.length <= 12 && !line.cell && pageLine.test(line.text)
}

function isOpen({ text, cell }: Line): boolean {
  return !cell && text.length >= shortestOpen && !sentenceEnd.test(text)
}

/** Whether a line is a paragraph's first: it is a cell, indented, or numbered. */
export function startsParagraph(line: Line): boolean {
  const first = line.raw[line.rows[0] ?? 0]?.[0] ?? ''
  return line.cell || /\s/.test(first) || headingMark(line.text) !== null
}
