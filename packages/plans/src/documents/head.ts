import { placeOf, type CleanLine } from '../text/clean-line.ts'
import { parseChineseNumeral } from '../headings/number-form.ts'
import type { Reference } from '../outline.ts'

export interface Head {
  readonly title: string | null
  /** Indexes of the lines that carry the title. */
  readonly titleLines: readonly number[]
  readonly issuer: string | null
  readonly date: string | null
  readonly docNumber: string | null
  readonly status: string | null
  readonly leadLine: number | null
}

const titleEnd =
  /(?:方案|措施|意见|规划|办法|通知|汇报|报告|条例|规定|细则|计划|决定|政策|法)(?:（[^）]{1,12}）)?(?:的(?:通知|汇报|报告|解读))?$/
const organName = /(?:委员会|人民政府|办公室|人民政府办公厅|办公厅|委|局|厅|部|市委|省委|区委|县委|党委|小组)$/
const meta = /来源|发布时间|编辑|作者|时间：|浏览|字体|打印|分享|首页|当前位置|您的位置|索引号/

/** The head of a file: everything before its first heading at index `first`. */
export function readHead(lines: readonly CleanLine[], first: number): Head {
  const leadLine = findLead(lines, first)
  const titleLines = findTitle(lines, leadLine ?? first)
  const title =
    titleLines.length > 0
      ? titleLines
          .map((i) => lines[i]?.text ?? '')
          .join('')
          .replace(/^（受权发布）/, '')
          .replace(/^《|》$/g, '')
      : null
  const { issuer, date } = findSignature(lines, first)
  const status =
    /送审稿|征求意见稿|草案|试行/.exec(
      (title ?? '') +
        lines
          .slice(0, first)
          .map((l) => l.text)
          .join(''),
    )?.[0] ?? null
  return { title, titleLines, issuer, date, docNumber: findNumber(lines, first), status, leadLine }
}

function findLead(lines: readonly CleanLine[], first: number): number | null {
  for (let i = first - 1; i >= 0 && i >= first - 12; i -= 1) {
    const text = lines[i]?.text ?? ''
    if (
      text.length > 30 &&
      /^(?:近日)?(?:为|根据|按照|依据)/.test(text) &&
      /制定|制订|提出|实施方案|如下|措施|意见/.test(text)
    )
      return i
  }
  return null
}

function findTitle(lines: readonly CleanLine[], before: number): readonly number[] {
  for (let i = before - 1; i >= 0; i -= 1) {
    const text = lines[i]?.text ?? ''
    if (text === '' || text.length > 60 || meta.test(text) || /[。，；：]/.test(text)) continue
    if (!titleEnd.test(text)) continue
    const above = previousLine(lines, i)
    // A title broken over two lines: the first has no end of its own.
    const upper = above === null ? '' : (lines[above]?.text ?? '')
    const broken =
      above !== null &&
      upper.length >= 4 &&
      upper.length <= 34 &&
      !titleEnd.test(upper) &&
      !organName.test(upper) &&
      !meta.test(upper) &&
      /^[\p{Script=Han}《》〈〉（）、“”]+$/u.test(upper)
    return broken && above !== null ? [above, i] : [i]
  }
  return []
}

function previousLine(lines: readonly CleanLine[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) if ((lines[i]?.text ?? '') !== '') return i
  return null
}

const dated = /^(20\d\d|19\d\d)年(\d{1,2})月(\d{1,2})日$/
const chineseDated = /^([一二三四五六七八九〇零○]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/

/** Signature: a line that is only a date, under lines that are only organs. */
function findSignature(lines: readonly CleanLine[], first: number): { issuer: string | null; date: string | null } {
  const candidates = Array.from({ length: Math.min(first, lines.length) }, (_, i) => i)
  for (const i of candidates) {
    const text = (lines[i]?.text ?? '').replaceAll(' ', '')
    const date = isoDate(text)
    if (date === null) continue
    const issuers: string[] = []
    for (let j = i - 1; j >= 0 && j >= i - 12; j -= 1) {
      const name = lines[j]?.text ?? ''
      if (name === '') continue
      if (!organName.test(name) || name.length > 30 || /[，。：]/.test(name)) break
      issuers.unshift(name)
    }
    if (issuers.length > 0) return { issuer: issuers.join(' '), date }
  }
  return { issuer: null, date: null }
}

function isoDate(text: string): string | null {
  const arabic = dated.exec(text)
  if (arabic) return `${arabic[1]}-${(arabic[2] ?? '').padStart(2, '0')}-${(arabic[3] ?? '').padStart(2, '0')}`
  const chinese = chineseDated.exec(text)
  if (!chinese) return null
  const year = Array.from(chinese[1] ?? '', (c) =>
    '零一二三四五六七八九'.indexOf(c === '〇' || c === '○' ? '零' : c),
  ).join('')
  const month = parseChineseNumeral(chinese[2] ?? '')
  const day = parseChineseNumeral(chinese[3] ?? '')
  return month === null || day === null
    ? null
    : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const ownNumber =
  /^[（(]?([\p{Script=Han}]{1,10}(?:发|办|字|函|规|令)?[\p{Script=Han}]{0,3}〔(?:20|19)\d\d〕第?\d+号)[）)]?$/u

function findNumber(lines: readonly CleanLine[], first: number): string | null {
  for (const line of lines.slice(0, first)) {
    const text = line.text.replaceAll(' ', '').replace(/[【[](\d{4})[】\]]/g, '〔$1〕')
    const match = ownNumber.exec(text)
    if (match) return match[1] ?? null
  }
  return null
}

const titled = /《((?:[^《》]|〈[^〉]*〉)+)(?:》|(?=[，。；]))(?:（([^（）]{2,20}号)）)?/g

/** Documents a line names, with their numbers. `lead` lines implement them. */
export function referencesIn(line: CleanLine, lead: boolean): readonly Reference[] {
  return [...line.text.matchAll(titled)].map((match) => {
    const around = line.text.slice(Math.max(0, match.index - 8), match.index)
    const relation = lead
      ? 'implements'
      : /废止/.test(around)
        ? 'repeals'
        : /修订|修改|完善/.test(around)
          ? 'amends'
          : 'cites'
    const number = match[2]?.replace(/[【[](\d{4})[】\]]/g, '〔$1〕').replaceAll(' ', '') ?? null
    return { title: match[1] ?? '', number, relation, at: placeOf(line, match.index, match.index + match[0].length) }
  })
}
