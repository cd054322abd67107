import { daysInMonth } from '../documents/date-text.ts'
import { parseChineseNumeral } from '../text/chinese-numeral.ts'

/**
 * What a date is for: `by` = until or in it; `start` = from then on; `condition` = it tells who is meant (born before
 * …); `past` = it tells what was; `name` = part of a name.
 */
export type DateUse = 'by' | 'start' | 'condition' | 'past' | 'name'

/** A date as a clause writes it. Offsets are in the clause's text. */
export interface DateMention {
  /** `2025`, `2025-12-31`. */
  readonly date: string
  readonly year: number
  readonly use: DateUse
  readonly start: number
  readonly end: number
  /** The year is not written here; it is that of the date before. */
  readonly yearless?: true
}

/** End year of a five-year plan by its name. */
const fiveYearPlans: Readonly<Record<string, number>> = {
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
  十六五: 2035,
}

const fiveYear =
  /(?:力争|争取)?(?:在|到|至|截至)?[“"「『‘']?(十[二三四五六]五)[”"」』’']?(?:规划)?(期末|末期|末|期间|时期|规划期)(?:内)?(?:前)?/g
const spanOfYears = /(?:在)?(20\d\d)年?(?:[-—～至到]+)(20\d\d)年?(?:期间|间)?/g
const dated =
  /(?:力争|争取|确保)?(?:从|自|于|在|到|至|截至|截止到?|截至到)?(20\d\d|19\d\d|二[〇○零][一二三四五六七八九〇○零]{2})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(度)?(?:(年)?(底|末))?(?:（含(?:当[天日])?）)?((?:当[天日])?及之?后|(?:当[天日])?及以[后前]|之?前|以前|之?后|以后|以来|内|中)?(起|开始)?/g
const monthOnly = /(?:力争|在|到|至|截至|于)?(?<!\d|年|每)(\d{1,2})月(?:(\d{1,2})日)?(底|末)?(之?前|以前)/g

/** Dates of a text in order; those inside 《》, 〔〕 and document numbers do not count. A month without a year takes the one before. */
export function datesOf(text: string, yearBefore: number | null = null): readonly DateMention[] {
  if (!/\d年|\d月|五[”"」』’']?(?:规划)?(?:期|末|时)|[〇○零].年/.test(text)) return []
  const plain = blanked(text)
  const found: DateMention[] = []
  const free = (start: number, end: number): boolean => !found.some((other) => start < other.end && other.start < end)
  for (const match of plain.matchAll(fiveYear)) {
    const year = fiveYearPlans[match[1] ?? ''] ?? 2025
    const start = match.index
    const end = start + match[0].length
    const names =
      /期间|时期|规划/.test(match[2] ?? '') &&
      !/^[，内、全]|^$/.test(plain.slice(end, end + 1)) &&
      !/^(?:到|至)/.test(match[0])
    found.push({ date: `${year}-12-31`, year, use: names && start > 0 ? 'name' : 'by', start, end })
  }
  for (const match of plain.matchAll(spanOfYears)) {
    const year = Number(match[2])
    found.push({ date: `${year}-12-31`, year, use: 'by', start: match.index, end: match.index + match[0].length })
  }
  for (const match of plain.matchAll(dated)) {
    const mention = readDated(match, plain)
    if (mention && free(mention.start, mention.end)) found.push(mention)
  }
  const known = found.toSorted((a, b) => a.start - b.start)
  for (const match of plain.matchAll(monthOnly)) {
    const start = match.index
    const end = start + match[0].length
    const year = known.findLast((other) => other.end <= start)?.year ?? yearBefore ?? undefined
    if (!free(start, end) || year === undefined || /每年[\p{Script=Han}]{0,3}$/u.test(plain.slice(0, start))) continue
    const date = dayOf(year, Number(match[1]), match[2] === undefined ? null : Number(match[2]))
    found.push({ date, year, use: 'by', start, end, yearless: true })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** Names and numbers of documents, as blanks of the same length. */
export function blanked(text: string): string {
  return text.replace(
    /《[^》]{1,160}》?|〔[^〕]{1,8}〕|（[^（）]{0,30}号）|[\p{Script=Han}]{1,8}[（〔](?:19|20)\d\d[）〕]第?\d+号|附(?:件|表|录)\d+(?:[-、]\d+)*/gu,
    (match) => ' '.repeat(match.length),
  )
}

function readDated(match: RegExpMatchArray, text: string): DateMention | null {
  const [whole, years = '', month, day, ofYear, , endMark, bound, from] = match
  const year = /^\d/.test(years) ? Number(years) : (parseChineseNumeral(years) ?? 0)
  if (year < 1949 || year > 2100) return null
  const start = match.index ?? 0
  // `从2025年秋季学期起`: the term says no more than the year.
  const term = /^[春秋]季(?:新)?(?:学期|开学)?(起|开始)?/.exec(
    text.slice(start + whole.length, start + whole.length + 8),
  )
  const end = start + whole.length + (term?.[0].length ?? 0)
  const before = bound !== undefined && bound.endsWith('前')
  const date =
    month !== undefined
      ? dayOf(year, Number(month), day === undefined ? null : Number(day))
      : endMark !== undefined || (before && bound !== '及以前')
        ? `${year}-12-31`
        : String(year)
  const use = useOf({
    text,
    start,
    end,
    whole,
    bound: bound ?? '',
    starts: from !== undefined || term?.[1] !== undefined,
    ofYear: ofYear !== undefined,
  })
  return { date, year, use, start, end }
}

function useOf(options: {
  text: string
  start: number
  end: number
  whole: string
  bound: string
  starts: boolean
  ofYear: boolean
}): DateUse {
  const { text, start, end, whole, bound, starts, ofYear } = options
  const behind = text.slice(end, end + 44)
  const ahead = text.slice(Math.max(0, start - 8), start)
  if (/^时|^(?:[^，。；]{0,4})(?:不满|未满)/.test(behind)) return 'condition'
  if (
    /^(?:的|在本?[市县区省旗盟州]|符合政策|依法|新|已)*(?:出生(?!医学|缺陷|率|人口|政策|性别)|生育(?!服务|支持|友好|政策|保险|津贴|补贴|登记|文化)|怀孕|登记结婚|死亡(?!率)|参保|收养|购买|购房|入职|退休)/.test(
      behind,
    ) &&
    (bound !== '' || starts || /^(?:出生|生育)/.test(behind))
  )
    return 'condition'
  if (starts || /^(?:从|自)/.test(whole)) return 'start'
  if (/后$|以来$/.test(bound)) return bound.endsWith('以来') ? 'past' : 'condition'
  if (
    /^(?:截至|截止)/.test(whole) &&
    !bound.endsWith('前') &&
    /(?:已|为|有|达|共|我国|我[市县区省])/.test(behind.slice(0, 14))
  )
    return 'past'
  if (
    /^(?:[^，。；]{0,40})(?:印发|发布的|召开|通过|公布|修订的|修正|出台了|启动了|会议)/.test(behind) &&
    !/^(?:到|力争)/.test(whole)
  )
    return 'past'
  if (ofYear && !/(?:底|末|前|内)$/.test(whole)) return 'name'
  return /^(?:于)/.test(whole) && /通过|印发/.test(ahead) ? 'past' : 'by'
}

function dayOf(year: number, month: number, day: number | null): string {
  const safe = Math.min(12, Math.max(1, month))
  const last = daysInMonth(year, safe)
  return `${year}-${String(safe).padStart(2, '0')}-${String(Math.min(day ?? last, last) || 1).padStart(2, '0')}`
}
