import { cleanLine } from './clean-line.ts'
import { frontMatterOf, type FrontMatter } from './front-matter.ts'
import { joinLines, lineNumber, sliceLine, type At, type Line, type RawLines } from './line.ts'
import { sentenceEnd, startsParagraph, withoutPageLines } from './page-lines.ts'

/** A text as lines ready to be read: one a paragraph or a table cell, with what was lost on the way. */
export interface Paragraphs {
  readonly raw: RawLines
  readonly lines: readonly Line[]
  readonly front: FrontMatter
  readonly garbled: readonly At[]
  /** Page numbers printed into running text, which look like headings and are none. */
  readonly pageNumbers: readonly At[]
}

const commentRow = /^\s*<!--.*-->\s*$/
const rulerRow = /^[\s|:-]*-{3,}[\s|:-]*$/

/** Cuts a text into paragraphs. A line broken only by the page's edge, or by its number, is made whole again. */
export function paragraphsOf(text: string): Paragraphs {
  const rows = text.includes('\n') ? text.split('\n') : text.split('\r')
  const raw = rows.map((row) => Array.from(row))
  const front = frontMatterOf(rows)
  const garbled: At[] = []
  const cleaned: Line[] = []
  rows.forEach((row, i) => {
    if (i < front.rows || commentRow.test(row) || rulerRow.test(row)) return
    const { line, garbled: found } = cleanLine(raw, i)
    if (line.text === '') {
      cleaned.push(line)
      return
    }
    garbled.push(...found)
    cleaned.push(...(isTabbed(rows, i) ? tabbedCells(line) : cellsOf(line)))
  })
  const { lines, pageNumbers } = withoutPageNumbers(unwrapped(withoutPageLines(cleaned)))
  return { raw, lines, front, garbled, pageNumbers }
}

/** The cells of a table row; a line without bars is itself. */
function cellsOf(line: Line): readonly Line[] {
  if (!line.text.includes('|')) return [line]
  const cells: Line[] = []
  const of = line.text.split('|').length
  let from = 0
  let index = 0
  for (let to = line.text.indexOf('|'); ; to = line.text.indexOf('|', from)) {
    const end = to < 0 ? line.text.length : to
    if (end > from) cells.push({ ...sliceLine(line, from, end), cell: true, column: { index, of } })
    if (to < 0) return cells
    from = to + 1
    index += 1
  }
}

const tabbed = /\S[^\S\n]*\t.*\S\t[^\S\n]*\S/

/** A row of a table whose cells tabs divide: two tabs or more, and a neighbour that is the same. */
function isTabbed(rows: readonly string[], i: number): boolean {
  return tabbed.test(rows[i] ?? '') && (tabbed.test(rows[i - 1] ?? '') || tabbed.test(rows[i + 1] ?? ''))
}

/** The cells of a row divided by tabs; two tabs behind each other leave an empty cell between. */
function tabbedCells(line: Line): readonly Line[] {
  const row = line.raw[line.rows[0] ?? 0] ?? []
  const tabsBefore = (offset: number): number =>
    row.slice(line.cols[offset - 1] ?? 0, line.cols[offset] ?? 0).filter((c) => c === '\t').length
  const edges = [...line.gaps].filter((gap) => gap > 0 && tabsBefore(gap) > 0).toSorted((a, b) => a - b)
  const of = edges.reduce((count, edge) => count + tabsBefore(edge), 1)
  let index = 0
  return [0, ...edges].map((from, i) => {
    index += i === 0 ? 0 : tabsBefore(from)
    return { ...sliceLine(line, from, edges[i] ?? line.text.length), cell: true, column: { index, of } }
  })
}

/** Whether the text was broken at a fixed width: most long lines have the same length and stop in mid-sentence. */
function pageWidth(lines: readonly Line[]): number | null {
  const lengths = lines.filter((line) => !line.cell && line.text.length > 15).map((line) => line.text.length)
  if (lengths.length < 6) return null
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0]
  if (width < 18 || width > 60) return null
  const full = lines.filter((line) => Math.abs(line.text.length - width) <= 2)
  const open = full.filter((line) => !sentenceEnd.test(line.text))
  return full.length * 2 > lengths.length && open.length * 3 > full.length * 2 ? width : null
}

/** Joins the lines of a text that was broken at a fixed width. */
function unwrapped(lines: readonly Line[]): readonly Line[] {
  const width = pageWidth(lines)
  if (width === null) return lines
  const joined: Line[] = []
  let open: Line[] = []
  const close = (): void => {
    if (open.length > 0) joined.push(joinLines(open))
    open = []
  }
  for (const line of lines) {
    const goesOn = open.length > 0 && line.text !== '' && !startsParagraph(line)
    if (!goesOn) close()
    if (line.text.length >= width - 3 && !line.cell) open.push(line)
    else if (goesOn) {
      open.push(line)
      close()
    } else joined.push(line)
  }
  close()
  return joined
}

const pageMark = /^\d{1,2}、/
const lonePage = /^[-—\s·第]*\d{1,3}[-—\s·页]*$/

/** A page holds at least this many characters; shorter lines are items of a list. */
const shortestPage = 120

/**
 * A number at the head of a line that cuts the sentence above in two is a page's: the sentence goes on behind it.
 * A number on a line of its own is dropped.
 */
function withoutPageNumbers(lines: readonly Line[]): Pick<Paragraphs, 'lines' | 'pageNumbers'> {
  const cuts = pageCuts(lines)
  if (cuts.size === 0) return { lines, pageNumbers: [] }
  const firstCut = Math.min(...[...cuts].slice(0, 1))
  const firstPage = lines.findLastIndex((line, i) => i < firstCut && line.text.startsWith('1、'))
  const groups: Line[][] = []
  const pageNumbers: At[] = []
  let lastText = -1
  lines.forEach((line, i) => {
    if (!cuts.has(i) && i !== firstPage) {
      if (line.text !== '' && lonePage.test(line.text)) return
      groups.push([line])
      if (line.text !== '') lastText = groups.length - 1
      return
    }
    const length = pageMark.exec(line.text)?.[0].length ?? 0
    pageNumbers.push({ line: lineNumber(line), col: line.cols[0] ?? 0, quote: line.text.slice(0, length) })
    const rest = sliceLine(line, length, line.text.length)
    const open = cuts.has(i) ? groups[lastText] : undefined
    if (open) {
      open.push(rest)
      groups.length = lastText + 1
    } else lastText = groups.push([rest]) - 1
  })
  return { lines: groups.map(joinLines), pageNumbers }
}

/** Indexes of the lines that begin with the number of a page. */
function pageCuts(lines: readonly Line[]): ReadonlySet<number> {
  const cuts = new Set<number>()
  let above = ''
  lines.forEach((line, i) => {
    if (line.text === '') return
    if (pageMark.test(line.text) && above.length >= shortestPage && !sentenceEnd.test(above)) cuts.add(i)
    above = line.text
  })
  return cuts
}
