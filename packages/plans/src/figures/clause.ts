import type { Line } from '../text/line.ts'
import { blanked, datesOf, type DateMention } from './dates.ts'
import { quantitiesOf, type Quantity } from './quantity.ts'

/** A stretch of a section's text between two marks, with where it stands in its line. */
export interface Clause {
  readonly section: string
  readonly sectionHeading: string
  readonly line: Line
  /** Offsets into `line.text`. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The clause it was cut from, where that held several statements; else its own text. */
  readonly whole: string
  /** The sentence about the clause: up to 。, at most some hundred characters either way. */
  readonly sentence: string
  /** The clause before in the same sentence. */
  readonly previous: Clause | null
  /** It goes on in the same breath as the one before: cut from one clause at a 、 or 且. */
  readonly continues: boolean
  /** Whether a ； stands between the clause before and this one. */
  readonly afterSemicolon: boolean
  /** First clause of its paragraph. */
  readonly opensParagraph: boolean
  readonly dates: readonly DateMention[]
  /** Numbers that are no dates. */
  readonly quantities: readonly Quantity[]
}

const window = 400

/** The clauses of a line from `from`; what `blanks` covers ends a sentence and never counts as text. */
export function clausesOf(options: {
  readonly section: string
  readonly sectionHeading: string
  readonly line: Line
  readonly from: number
  readonly blanks: readonly { readonly start: number; readonly end: number }[]
}): readonly Clause[] {
  const { section, sectionHeading, line, from } = options
  const text = withBlanks(line.text, options.blanks)
  const clauses: Clause[] = []
  let previous: Clause | null = null
  let year: number | null = null
  for (const piece of cut(text, from)) {
    if (piece.opensSentence) previous = null
    if (piece.text.trim() === '') continue
    const dates = datesOf(piece.text, year)
    year = dates.findLast(({ use }) => use === 'by' || use === 'start')?.year ?? year
    const sentenceFrom: number = Math.max(piece.sentenceStart, piece.start - window)
    const clause: Clause = {
      section,
      sectionHeading,
      line,
      start: piece.start,
      end: piece.start + piece.text.length,
      text: piece.text,
      whole: piece.text,
      sentence: text.slice(sentenceFrom, Math.min(piece.sentenceEnd, piece.start + piece.text.length + window)),
      previous,
      continues: false,
      afterSemicolon: previous !== null && piece.mark === '；',
      opensParagraph: clauses.length === 0,
      dates,
      quantities: quantitiesOf(withBlanks(blanked(piece.text), dates)),
    }
    clauses.push(clause)
    previous = clause
  }
  return clauses
}

/** Clauses before this one in its sentence, nearest first, at most `count`. */
export function before(clause: Clause, count = 6): readonly Clause[] {
  const found: Clause[] = []
  for (let at = clause.previous; at !== null && found.length < count; at = at.previous) found.push(at)
  return found
}

/** Clauses before this one and behind the last ；, nearest first, at most `count`. */
export function beforeInPart(clause: Clause, count: number): readonly Clause[] {
  if (clause.afterSemicolon) return []
  const near = before(clause, count)
  const last = near.findIndex(({ afterSemicolon }) => afterSemicolon)
  return last < 0 ? near : near.slice(0, last + 1)
}

/** What stands in the sentence before the clause, nearest clauses only. */
export function lead(clause: Clause, count = 3): string {
  return before(clause, count)
    .toReversed()
    .map(({ text }) => text)
    .join('，')
}

