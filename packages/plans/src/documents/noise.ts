import type { Outline } from '../outline.ts'
import { lineNumber, type Line, type RawLines } from '../text/line.ts'
import { isFurniture } from './line-kind.ts'

/** Raw lines outside the document: what stands above its first words and below its last. */
export function noiseOf(options: {
  readonly raw: RawLines
  readonly lines: readonly Line[]
  readonly frontRows: number
  /** Index of the title, or of what comes first when there is none. */
  readonly bodyStart: number
  readonly end: number
}): Outline['noise'] {
  const { raw, lines, frontRows, bodyStart, end } = options
  const noise: { lines: readonly [number, number]; kind: string }[] = []
  const opening = lines.findIndex((line, i) => i <= bodyStart && opensDocument(line.text, i === bodyStart))
  const first = lineNumber(lines[opening < 0 ? bodyStart : opening] ?? lines[0] ?? emptyLine)
  const blank = (row: number): boolean => (raw[row - 1] ?? []).every((c) => /\s/.test(c))
  let above = first - 1
  while (above > 0 && blank(above)) above -= 1
  if (above > 0) noise.push({ lines: [1, above], kind: frontRows > 0 ? 'catalogue block or site head' : 'site head' })
  const last = lines[end]
  let below = last ? (last.rows[last.rows.length - 1] ?? 0) + 2 : raw.length + 1
  while (below <= raw.length && blank(below)) below += 1
  if (below <= raw.length) noise.push({ lines: [below, raw.length], kind: 'site foot' })
  return noise
}

const emptyLine: Line = {
  raw: [],
  text: '',
  rows: [0],
  cols: [],
  ends: [],
  gaps: new Set(),
  cell: false,
  marked: false,
}

/** The first words of a document: its addressees, its notice, its title, its number. */
function opensDocument(text: string, isBody: boolean): boolean {
  if (text === '' || isFurniture(text)) return isBody && text !== ''
  if (isBody) return true
  if (/〔20\d\d〕/.test(text) && text.length < 40) return true
  if (!/[区市省县盟部旗州]|方案|措施|通知|国/.test(text) || text.length <= 8 || /国产|亚洲|视频|免费/.test(text))
    return false
  return /[：:]$|[，。]/.test(text) || /(?:通知|方案|措施|意见|办法|汇报|报告)$/.test(text)
}
