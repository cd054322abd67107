import { headingMark } from '../headings/number-form.ts'
import type { FrontMatter } from '../text/front-matter.ts'
import { lineNumber, type Line } from '../text/line.ts'
import { isoDateIn, isoDay } from './date-text.ts'
import { isAnnexMark, isFurniture, isLead, isOrgan, isSignatureDate, isTitle } from './line-kind.ts'
import { ownNames, regularDocNumber, titlesIn } from './references.ts'

/** What a file says of itself before its first numbered section. */
export interface Head {
  readonly title: string | null
  /** As printed, a part a line. */
  readonly titleRaw: readonly string[]
  /** Title of what wraps the plan: a notice, a report. */
  readonly outerTitle: string | null
  /** Indexes of the lines that carry the title. */
  readonly titleLines: readonly number[]
  readonly issuer: string | null
  readonly date: string | null
  readonly datePublished: string | null
  readonly docNumber: string | null
  readonly status: string | null
  readonly leadLine: number | null
  readonly addresseesLine: number | null
  readonly noticeLines: readonly [number, number] | null
}

/** Reads the head: the lines before the plan's first heading at index `first`. */
export function readHead(lines: readonly Line[], first: number, front: FrontMatter): Head {
  const leadLine = findLead(lines, first)
  const top = lines.slice(0, first)
  const quoted = quotedTitles(top, leadLine)
  const { title, titleLines } = findTitle(top, quoted)
  const outer = outerTitleOf(top, titleLines)
  const inner =
    title === null || /起草|汇报|解读|印发|征求.*(?:公告|通知)$/.test(title)
      ? innerTitle(title ?? outer ?? '', quoted)
      : title
  const named = inner ?? frontTitle(front)
  const signature = findSignature(lines, 0, first)
  const closing =
    signature.issuer === null
      ? findSignature(lines, Math.max(first, lines.length - closingLines), lines.length)
      : signature
  const meta = findMetadata(lines)
  const passed = findPassing(top)
  const words = `${named ?? ''}${outer ?? ''}${title ?? ''}`
  const addressees = top.findIndex(
    ({ text }) =>
      /[：:]$/.test(text) &&
      /^(?:各|市|区|县|省).{3,}|部门|单位/.test(text) &&
      !isFurniture(text) &&
      text.length > 5 &&
      text.length < 200,
  )
  return {
    title: named,
    titleRaw: titleLines.map((i) => (lines[i] ? rawText(lines[i]) : '')),
    outerTitle: outer ?? (title !== named ? title : null),
    titleLines,
    issuer:
      signature.issuer ??
      passed?.issuer ??
      titleIssuer(top, titleLines) ??
      closing.issuer ??
      meta.issuer ??
      announcedIssuer(top, named) ??
      organAbove(top, titleLines[0]),
    date: signature.date ?? passed?.date ?? meta.date ?? closing.date ?? loneDate(top, titleLines),
    datePublished: meta.datePublished,
    docNumber: findNumber(lines, first) ?? meta.number,
    status: /送审稿|征求意见稿|草案|讨论稿|试行|暂行/.exec(words)?.[0] ?? issuedMark(lines.slice(0, first)),
    leadLine,
    addresseesLine: addressees >= 0 ? addressees : null,
    noticeLines: addressees >= 0 ? noticeOf(lines, addressees, titleLines[0] ?? leadLine ?? first) : null,
  }
}

function rawText(line: Line): string {
  return (line.raw[line.rows[0] ?? 0] ?? []).join('').trim()
}

function findLead(lines: readonly Line[], first: number): number | null {
  for (let i = first - 1; i >= 0 && i >= first - 12; i -= 1) if (isLead(lines[i]?.text ?? '')) return i
  return null
}

/** Titles in 《》 of a notice: they show how a title broken over lines goes together. Those the lead carries out are others'. */
function quotedTitles(top: readonly Line[], leadLine: number | null): readonly string[] {
  return top.flatMap(({ text }, i) =>
    titlesIn(text)
      .filter(
        ({ start, title }) =>
          !ownNames.test(title) &&
          (i !== leadLine || /(?:现将|制定了?|印发了?|出台了?|起草了?)$/.test(text.slice(0, start))),
      )
      .map(({ title }) => title),
  )
}

