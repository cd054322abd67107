import type { CleanLine } from '../text/clean-line.ts'

/** A stretch of a section's text between two marks, with where it stands in its line. */
export interface Clause {
  readonly section: string
  readonly sectionHeading: string
  readonly line: CleanLine
  /** Offsets into `line.text`. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The whole sentence, up to 。, and the clauses of it that came before, nearest last. */
  readonly sentence: string
  readonly sentenceStart: number
  readonly before: readonly Clause[]
}

/** Cuts text at any of the marks, keeping the offset of each piece; marks inside brackets do not cut. */
function cut(text: string, from: number, marks: string): { text: string; start: number; mark: string }[] {
  const pieces: { text: string; start: number; mark: string }[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if (c === '（' || c === '《') depth += 1
    else if (c === '）' || c === '》') depth = Math.max(0, depth - 1)
    else if (depth === 0 && marks.includes(c)) {
      pieces.push({ text: text.slice(start, i), start: from + start, mark: c })
      start = i + 1
    }
  }
  if (start < text.length) pieces.push({ text: text.slice(start), start: from + start, mark: '' })
  return pieces
}

/** The clauses of one line of a section. Brackets of units are blanked first, so they never count as text. */
export function clausesOf(options: {
  section: string
  sectionHeading: string
  line: CleanLine
  from: number
  blanks: readonly { start: number; end: number }[]
}): readonly Clause[] {
  const { section, sectionHeading, line, from } = options
  let text = line.text
  for (const { start, end } of options.blanks) {
    // A bracket of units ends what it governs, with or without a full stop before it.
    text = text.slice(0, start) + '。'.repeat(end - start) + text.slice(end)
  }
  const clauses: Clause[] = []
  for (const sentence of cut(text.slice(from), from, '。！')) {
    const before: Clause[] = []
    for (const piece of cut(sentence.text, sentence.start, '，；：')) {
      if (piece.text === '') continue
      const clause: Clause = {
        section,
        sectionHeading,
        line,
        start: piece.start,
        end: piece.start + piece.text.length,
        text: piece.text,
        sentence: sentence.text,
        sentenceStart: sentence.start,
        before: [...before],
      }
      clauses.push(clause)
      before.push(clause)
    }
  }
  return clauses
}
