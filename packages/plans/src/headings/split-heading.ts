import type { Line } from '../text/line.ts'

/** A heading's own words, and where in the line the text behind it begins. */
export interface HeadingWords {
  readonly heading: string
  readonly bodyFrom: number
  /** No stop stands between heading and text: the cut is a reading, not a fact. */
  readonly runIn: boolean
}

const longest = 40
const unitBracket = /（[^（）]{0,80}(?:牵头|负责|落实|责任单位|责任部门|配合单位)[^）]*）?/
const titled = /^[【（〔“]([^】）〕”]{2,20})[】）〕”]/

/** Verbs that open a sentence of duties; where one follows a finished heading, the stop between them is lost. */
const openers =
  /加强|完善|推进|推动|落实|开展|建立|健全|实施|提高|提升|扩大|优化|支持|鼓励|贯彻|坚持|加快|深入|积极|大力|全面|严格|将(?=[^军来近])|以(?=[^下上内外及])|到20\d\d年|按照|依托|充分|综合运用|对(?=[^策象口])/g

/** Words a heading can end with: what is being done to. */
const finished =
  /(?:发展|政策|体系|服务|水平|能力|机制|环境|工作|建设|保障|制度|措施|权益|成本|布局|监管|支持|质量|健康|安全|管理|队伍|氛围|缺陷|供给|领导|格局|设施|资源|文化|新风|家庭|教育|关爱|帮扶|就业|住房|补贴|补助|津贴|事项)$/

/** Headings every such document has: what follows them without a stop is text. */
const knownHeading =
  /^(?:总体要求|总体目标|总体思路|指导思想|基本原则|工作目标|主要目标|发展目标|行动目标|目标任务|重点任务|主要任务|重点工作|工作任务|主要措施|工作措施|工作要求|有关要求|保障措施|组织保障|组织实施|组织领导|职责分工|实施步骤|制定背景|出台背景|主要内容|政策依据|附则)(?=[\p{Script=Han}到](?![和与及、]))(?!好|[\p{Script=Han}]{1,6}$)/u

/** An item that is a sentence of its own has no heading apart: it ends with its line, or counts something. */
function isSentence(line: Line, first: string, from: number, stop: number): boolean {
  if (!first.includes('，')) return false
  const behind = line.text.slice(from + (stop < 0 ? first.length : stop + 1)).replace(/（[^（）]*）|【[^】]*】/g, '')
  const figures = first.replace(/\d+(?:[-—～至]\d+)?(?:周?岁|孩|月龄)/g, '')
  return (
    (stop >= 0 && behind.replace(/[。；]/g, '').length < 4 && line.text[from + stop] !== '：') ||
    (/\d/.test(figures) && first.length > 16)
  )
}

/** The first clause that is no bare date stands for a heading; all of it is text. */
function sentenceHeading(first: string, from: number): HeadingWords {
  const clauses = first.split('，')
  const words =
    clauses.find((clause) => !/^(?:力争)?(?:到|在)?20\d\d年(?:\d{1,2}月)?(?:底|末)?(?:之?前)?$/.test(clause)) ?? first
  return { heading: words.slice(0, longest), bodyFrom: from, runIn: false }
}

/** Reads the words behind a heading's number, which ends at `from`. */
export function splitHeading(line: Line, from: number): HeadingWords {
  const rest = line.text.slice(from, from + 400)
  const stop = firstStop(rest)
  const first = stop < 0 ? rest : rest.slice(0, stop)
  const bracket = unitBracket.exec(first)
  if (bracket && bracket.index >= 2 && bracket.index <= longest)
    return { heading: first.slice(0, bracket.index).trim(), bodyFrom: from + bracket.index, runIn: false }
  const known = knownHeading.exec(first)
  // A short line without a stop is one heading: 组织实施三孩政策.
  if (known && known[0].length < first.length && (stop >= 0 || first.length > 24))
    return { heading: known[0], bodyFrom: from + known[0].length, runIn: true }
  if (isSentence(line, first, from, stop)) return sentenceHeading(first, from)
  const gap = gapWithin(line, from, first.length)
  if (gap !== null) return { heading: line.text.slice(from, gap), bodyFrom: gap, runIn: false }
  const comma = first.includes('，')
  if (stop < 0 && (!comma || first.length <= 24) && first.length <= longest)
    return { heading: first.trim(), bodyFrom: line.text.length, runIn: false }
  if (stop >= 0 && first.length <= (comma ? 32 : longest))
    return { heading: first.trim(), bodyFrom: from + stop + 1, runIn: false }
  return runIn(first, from)
}

/** `生育奖励。旗户籍…`: a few words without a verb of order, and text behind their stop. */
const named = /^([\p{Script=Han}“”、]{2,12})[。：](?=.{8})/u
const ordering = /应当?|不得|可以|必须|由|负责|适用|施行|制定|所称|是指|包括|如下|下列/

/** Words that may stand before an article's text as its heading, or null. Whether they do, the other articles tell. */
export function articleName(line: Line, from: number): string | null {
  const words = named.exec(line.text.slice(from, from + 40))?.[1] ?? null
  return words === null || ordering.test(words) ? null : words
}

/** An article has no heading, unless one stands in brackets behind its number, or most articles of the text are `named`. */
export function splitArticle(line: Line, from: number, areNamed: boolean): HeadingWords {
  const match = titled.exec(line.text.slice(from, from + 30))
  if (match) return { heading: match[1] ?? '', bodyFrom: from + match[0].length, runIn: false }
  const words = areNamed ? articleName(line, from) : null
  return words === null
    ? { heading: '', bodyFrom: from, runIn: false }
    : { heading: words, bodyFrom: from + words.length + 1, runIn: false }
}

/** Offset of the first stop outside brackets and quotes, or −1. */
function firstStop(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if ('（《“「'.includes(c)) depth += 1
    else if ('）》”」'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '。：；！？'.includes(c)) return i
    else if (c === '。') return i
  }
  return -1
}

/** White space between a short heading and a long text. */
function gapWithin(line: Line, from: number, length: number): number | null {
  for (const gap of line.gaps) {
    const heading = gap - from
    if (heading < 4 || heading > 30 || gap > from + length) continue
    if (line.text.length - gap >= 15 && !/[，、]/.test(line.text.slice(gap - 1, gap + 1))) return gap
  }
  return null
}

function runIn(first: string, from: number): HeadingWords {
  const cut = lostStop(first)
  if (cut !== null) return { heading: first.slice(0, cut), bodyFrom: from + cut, runIn: true }
  const comma = first.indexOf('，')
  // `提高认识，促进可持续发展实施三孩政策…`: the second half of the heading runs into the text.
  const second = comma > 3 && comma <= 12 ? lostStop(first.slice(comma + 1), 4) : null
  if (second !== null)
    return { heading: first.slice(0, comma + 1 + second), bodyFrom: from + comma + 1 + second, runIn: true }
  const end = comma > 3 && comma <= longest ? comma : Math.min(first.length, longest)
  return { heading: first.slice(0, end).trim(), bodyFrom: from, runIn: false }
}

/** Where a heading ends that runs into its text: behind finished words, before a verb that opens a sentence. */
export function lostStop(text: string, least = 6): number | null {
  const comma = text.indexOf('，')
  const clause = comma >= 0 ? text.slice(0, comma) : text
  for (const match of clause.matchAll(openers)) {
    if (match.index >= least && match.index <= 24 && finished.test(clause.slice(0, match.index))) return match.index
  }
  return null
}