/** The last title before the lead, with the lines above that belong to it. */
function findTitle(
  top: readonly Line[],
  quoted: readonly string[],
): { title: string | null; titleLines: readonly number[] } {
  for (let i = top.length - 1; i >= 0; i -= 1) {
    const text = withoutSuffix(top[i]?.text ?? '')
    if (!isTitle(text) || headingMark(text) !== null) continue
    const titleLines = [i]
    for (let above = previousText(top, i); above !== null && titleLines.length < 4; above = previousText(top, above)) {
      if (!belongsAbove(top[above]?.text ?? '', joined(top, titleLines), quoted)) break
      titleLines.unshift(above)
    }
    // A few words such as 工作方案 are a title only below the rest of it.
    if (text.length < 8 && titleLines.length === 1) continue
    const below = top.slice(i + 1, i + 3).find((line) => line.text !== '')?.text ?? ''
    const draft = /^（[\p{Script=Han}]{2,6}稿）$|^（试行）$|^（草案）$|^（20\d\d[-—～至]+20\d\d年）$/u.test(below)
      ? below
      : ''
    const title = (joined(top, titleLines) + draft).replace(/^（[^）]{2,6}）(?=.{8})/, '')
    return { title: withoutQuotes(title), titleLines }
  }
  return { title: null, titleLines: [] }
}

const joined = (lines: readonly Line[], at: readonly number[]): string =>
  at.map((i) => withoutSuffix(lines[i]?.text ?? '')).join('')

/** A file's name as a heading: `…的通知.docx`. */
const withoutSuffix = (text: string): string => text.replace(/\.(?:docx?|pdf|wps|txt|html?)$/, '')

function withoutQuotes(title: string): string {
  return /^《[^《》]+》$/.test(title) ? title.slice(1, -1) : title
}

function previousText(lines: readonly Line[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) if ((lines[i]?.text ?? '') !== '') return i
  return null
}

