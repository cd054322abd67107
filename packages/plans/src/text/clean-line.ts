import type { At, Line, RawLines } from './line.ts'
import { brokenPinyinAt, pinyinAt } from './pinyin.ts'
import { plainSign } from './plain-sign.ts'
import { toSimplified } from './simplify.ts'

const han = /\p{Script=Han}/u
const destroyed = /[\u3100-\u312f\ue000-\uf8ff\ufffd^]/u
// oxlint-disable-next-line no-control-regex -- control characters are what is to be dropped
const invisible = /[\ufeff\u200b-\u200f\u00ad\u2060\u0000-\u0008\u000e-\u001f]/u
const wordLetter = /[A-Za-z]/

/** One raw line cleaned for reading, with the places where characters are destroyed beyond repair. */
export interface Cleaned {
  readonly line: Line
  readonly garbled: readonly At[]
}

interface Draft {
  readonly chars: string[]
  readonly cols: number[]
  readonly ends: number[]
  readonly damage: number[]
  marked: boolean
}

/** Cleans raw line `row`. Never throws; noise is dropped, damage is kept and reported. */
export function cleanLine(source: RawLines, row: number): Cleaned {
  const raw = source[row] ?? []
  const draft: Draft = { chars: [], cols: [], ends: [], damage: [], marked: false }
  for (let i = markdownHead(raw, draft); i < raw.length;) i += takeAt(raw, i, draft)
  const { text, cols, ends, gaps } = dropSpaces(draft)
  const rows = Array.from({ length: text.length }, () => row)
  const line = { raw: source, text: toSimplified(text), rows, cols, ends, gaps, cell: false, marked: draft.marked }
  return { line, garbled: garbledAt(raw, draft.damage, row + 1) }
}

/** Length of the `>` of a quotation and the `#` of a heading at the head of a markdown line; 0 elsewhere. */
function markdownHead(raw: readonly string[], draft: Draft): number {
  let i = 0
  // A quotation's `>`, also one within another.
  while (raw[i] === '>' || (i > 0 && raw[i] === ' ')) i += 1
  const from = i
  while (raw[i] === '#') i += 1
  if (i === from || i - from > 6 || raw[i] !== ' ') return from
  draft.marked = true
  return i
}

/** Reads what stands at `i` into the draft and says how many code points it took. */
function takeAt(raw: readonly string[], i: number, draft: Draft): number {
  const c = raw[i] ?? ''
  const before = raw[i - 1] ?? ''
  const broken = brokenPinyinAt(raw, i)
  const pinyin = broken || (han.test(before) || destroyed.test(before) ? pinyinAt(raw, i) : 0)
  if (pinyin > 0) {
    if (broken > 0) draft.damage.push(i)
    cling(draft, i + pinyin)
    return pinyin
  }
  if (c === '*' && raw[i + 1] === '*') {
    if (draft.chars.length === 0) draft.marked = true
    // Bold that ends and begins again at once leaves no gap: the words belong together.
    const stars = raw.slice(i, i + 64).findIndex((star) => star !== '*')
    const length = stars < 0 ? raw.length - i : stars
    if (length < 4) put(draft, ' ', i, i + length)
    else cling(draft, i + length)
    return length
  }
  const skipped = linkTail(raw, i) || escape(raw, i) || entity(raw, i)
  if (skipped > 0) {
    if (c === '&') put(draft, ' ', i, i + skipped)
    return skipped
  }
  if (c === '[' && linkOpens(raw, i)) return 1
  if (invisible.test(c)) return 1
  if (c === '?') {
    if (destroyed.test(raw[i + 1] ?? '')) draft.damage.push(i)
    put(draft, ' ', i, i + 1)
    return 1
  }
  if (destroyed.test(c)) draft.damage.push(i)
  // Copied pages put a stray comma before other stops (`完善,、優化`): the stop that was there counts.
  if (stops.includes(c) && draft.chars[draft.chars.length - 1] === '，') dropLast(draft)
  put(draft, plainSign(c, draft.chars[draft.chars.length - 1] ?? '', raw[i + 1] ?? ''), i, i + 1)
  return 1
}

const stops = '，、。；：'

function dropLast(draft: Draft): void {
  draft.chars.pop()
  draft.cols.pop()
  draft.ends.pop()
}

function put(draft: Draft, text: string, from: number, to: number): void {
  for (const part of text) {
    draft.chars.push(part)
    draft.cols.push(from)
    draft.ends.push(to)
  }
}

/** Noise behind a character belongs to it: a quote that ends with the character takes its noise along. */
function cling(draft: Draft, to: number): void {
  if (draft.ends.length > 0) draft.ends[draft.ends.length - 1] = to
}

/** Length of `](address)` at `i`, or 0. */
function linkTail(raw: readonly string[], i: number): number {
  if (raw[i] !== ']' || raw[i + 1] !== '(') return 0
  for (let end = i + 2; end < raw.length && end < i + 600; end += 1) {
    if (raw[end] === ')' && (raw[i + 2] !== '<' || raw[end - 1] === '>' || raw[end - 1] === '"')) return end + 1 - i
  }
  return 0
}

function linkOpens(raw: readonly string[], i: number): boolean {
  for (let end = i + 1; end < raw.length && end < i + 120; end += 1) if (raw[end] === ']') return linkTail(raw, end) > 0
  return false
}

/** A markdown escape (`2\.`) drops its stroke. */
function escape(raw: readonly string[], i: number): number {
  return raw[i] === '\\' && /[.*_#|[\]()-]/.test(raw[i + 1] ?? '') ? 1 : 0
}

function entity(raw: readonly string[], i: number): number {
  if (raw[i] !== '&') return 0
  return /^&(?:nbsp|emsp|ensp|thinsp|#160|#12288);/.exec(raw.slice(i, i + 8).join(''))?.[0].length ?? 0
}

/** Spaces carry no meaning between Chinese characters and digits; where they stood is kept as a gap. */
function dropSpaces({ chars, cols, ends }: Draft) {
  let text = ''
  const columns: number[] = []
  const tails: number[] = []
  const gaps = new Set<number>()
  for (let i = 0; i < chars.length; i += 1) {
    const c = chars[i] ?? ''
    if (c === ' ') {
      let j = i
      while (chars[j] === ' ') j += 1
      gaps.add(text.length)
      if (!wordLetter.test(text[text.length - 1] ?? '') || !wordLetter.test(chars[j] ?? '')) {
        i = j - 1
        continue
      }
      i = j - 1
    }
    // Astral characters take two units of `text`: both point to the same column.
    for (let unit = 0; unit < c.length; unit += 1) {
      columns.push(cols[i] ?? 0)
      tails.push(ends[i] ?? 0)
    }
    text += c
  }
  gaps.delete(0)
  gaps.delete(text.length)
  return { text, cols: columns, ends: tails, gaps }
}

/** Joins damaged columns that lie close together into quotes of up to a clause. */
function garbledAt(raw: readonly string[], damage: readonly number[], line: number): At[] {
  const found: At[] = []
  let covered = -1
  for (const at of damage) {
    if (at <= covered) continue
    let end = at + 1
    while (end < raw.length && end < at + 10 && !/[，。；,;、:：]/.test(raw[end] ?? '')) end += 1
    found.push({ line, col: at, quote: raw.slice(at, end).join('') })
    covered = end
  }
  return found
}