function withBlanks(text: string, blanks: readonly { readonly start: number; readonly end: number }[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of blanks) {
    if (start < at) continue
    out += text.slice(at, start) + '。'.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}

interface Piece {
  readonly text: string
  readonly start: number
  /** The mark before it. */
  readonly mark: string
  readonly opensSentence: boolean
  readonly sentenceStart: number
  sentenceEnd: number
}

/** Longer stretches without a stop are cut at a 、, or anywhere: judging a clause must not grow with the text. */
const longestClause = 300

const openings = '（《“'
const closings = '）》”'

/** Cuts at ，；：。 outside brackets and titles; quotes and brackets that never close hold for one sentence only. */
function cut(text: string, from: number): readonly Piece[] {
  const pieces: Piece[] = []
  let sentence: Piece[] = []
  let start = from
  let mark = '。'
  let depth = 0
  let sentenceStart = from
  const push = (end: number): void => {
    if (end === start) return
    sentence.push({
      text: text.slice(start, end),
      start,
      mark,
      opensSentence: sentence.length === 0,
      sentenceStart,
      sentenceEnd: end,
    })
  }
  for (let i = from; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if (i - start >= longestClause && (c === '、' || i - start >= longestClause * 2)) {
      push(i)
      start = c === '、' ? i + 1 : i
      mark = '、'
      depth = 0
    }
    if (openings.includes(c)) {
      if (closesSoon(text, i, c)) depth += 1
    } else if (closings.includes(c)) depth = Math.max(0, depth - 1)
    else if ('。！？'.includes(c)) {
      push(i)
      for (const piece of sentence) piece.sentenceEnd = i
      for (const piece of sentence) pieces.push(piece)
      sentence = []
      start = i + 1
      sentenceStart = start
      mark = c
      depth = 0
    } else if (depth === 0 && '，；：'.includes(c) && !(c === '：' && isRatio(text, i))) {
      push(i)
      start = i + 1
      mark = c
    }
  }
  push(text.length)
  for (const piece of sentence) piece.sentenceEnd = text.length
  for (const piece of sentence) pieces.push(piece)
  return pieces
}

/** `1：5` is one thing. */
const isRatio = (text: string, at: number): boolean => /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')

/** Whether a bracket closes within its sentence: a lost closing must not swallow the rest. */
function closesSoon(text: string, at: number, opening: string): boolean {
  const close = closings[openings.indexOf(opening)] ?? ''
  for (let i = at + 1; i < text.length && i < at + 160; i += 1) {
    if (text[i] === close) return true
    if (text[i] === '。' && opening !== '（') return false
  }
  return false
}

/**
 * The parts of a clause that lists several statements with a number each: `产假延长至6个月、护理假延长至1个月`. A clause
 * whose numbers belong to one statement (`分别达到90%、95%`) is left whole.
 */
export function statementsOf(clause: Clause): readonly Clause[] {
  if (clause.quantities.length < 2 || clause.text.includes('分别')) return [clause]
  const cuts: number[] = []
  const counted = clause.quantities.filter(({ unit }) => !/岁|月龄/.test(unit))
  counted.forEach((quantity, i) => {
    const next = counted[i + 1]
    if (!next) return
    const between = clause.text.slice(quantity.end, next.start)
    const mark = /、|[且并和及](?=[\p{Script=Han}]{3,}$)/u.exec(between)
    if (mark && mark.index <= 14 && between.length - mark.index >= 4) cuts.push(quantity.end + mark.index)
  })
  if (cuts.length === 0) return [clause]
  const edges = [-1, ...cuts, clause.text.length]
  let previous = clause.previous
  return edges.slice(0, -1).map((edge, i) => {
    const from = edge + 1
    const to = edges[i + 1] ?? clause.text.length
    const within = <T extends { readonly start: number; readonly end: number }>(all: readonly T[]): readonly T[] =>
      all
        .filter((one) => one.start >= from && one.end <= to)
        .map((one) => ({ ...one, start: one.start - from, end: one.end - from }))
    const part: Clause = {
      ...clause,
      start: clause.start + from,
      end: clause.start + to,
      text: clause.text.slice(from, to),
      previous,
      continues: i > 0,
      afterSemicolon: i === 0 && clause.afterSemicolon,
      dates: within(clause.dates),
      quantities: within(clause.quantities),
    }
    previous = part
    return part
  })
}
