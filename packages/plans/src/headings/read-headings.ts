import { isAnnexMark, isLead, isSignatureDate, isTitle } from '../documents/line-kind.ts'
import type { Line } from '../text/line.ts'
import type { Heading, HeadingDoubt } from './heading.ts'
import { headingMark, regularNumber, type HeadingMark, type NumberForm } from './number-form.ts'
import { articleName, lostStop, splitArticle, splitHeading } from './split-heading.ts'

interface Mark extends HeadingMark {
  readonly at: number
  readonly line: Line
}

interface Level {
  readonly form: NumberForm
  readonly value: number
  readonly number: string
}

/** Where the reader stands: the part, the levels open above, and what it saw since the last heading. */
interface State {
  part: number
  annex: boolean
  open: readonly Level[]
  /** Forms of this part from the outermost in. */
  order: NumberForm[]
  /** Last value of a form anywhere in this part, for numbers that run on through the chapters. */
  running: Map<NumberForm, number>
  /** Last value of a form under one parent. */
  under: Map<string, number>
}

/** Nesting where two forms have not met: chapter over section over article over 一 over （一） over 1 over (1) over ①. */
const rank: readonly NumberForm[] = [
  'part',
  'chapter',
  'section',
  'article',
  'cn',
  'paren',
  'arabic',
  'paren-deep',
  'circled',
]

/** Finds the headings of all texts in the file, restores lost numerals, and gives each its path. */
export function readHeadings(lines: readonly Line[]): readonly Heading[] {
  const marks = marksOf(lines)
  const evidenceIn = evidenceOf(lines)
  const found: Heading[] = []
  const named = haveNames(marks)
  let state = newPart(0, false)
  marks.forEach((mark, i) => {
    const reading = readMark(mark, marks.slice(i + 1, i + 40), state)
    const evidence = evidenceIn((found[found.length - 1]?.at ?? -1) + 1, mark.at)
    const restarts = reading.value === 1 && state.order.length > 0 && isRestart(reading.form, state, evidence)
    if (restarts) {
      const goesOn = marks.slice(i + 1, i + 60).some((later) => later.form === mark.form && later.value === 2)
      if (evidence === null && !(goesOn && reading.form === state.order[0])) {
        if (reading.form === state.order[0]) return
      } else state = newPart(state.part + 1, evidence === 'annex')
    } else if (reading.reject) return
    const form = reading.form
    if (!state.order.includes(form)) insertForm(state, form)
    const depth = depthFor(form, state)
    const number = regularNumber(form, reading.value)
    const open = [...state.open.slice(0, depth), { form, value: reading.value, number }]
    state.under.set(parentKey(state, depth, form), reading.value)
    state.running.set(form, reading.value)
    state.open = open
    const words =
      form === 'article'
        ? splitArticle(mark.line, mark.printed.length, named)
        : splitHeading(mark.line, mark.printed.length)
    found.push({
      part: state.part,
      annex: state.annex,
      form,
      value: reading.value,
      number,
      printed: mark.printed,
      heading: words.heading,
      line: mark.line,
      at: mark.at,
      wordsFrom: mark.printed.length,
      bodyFrom: words.bodyFrom,
      path: open.map((level) => level.number),
      doubts: [...reading.doubts, ...(words.runIn ? (['run-in'] as const) : [])],
    })
  })
  return cutRunIns(found)
}

function newPart(part: number, annex: boolean): State {
  return { part, annex, open: [], order: [], running: new Map(), under: new Map() }
}

/** Every line that begins with a number, but for lists of annexes. */
function marksOf(lines: readonly Line[]): readonly Mark[] {
  const marks: Mark[] = []
  let inAnnexList = false
  lines.forEach((line, at) => {
    if (line.text === '') return
    const mark = headingMark(line.text)
    const listed = mark?.form === 'arabic' && inAnnexList && line.text.length <= 50 && !line.text.includes('。')
    inAnnexList = listed || /^附件[：:]/.test(line.text)
    if (mark && !listed) marks.push({ ...mark, at, line })
  })
  return marks
}

/** Whether most articles begin with a name of their own. */
function haveNames(marks: readonly Mark[]): boolean {
  const articles = marks.filter(({ form }) => form === 'article')
  const names = articles.filter(({ line, printed }) => articleName(line, printed.length) !== null)
  return names.length >= 2 && names.length * 3 > articles.length * 2
}

interface Reading {
  readonly form: NumberForm
  readonly value: number
  readonly doubts: readonly HeadingDoubt[]
  readonly reject: boolean
}

