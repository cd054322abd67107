import type { FrontMatter } from '../text/front-matter.ts'
import { lineNumber, type Line } from '../text/line.ts'
import { findMetadata, findNumber, findPassing, loneDate } from './head-facts.ts'
import { announcedIssuer, organAbove, titleIssuer } from './issuer.ts'
import { isFurniture, isLead } from './line-kind.ts'
import { closingLines, findSignature } from './signature.ts'
import { findTitle, frontTitle, innerTitle, outerTitleOf, quotedTitles } from './title.ts'

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
