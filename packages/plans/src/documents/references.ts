import { placeOf, type Line } from '../text/line.ts'
import type { Reference } from '../outline.ts'

/** Longest title of a document; behind a lost 》 the title ends at the first stop. */
const longestTitle = 120

/** Names by which a text speaks of itself or of drafts, not documents of their own. */
export const ownNames =
  /^(?:方案|实施方案|行动方案|办法|细则|实施细则|条例|规划|意见|实施意见|通知|措施|送审稿|征求意见稿|申报表|花名册|法|决定)$/
const papers = /(?:表|证明|证|册|书|簿|卡|手册|承诺书|协议|台账)$/
const numberBehind = /^[（(]((?:[^（）()，。]|[（(]\d{4}[）)]){2,30}号)(?:[）)]|(?=[，。；]))/

interface Titled {
  readonly title: string
  /** Offsets in the line, from 《 to behind 》 and the number. */
  readonly start: number
  readonly end: number
  readonly number: string | null
  readonly open: boolean
}

/** Titles in 《》 of a line, outermost only, with the number behind each. */
export function titlesIn(text: string): readonly Titled[] {
  const found: Titled[] = []
  for (let start = text.indexOf('《'); start >= 0;) {
    const { end, closed } = titleEnd(text, start)
    const title = text.slice(start + 1, closed ? end - 1 : end)
    const number = closed ? (numberBehind.exec(text.slice(end, end + 34)) ?? null) : null
    const to = end + (number?.[0].length ?? 0)
    if (title.length >= 2)
      found.push({ title, start, end: to, number: regularDocNumber(number?.[1] ?? null), open: !closed })
    start = text.indexOf('《', Math.max(to, start + 1))
  }
  return found
}

/** Where a title ends: at its own 》 with those inside passed over, or at the first stop where that is lost. */
function titleEnd(text: string, start: number): { end: number; closed: boolean } {
  let depth = 0
  const limit = Math.min(text.length, start + longestTitle)
  for (let i = start; i < limit; i += 1) {
    const c = text[i]
    if (c === '《') {
      if (i > start && depth === 1 && !text.slice(i, limit).includes('》')) break
      depth += 1
    } else if (c === '》') {
      depth -= 1
      // 《关于印发《…》的通知》 closes twice.
      if (depth === 0) return { end: i + 1, closed: true }
    }
  }
  const closing = text.slice(start, limit).indexOf('》') + start
  if (closing > start && depth > 0) return { end: closing + 1, closed: true }
  const stop = text.slice(start, limit).search(/[，。；：、]/)
  return { end: stop < 0 ? limit : start + stop, closed: false }
}

/** A document's number with 〔〕 about its year. */
export function regularDocNumber(number: string | null): string | null {
  return number === null
    ? null
    : number
        .replace(/[【[（(〔]((?:19|20)\d\d)[】\])）〕]/, '〔$1〕')
        .replace(/第(?=\d+号)/, (match, at: number) => (number.slice(0, at).includes('令') ? match : ''))
}

/** Documents a line names. Those of the lead are carried out; others are cited, amended or repealed. */
export function referencesIn(line: Line, lead: boolean): readonly Reference[] {
  return titlesIn(line.text).flatMap(({ title, start, end, number, open }) => {
    if (!lead && (ownNames.test(title) || papers.test(title))) return []
    return [
      {
        title,
        number,
        relation: lead ? 'implements' : relationOf(line.text, start, end),
        at: placeOf(line, start, end),
        ...(open ? { doubt: '书名号没有收尾，题目按第一个停顿截断' } : {}),
      },
    ]
  })
}

function relationOf(text: string, start: number, end: number): Reference['relation'] {
  const clause =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[，。；]/)
      .at(-1) ?? ''
  if (/废止|停止执行/.test(clause) || /^(?:、《[^》]*》)*(?:[^，。；]{0,6})同时废止/.test(text.slice(end, end + 80)))
    return 'repeals'
  return /修订|修改|修正|完善(?!《)/.test(clause) ? 'amends' : 'cites'
}