/** Settles form and value of a mark by what stands before and after it. */
function readMark(mark: Mark, later: readonly Mark[], state: State): Reading {
  const form = settleForm(mark, state)
  const key = parentKey(state, depthFor(form, state), form)
  const before = state.under.get(key) ?? 0
  if (mark.value === null) {
    const value = restoredValue(mark, later) ?? before + 1
    return { form, value, doubts: ['lost-numeral'], reject: false }
  }
  const value = mark.value
  const accept = (doubts: readonly HeadingDoubt[]): Reading => ({ form, value, doubts, reject: false })
  const next = later.find((other) => other.form === mark.form)?.value ?? null
  if (value === before + 1 || value === (state.running.get(form) ?? 0) + 1) return accept([])
  if (value === before && before > 0)
    return next === value + 2
      ? { form, value: value + 1, doubts: ['number-twice'], reject: false }
      : accept(['number-twice'])
  if (value === 1) return accept(['numbering-restarts'])
  const first = before === 0 && !state.running.has(form)
  const skips = value > before && (value <= before + 3 || first)
  const steady = next === value + 1 || (next === null && form !== 'arabic')
  const firm = form === 'chapter' || form === 'article' || form === 'cn' || form === 'paren'
  if (skips && (steady || (firm && !first))) return accept(['numbers-skip'])
  return { form, value, doubts: [], reject: true }
}

/** A lost numeral is fixed by the next printed one of its level, counting back over the lost ones between. */
function restoredValue(mark: Mark, later: readonly Mark[]): number | null {
  let lost = 1
  for (const other of later) {
    if (rank.indexOf(other.form) < rank.indexOf(mark.form)) return null
    if (other.form !== mark.form) continue
    if (other.value === null) lost += 1
    else return other.value - lost >= 1 ? other.value - lost : null
  }
  return null
}

/** (1) is the same level as （一） unless it counts within an item. */
function settleForm(mark: Mark, state: State): NumberForm {
  if (!mark.arabicInParen) return mark.form
  if (state.open[state.open.length - 1]?.form === 'paren-deep') return 'paren-deep'
  const paren = state.open.find((level) => level.form === 'paren')
  const withinItem = state.open.some((level) => level.form === 'arabic' || level.form === 'article')
  if (withinItem && (mark.value === 1 || paren === undefined || mark.value !== paren.value + 1)) return 'paren-deep'
  return 'paren'
}

/** How many open levels stay above a heading of this form. */
function depthFor(form: NumberForm, state: State): number {
  const place = state.order.indexOf(form)
  if (place < 0) {
    // A form not met before nests below what is open, unless it outranks all of it.
    const deeper = state.open.findIndex((level) => rank.indexOf(level.form) > rank.indexOf(form))
    return deeper === 0 || (deeper > 0 && form !== 'article') ? deeper : state.open.length
  }
  const depth = state.open.findIndex((level) => state.order.indexOf(level.form) >= place)
  return depth < 0 ? state.open.length : depth
}

function insertForm(state: State, form: NumberForm): void {
  const above = state.open[depthFor(form, state) - 1]
  state.order.splice(above ? state.order.indexOf(above.form) + 1 : 0, 0, form)
}

function parentKey(state: State, depth: number, form: NumberForm): string {
  return `${state.open
    .slice(0, depth)
    .map((level) => level.number)
    .join('/')}|${form}`
}

type Evidence = 'annex' | 'text' | null

/** Whether a 1 begins another text: at the outermost level, or behind the mark of an annex. */
function isRestart(form: NumberForm, state: State, evidence: Evidence): boolean {
  if (form === state.order[0]) return (state.running.get(form) ?? 0) >= 1
  // 一、 begins again behind a title or a signature: another text, even below chapters or above loose items.
  const top = state.running.get('cn') ?? state.running.get('arabic')
  if (form === 'cn' && (top ?? 0) >= 1 && (state.running.has('cn') || state.open.length === 1))
    return evidence === 'text'
  return evidence === 'annex'
}

/** What between two lines shows that another text begins; counted once, so that asking takes no time. */
function evidenceOf(lines: readonly Line[]): (from: number, to: number) => Evidence {
  const annexes = [0]
  const texts = [0]
  lines.forEach(({ text }, i) => {
    annexes.push((annexes[i] ?? 0) + (isAnnexMark(text) ? 1 : 0))
    texts.push((texts[i] ?? 0) + (isLead(text) || isTitle(text) || isSignatureDate(text) ? 1 : 0))
  })
  const any = (counts: readonly number[], from: number, to: number): boolean => (counts[to] ?? 0) > (counts[from] ?? 0)
  return (from, to) => (any(annexes, from, to) ? 'annex' : any(texts, from, to) ? 'text' : null)
}

/** Cuts headings that are far longer than their fellows where a lost stop can be seen. */
function cutRunIns(headings: readonly Heading[]): readonly Heading[] {
  const lengths = new Map<NumberForm, number[]>()
  for (const { form, heading } of headings) {
    const all = lengths.get(form) ?? []
    all.push(heading.length)
    lengths.set(form, all)
  }
  const median = new Map([...lengths].map(([form, all]) => [form, all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0]))
  return headings.map((heading) => {
    const usual = median.get(heading.form) ?? 0
    if (heading.doubts.includes('run-in') || heading.heading.length <= usual * 1.7 + 2 || usual < 4) return heading
    const cut = lostStop(heading.heading)
    if (cut === null || cut > usual * 1.6 + 2) return heading
    return {
      ...heading,
      heading: heading.heading.slice(0, cut),
      bodyFrom: heading.wordsFrom + cut,
      doubts: [...heading.doubts, 'run-in'],
    }
  })
}
