import { toSimplified } from './simplify.ts'

/** A place in the source: 1-based line, 0-based code-point column, and the raw substring that stands there. */
export interface At {
  readonly line: number
  readonly col: number
  readonly quote: string
}

/**
 * One line, cleaned for reading, that remembers where each character stood. `text` is simplified Chinese
 * with full-width brackets and without noise; `cols[i]` is the raw code-point column of `text[i]`, and
 * `ends[i]` the column after it and after the noise that clings to it (its pinyin in brackets).
 */
export interface CleanLine {
  readonly number: number
  readonly raw: readonly string[]
  readonly text: string
  readonly cols: readonly number[]
  readonly ends: readonly number[]
  /** Places where characters are destroyed beyond repair. */
  readonly garbled: readonly At[]
}

const han = /\p{Script=Han}/u
const latin = /[a-zà-ÿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɡ]/u
const destroyed = /[\u3100-\u312f\ue000-\uf8ff^]/u

/** Length of a bracketed pinyin syllable at `i` (`(xiāng)`), or 0. */
function pinyinAt(raw: readonly string[], i: number): number {
  if (raw[i] !== '(' && raw[i] !== '（') return 0
  let j = i + 1
  while (j < raw.length && latin.test(raw[j] ?? '')) j += 1
  return j > i + 1 && (raw[j] === ')' || raw[j] === '）') ? j + 1 - i : 0
}

/** Length of a syllable whose opening was destroyed at `i` (`?shù)`), or 0. */
function brokenPinyinAt(raw: readonly string[], i: number): number {
  if (raw[i] !== '?') return 0
  let j = i + 1
  while (j < raw.length && latin.test(raw[j] ?? '')) j += 1
  return j > i + 1 && raw[j] === ')' ? j + 1 - i : 0
}

/** Cleans one raw line. Never throws; noise is dropped, damage is kept and reported. */
export function cleanLine(line: string, number: number): CleanLine {
  const raw = Array.from(line)
  const chars: string[] = []
  const cols: number[] = []
  const ends: number[] = []
  const damage: number[] = []
  const cling = (to: number): void => {
    if (ends.length > 0) ends[ends.length - 1] = to
  }
  for (let i = 0; i < raw.length;) {
    const c = raw[i] ?? ''
    const broken = brokenPinyinAt(raw, i)
    const pinyin = broken || (han.test(raw[i - 1] ?? '') || destroyed.test(raw[i - 1] ?? '') ? pinyinAt(raw, i) : 0)
    if (pinyin > 0) {
      if (broken > 0) damage.push(i)
      i += pinyin
      cling(i)
      continue
    }
    if (c === '?' || c === '\ufeff' || c === '\u200b') {
      if (destroyed.test(raw[i + 1] ?? '')) damage.push(i)
      i += 1
      continue
    }
    if (destroyed.test(c)) damage.push(i)
    const previous = chars[chars.length - 1] ?? ''
    const plain = normaliseSign(c, previous, raw[i + 1] ?? '')
    for (const part of Array.from(plain)) {
      chars.push(part)
      cols.push(i)
      ends.push(i + 1)
    }
    i += 1
  }
  const { text, columns, tails } = dropSpaces(chars, cols, ends)
  return { number, raw, text: toSimplified(text), cols: columns, ends: tails, garbled: garbledAt(raw, damage, number) }
}

const digit = /[0-9]/

/** One spelling for digits, per cents, brackets and separators; `.` and `,` inside numbers stay. */
function normaliseSign(c: string, previous: string, next: string): string {
  const code = c.codePointAt(0) ?? 0
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0)
  switch (c) {
    case '％':
      return '%'
    case '．':
      return '.'
    case '(':
      return '（'
    case ')':
      return '）'
    case ',':
      return digit.test(previous) && digit.test(next) ? ',' : '，'
    case ';':
      return '；'
    case ':':
      return digit.test(previous) && digit.test(next) ? ':' : '：'
    case '～':
    case '~':
      return '～'
    case '–':
    case '－':
      return '-'
    case '\u00a0':
    case '\u3000':
    case '\t':
      return ' '
    case '＜':
      return '〈'
    case '＞':
      return '〉'
    default:
      return c
  }
}

/** Spaces carry no meaning between Chinese characters and digits; elsewhere one is kept. */
function dropSpaces(chars: readonly string[], cols: readonly number[], ends: readonly number[]) {
  let text = ''
  const columns: number[] = []
  const tails: number[] = []
  for (let i = 0; i < chars.length; i += 1) {
    const c = chars[i] ?? ''
    if (c === ' ') {
      const before = text[text.length - 1] ?? ''
      let j = i
      while (chars[j] === ' ') j += 1
      const after = chars[j] ?? ''
      if (!/[A-Za-z]/.test(before) || !/[A-Za-z]/.test(after)) continue
    }
    // Astral characters take two units of `text`: both point to the same column.
    for (let unit = 0; unit < c.length; unit += 1) {
      columns.push(cols[i] ?? 0)
      tails.push(ends[i] ?? 0)
    }
    text += c
  }
  return { text, columns, tails }
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

/** The raw place of `text[start, end)` of a line. */
export function placeOf(line: CleanLine, start: number, end: number): At {
  const from = line.cols[start] ?? line.raw.length
  const to = end > start ? (line.ends[end - 1] ?? line.raw.length) : from
  return { line: line.number, col: from, quote: line.raw.slice(from, to).join('') }
}