/** Whether a line is the upper part of the title below: the notice quotes them as one, or it stops in mid-phrase. */
function belongsAbove(upper: string, lower: string, quoted: readonly string[]): boolean {
  if (upper.length < 4 || upper.length > 40 || isFurniture(upper) || /[，。；：！？]/.test(upper)) return false
  const whole = upper + lower
  if (quoted.some((title) => title === whole || title === withoutQuotes(whole))) return true
  if (quoted.includes(lower) || isSignatureDate(upper) || isAnnexMark(upper)) return false
  if (/^(?:关于|印发)/.test(lower) && isOrgan(upper)) return true
  if (isOrgan(upper) || /^[（(]/.test(upper) || isTitle(upper))
    return upper.startsWith('关于') && lower.length < 24 && !lower.startsWith('关于') && !isStrongTitle(upper)
  // Only what itself begins like a title can be a title's upper part; what begins like one below is whole.
  if (!beginsTitle(upper) || (beginsTitle(lower) && !upper.endsWith('印发') && !/[《“]/.test(upper))) return false
  return /^[\p{Script=Han}《》〈〉（）“”、"0-9-]+$/u.test(upper)
}

const beginsTitle = (text: string): boolean =>
  /^(?:（[^）]{2,6}）)?(?:《|“)?(?:关于|中共|[\p{Script=Han}]{2,9}?(?:省|市|区|县|盟|旗|州|自治区|国))/u.test(text)

const isStrongTitle = (text: string): boolean =>
  /(?:方案|措施|意见|办法|规划|条例|规定|细则|通知|计划)(?:（[^）]{1,16}）)?$/.test(text)

/** A notice's own title above the plan's. */
function outerTitleOf(top: readonly Line[], titleLines: readonly number[]): string | null {
  const before = top.slice(0, titleLines[0] ?? top.length)
  const at = before.findLastIndex(
    ({ text }) => /(?:通知|报告|汇报|公告|函)$/.test(text) && /关于|印发|《/.test(text) && isTitle(text),
  )
  if (at < 0) return null
  const upper = previousText(before, at)
  const parts =
    upper !== null && belongsAbove(before[upper]?.text ?? '', before[at]?.text ?? '', []) ? [upper, at] : [at]
  return joined(before, parts)
}

/** The plan's title inside the title of what wraps it. */
function innerTitle(outer: string, quoted: readonly string[]): string | null {
  const [own] = titlesIn(outer)
  if (own) {
    const draft = /^（[^）]{2,8}稿）/.exec(outer.slice(own.end))?.[0] ?? ''
    return own.title + draft
  }
  if (/印发|起草|汇报|解读/.test(outer)) return quoted[0] ?? outer
  return outer === '' ? (quoted.find(isStrongTitle) ?? null) : outer
}

function frontTitle(front: FrontMatter): string | null {
  const title = front.values.get('title') ?? ''
  const inner = titlesIn(title)[0]?.title ?? title
  return isTitle(inner) ? inner.replaceAll(/\s/g, '') : null
}

/** Some plans are signed at their end: how many of the last lines to look at. */
const closingLines = 40

/** Signature: a date under, or behind, names of organs. */
function findSignature(
  lines: readonly Line[],
  from: number,
  to: number,
): { issuer: string | null; date: string | null } {
  for (let i = from; i < Math.min(to, lines.length); i += 1) {
    const text = lines[i]?.text ?? ''
    const date = isSignatureDate(text) ? isoDateIn(text) : null
    const attached =
      date === null && text.length <= 60
        ? /^([\p{Script=Han}、]{3,40}?)((?:20|19)\d\d年\d{1,2}月\d{1,2}日)$/u.exec(text)
        : null
    if (date === null && !(attached && isOrgan(attached[1] ?? ''))) continue
    const issuers: string[] = attached ? [attached[1] ?? ''] : []
    for (let j = i - 1; j >= 0 && j >= i - 12; j -= 1) {
      const line = lines[j]
      if (!line || line.text === '') continue
      if (!signs(line)) break
      issuers.unshift(...namesBetweenGaps(line))
    }
    if (issuers.length > 0) return { issuer: pairUp(issuers).join(' '), date: date ?? isoDateIn(attached?.[2] ?? '') }
  }
  return { issuer: null, date: null }
}

function signs(line: Line): boolean {
  const names = namesBetweenGaps(line)
  return names.every((name) => (isOrgan(name) || bareRegion.test(name)) && name.length <= 30)
}

const bareRegion = /^[\p{Script=Han}]{2,9}(?:自治区|省|市|区|县|盟|自治州|旗)$/u

function namesBetweenGaps(line: Line): readonly string[] {
  const edges = [0, ...[...line.gaps].toSorted((a, b) => a - b), line.text.length]
  return edges
    .slice(0, -1)
    .map((from, i) => line.text.slice(from, edges[i + 1]))
    .filter((name) => name !== '')
}

/** Two columns of a signature read row by row: `某省 某省` over `卫生健康委 财政厅`. */
function pairUp(names: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (let i = 0; i < names.length;) {
    const run = names.slice(i).findIndex((name) => !bareRegion.test(name))
    const regions = run < 0 ? 0 : run
    if (
      regions >= 1 &&
      names.length - i >= regions * 2 &&
      names.slice(i + regions, i + regions * 2).every((name) => !bareRegion.test(name))
    ) {
      for (let k = 0; k < regions; k += 1) whole.push(`${names[i + k] ?? ''}${names[i + regions + k] ?? ''}`)
      i += regions * 2
    } else {
      whole.push(names[i] ?? '')
      i += 1
    }
  }
  return whole
}

/** A law's head: the congress that passed or last amended it, and when. */
function findPassing(top: readonly Line[]): { issuer: string | null; date: string | null } | null {
  let found: { issuer: string | null; date: string } | undefined
  for (const { text } of top) {
    if (text.length > 300 || !/^[（(]?(?:根据)?(?:19|20)\d\d年/.test(text) || !/通过|修正|修订|公布/.test(text))
      continue
    const dates = [...text.matchAll(/(?:20|19)\d\d年\d{1,2}月\d{1,2}日/g)]
    const date = isoDateIn(dates[dates.length - 1]?.[0] ?? '')
    const congress =
      /(?:第[一二三四五六七八九十]+届)?全国人民代表大会(?:常务委员会)?|[\p{Script=Han}]{2,8}?(?:第[一二三四五六七八九十]+届)?人民代表大会常务委员会|国务院/u.exec(
        text,
      )?.[0]
    if (date === null || (found && found.date > date)) continue
    found = {
      issuer:
        congress?.replace(/第[一二三四五六七八九十]+届/, '').replace(/^[年月日于经由]+/, '') ?? found?.issuer ?? null,
      date,
    }
  }
  return found ?? null
}

/** `中共某市委 某市人民政府关于…`, `某区人民政府办公室关于印发…`: who issues stands before 关于, in the plan's title or its notice's. */
function titleIssuer(top: readonly Line[], titleLines: readonly number[]): string | null {
  const [first] = titleLines
  const heads = first === undefined ? [] : [...top.slice(0, first).toReversed(), ...top.slice(first, first + 1)]
  const own = titleLines.flatMap((i) => top[i] ?? []).map(withGaps)
  const titles = [own.join(''), ...heads.map(withGaps)]
  for (const title of titles) {
    if (!isTitle(withoutSuffix(title))) continue
    const words = /^《?([^《》]{4,60}?)(?:关于|印发)/.exec(title)?.[1]?.trim() ?? ''
    const names = words.split(
      / |、|(?<=市委|省委|县委|区委|旗委|盟委|州委|委员会)(?=[\p{Script=Han}]{2,12}(?:政府|行署)$)/u,
    )
    if (names.every((name) => issuing.test(name) && isOrgan(name))) return names.join(' ')
  }
  return null
}

const issuing = /(?:委员会|[省市县区旗盟州]委|政府|行署|公署|办公室|办公厅|局|厅|卫生健康委)$/

/** A day on a line of its own about the title, as in brackets below it. */
function loneDate(top: readonly Line[], titleLines: readonly number[]): string | null {
  const first = top.findIndex(({ text }) => isTitle(withoutSuffix(text)))
  const days = top.flatMap(({ text }, i) => {
    const bare = text.replace(/^（(.*)）$/, '$1')
    return i > first && first >= 0 && isSignatureDate(bare) ? [{ i, day: isoDateIn(bare) }] : []
  })
  const last = titleLines.at(-1) ?? 0
  return (days.find(({ i }) => i > last) ?? days[0])?.day ?? null
}

/** Tables of a gazette: 成文日期, 文号, 发文单位. A day of posting is never the day of issue. */
function findMetadata(lines: readonly Line[]): {
  issuer: string | null
  date: string | null
  datePublished: string | null
  number: string | null
} {
  const near = [...lines.slice(0, 40), ...lines.slice(-30)]
  const all = near.map(({ text }) => text).join('\n')
  const value = (label: string): string =>
    new RegExp(`(?:${label})[：:]?\\n?[：:]?([^\\n]{2,40})`).exec(all)?.[1]?.trim() ?? ''
  const day = (text: string): string | null => {
    const match = /(20\d\d)[-年.](\d{1,2})[-月.](\d{1,2})/.exec(text)
    return match ? isoDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
  }
  const issuer = value('制发机关|发文单位|发文机关|发布机构')
  const number =
    /([\p{Script=Han}]{2,12}[〔【[（(](?:20|19)\d\d[〕】\])）]第?\d+号)/u.exec(
      value('文件字号|发文字号|文件编号|文号'),
    )?.[1] ?? null
  return {
    issuer: isOrgan(issuer) ? issuer : null,
    date: day(value('成文日期|发文日期')),
    datePublished: day(value('发布时间|发布日期|公开日期')),
    number: regularDocNumber(number),
  }
}

/** News: 近日，X、Y印发《…》; a title: X关于印发《…》. */
function announcedIssuer(top: readonly Line[], title: string | null): string | null {
  const about = title === null ? '' : title.slice(0, 12)
  for (const line of top) {
    const text = withGaps(line)
    const match =
      /(?:^|[，。；：]|近日|近期|日前)((?:中共|中国共产党)?[\p{Script=Han}、 ]{3,60}?)(?:关于)?(?:联合)?(?:印发|制定|出台)了?《/u.exec(
        text,
      )
    if (match && line.text.includes(about)) {
      const names = (match[1] ?? '')
        .replace(/(?:联合|共同|关于)$/, '')
        .split(/[、 ]|会同|和(?=[\p{Script=Han}]{2,6}(?:厅|局|委|政府))/u)
      if (names.every(isOrgan)) return names.join(' ')
    }
  }
  return null
}

/** The text with a space where the source had one. */
function withGaps(line: Line): string {
  if (line.gaps.size === 0) return line.text
  return Array.from({ length: line.text.length }, (_, i) => (line.gaps.has(i) ? ' ' : '') + (line.text[i] ?? '')).join(
    '',
  )
}

/** Names of organs on the line above the title, without the word 关于. */
function organAbove(top: readonly Line[], title: number | undefined): string | null {
  const at = title === undefined ? null : previousText(top, title)
  const line = at === null ? undefined : top[at]
  if (!line) return null
  const names = namesBetweenGaps(line)
  return names.length > 0 &&
    names.every((name) => isOrgan(name) || /^[\p{Script=Han}]{3,12}(?:总局|中央|部|委|局)$/u.test(name))
    ? names.join(' ')
    : null
}

const ownNumber = /^[（(]?([\p{Script=Han}]{1,12}[〔【[（(](?:20|19)\d\d[〕】\])）]第?\d+号)[）)]?$/u
const orderNumber = /^[（(]?([\p{Script=Han}]{0,20}令)(?:〔(?:20|19)\d\d〕)?第?(\d+)号[）)]?$/u

/** The document's own number stands on a line of its own. */
function findNumber(lines: readonly Line[], first: number): string | null {
  for (const { text } of lines.slice(0, first)) {
    if (text.length > 40) continue
    const match = ownNumber.exec(text) ?? (orderNumber.test(text) ? [text, text.replace(/^[（(]|[）)]$/g, '')] : null)
    if (match) return regularDocNumber(match[1] ?? null)
  }
  return null
}

function issuedMark(lines: readonly Line[]): string | null {
  const mark = lines
    .map(({ text }) => /此件公开发布|此件主动公开|主动公开/.exec(text)?.[0])
    .find((found) => found !== undefined)
  return mark === undefined ? null : `issued (${mark})`
}

function noticeOf(lines: readonly Line[], from: number, to: number): readonly [number, number] {
  let last = Math.max(from, to - 1)
  while (last > from && (lines[last]?.text ?? '') === '') last -= 1
  const [a, b] = [lines[from], lines[last]]
  return [a ? lineNumber(a) : from + 1, b ? lineNumber(b) : last + 1]
}
