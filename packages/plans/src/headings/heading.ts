import type { CleanLine } from '../text/clean-line.ts'
import { headingMark, regularNumber, type HeadingMark, type NumberForm } from './number-form.ts'

export interface Heading {
  /** Which text of the file: `A`, `B` … for main texts in order, `附件` for an annex. */
  readonly part: number
  readonly annex: boolean
  readonly form: NumberForm
  readonly value: number
  readonly number: string
  readonly printed: string
  readonly heading: string
  /** Index of the line among all lines. */
  readonly at: number
  /** Where in the line's clean text the body behind the heading begins. */
  readonly bodyFrom: number
  readonly path: readonly string[]
  /** The printed numeral was lost, or does not follow the one before it. */
  readonly restored: boolean
  readonly doubt: string | null
}

interface Open {
  readonly form: NumberForm
  readonly value: number
  readonly number: string
}

const sentenceEnd = /[。；：！？）〉》”)]$/
const secondVerb =
  /(?:加强|完善|推进|落实|开展|建立|健全|实施|提高|扩大|优化|支持|鼓励|贯彻|坚持|加快|深入|积极|大力|全面|将|以|对|到\d{4}年|按照|依托|充分)/g

/** The heading's own words and where the text behind it begins. */
function splitHeading(text: string, from: number): { heading: string; bodyFrom: number } {
  const rest = text.slice(from)
  const stop = rest.search(/[。：；]/)
  const first = stop < 0 ? rest : rest.slice(0, stop)
  const comma = first.search(/，/)
  if (stop < 0 && comma < 0 && first.length <= 40) return { heading: first.trim(), bodyFrom: text.length }
  if (stop >= 0 && first.length <= 32) return { heading: first.trim(), bodyFrom: from + stop + 1 }
  // The heading runs into the text: the sentence begins at the next verb that opens one.
  const clause = comma >= 0 ? first.slice(0, comma) : first
  for (const match of clause.matchAll(secondVerb)) {
    if (match.index >= 6 && match.index <= 22) {
      return { heading: clause.slice(0, match.index), bodyFrom: from + match.index }
    }
  }
  const end = stop < 0 ? rest.length : stop
  return { heading: first.slice(0, 40).trim(), bodyFrom: from + (first.length <= 40 ? end : 0) }
}

/** Depth order where two forms have not met yet. */
const rank: Readonly<Record<NumberForm, number>> = {
  chapter: 0,
  article: 4,
  cn: 1,
  paren: 2,
  arabic: 3,
  'paren-deep': 5,
}

/** Finds the headings of all texts in the file, restores lost numerals, and gives each its path. */
export function readHeadings(lines: readonly CleanLine[]): readonly Heading[] {
  const found: Heading[] = []
  let open: Open[] = []
  let part = 0
  let annex = false
  let pendingAnnex = false
  let lastArabic = 0
  let proseSinceTop = false
  const last = new Map<string, number>()
  lines.forEach((line, at) => {
    const text = line.text
    if (/^附件[一二三四五六七八九十\d]*[:：]?$/.test(text)) pendingAnnex = true
    const mark = headingMark(text)
    if (!mark || /^（?(?:此件|联系人)/.test(text)) {
      if (text.length > 60) proseSinceTop = true
      return
    }
    const form = settleForm(mark, open)
    const parentDepth = depthFor(form, open)
    const parentKey = `${part}|${open
      .slice(0, parentDepth)
      .map((o) => o.number)
      .join('/')}|${form}`
    const before = last.get(parentKey) ?? 0
    const value = mark.value ?? before + 1
    const doubt = mark.value === null ? 'lost-numeral' : null
    if (form === 'arabic') {
      const follows = value === lastArabic + 1 || value === before + 1 || value === 1
      if (!follows) return
      if (breaksSentence(lines, at) && value !== 1) return
    }
    if (form === 'cn' && value === 1 && found.some((h) => h.part === part && h.form === 'cn')) {
      // Numbering begins anew: another text in the same file.
      if (pendingAnnex || proseSinceTop) {
        part += 1
        annex = pendingAnnex
        pendingAnnex = false
        open = []
        lastArabic = 0
      } else return
    } else if (form === 'cn' && mark.value !== null && value > before + 3 && before > 0) return
    if (form === 'cn') proseSinceTop = false
    const depth = depthFor(form, open)
    const number = regularNumber(form, value)
    open = [...open.slice(0, depth), { form, value, number }]
    last.set(
      `${part}|${open
        .slice(0, depth)
        .map((o) => o.number)
        .join('/')}|${form}`,
      value,
    )
    if (form === 'arabic') lastArabic = value
    const { heading, bodyFrom } = splitHeading(text, mark.printed.length)
    found.push({
      part,
      annex,
      form,
      value,
      number,
      printed: mark.printed,
      heading,
      at,
      bodyFrom,
      path: open.map((o) => o.number),
      restored: mark.value === null,
      doubt,
    })
  })
  return found
}

/** (1) is the same level as （一） unless it counts within an item. */
function settleForm(mark: HeadingMark, open: readonly Open[]): NumberForm {
  if (!mark.arabicInParen) return mark.form
  const deepest = open[open.length - 1]
  if (deepest?.form === 'paren-deep') return 'paren-deep'
  const paren = open.find((o) => o.form === 'paren')
  const withinItem = open.some((o) => o.form === 'arabic')
  if (withinItem && (mark.value === 1 || paren === undefined || mark.value !== paren.value + 1)) return 'paren-deep'
  return 'paren'
}

/** How many open levels stay above a heading of this form. */
function depthFor(form: NumberForm, open: readonly Open[]): number {
  const same = open.findIndex((o) => o.form === form)
  if (same >= 0) return same
  const deeper = open.findIndex((o) => rank[o.form] > rank[form])
  return deeper >= 0 ? deeper : open.length
}

/** A page number printed into running text looks like a heading but cuts a sentence in two. */
function breaksSentence(lines: readonly CleanLine[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
    const text = lines[i]?.text ?? ''
    if (text === '') continue
    return text.length > 25 && !sentenceEnd.test(text)
  }
  return false
}
