/** A place in the source: 1-based line, 0-based code-point column, and the raw substring that stands there. */
export interface At {
  readonly line: number
  readonly col: number
  readonly quote: string
}

/** The raw text, a list of code points a line. */
export type RawLines = readonly (readonly string[])[]

/**
 * A stretch of text cleaned for reading that remembers where each character stood. `text` is simplified Chinese with
 * full-width brackets and without noise. `rows[i]` is the 0-based raw line of `text[i]`, `cols[i]` its code-point
 * column, `ends[i]` the column after it and after the noise that clings to it (its pinyin in brackets).
 */
export interface Line {
  readonly raw: RawLines
  readonly text: string
  readonly rows: readonly number[]
  readonly cols: readonly number[]
  readonly ends: readonly number[]
  /** Offsets before which white space stood in the source. */
  readonly gaps: ReadonlySet<number>
  /** Whether the line is one cell of a table. */
  readonly cell: boolean
  /** Of a cell: which of its row's it is, from 0, and how many the row has, empty ones too. */
  readonly column?: { readonly index: number; readonly of: number }
  /** Whether it stood apart from its neighbours as a heading does: set in bold or marked with `#`. */
  readonly marked: boolean
}

/** The 1-based number of the raw line on which the text begins. */
export function lineNumber(line: Line): number {
  return (line.rows[0] ?? 0) + 1
}

/** The raw place of `text[start, end)`; a stretch that runs over a line's end is quoted up to that end. */
export function placeOf(line: Line, start: number, end: number): At {
  const row = line.rows[start] ?? line.rows[line.rows.length - 1] ?? 0
  const raw = line.raw[row] ?? []
  const from = line.cols[start] ?? raw.length
  let last = Math.min(end, line.rows.length) - 1
  while (last > start && line.rows[last] !== row) last -= 1
  const to = last >= start ? (line.ends[last] ?? raw.length) : from
  return { line: row + 1, col: from, quote: raw.slice(from, to).join('') }
}

/** `text[from, to)` as a line of its own. */
export function sliceLine(line: Line, from: number, to: number): Line {
  if (from === 0 && to >= line.text.length) return line
  const gaps = new Set<number>()
  for (const gap of line.gaps) if (gap >= from && gap < to) gaps.add(gap - from)
  return {
    ...line,
    text: line.text.slice(from, to),
    rows: line.rows.slice(from, to),
    cols: line.cols.slice(from, to),
    ends: line.ends.slice(from, to),
    gaps,
  }
}

/** Lines that the source broke in mid-sentence, as one. */
export function joinLines(lines: readonly Line[]): Line {
  const [first] = lines
  if (first === undefined) throw new RangeError('no lines to join')
  if (lines.length === 1) return first
  const gaps = new Set<number>()
  let offset = 0
  for (const line of lines) {
    for (const gap of line.gaps) gaps.add(gap + offset)
    offset += line.text.length
  }
  return {
    ...first,
    text: lines.map((line) => line.text).join(''),
    rows: lines.flatMap((line) => line.rows),
    cols: lines.flatMap((line) => line.cols),
    ends: lines.flatMap((line) => line.ends),
    gaps,
  }
}
