import { endOfPart, lastLineOf, leadIndex, leadWithin } from './documents/extent.ts'
import { readHead, type Head } from './documents/head.ts'
import { isAnnexMark } from './documents/line-kind.ts'
import { noiseOf } from './documents/noise.ts'
import { mainPart, partsOf, type TextPart } from './documents/parts.ts'
import { referencesIn } from './documents/references.ts'
import { placeNamed } from './documents/region.ts'
import { indicatorTable } from './figures/indicator-table.ts'
import { taskTable } from './figures/task-table.ts'
import type { Horizon } from './figures/year.ts'
import { splitAtHeadings } from './headings/inline-headings.ts'
import { readHeadings } from './headings/read-headings.ts'
import type { Doubt, Outline, Reference, Target } from './outline.ts'
import { doubtsOf } from './doubts.ts'
import { markDuplicates } from './mark-duplicates.ts'
import { readFigures, type Figures } from './read-figures.ts'
import { mergeRoles, readSection, type SectionReading } from './read-section.ts'
import { lineNumber, type Line } from './text/line.ts'
import { paragraphsOf } from './text/paragraphs.ts'
import { isTraditional } from './text/simplify.ts'

/**
 * Reads a plan's text into structure. Pure and deterministic; linear in the length of the text.
 * Positions count lines from 1 and columns in code points of the text as given.
 */
export function readPlan(text: string): Outline {
  const { raw, lines: whole, front, garbled, pageNumbers } = paragraphsOf(text)
  const lines = splitAtHeadings(whole)
  const headings = readHeadings(lines)
  const parts = partsOf(headings)
  const plan = mainPart(parts)
  const first = plan?.headings[0]?.at ?? lines.length
  const head = readHead(lines, first, front)
  const end = lastLineOf(lines, headings[headings.length - 1]?.at ?? 0)
  const sections = parts.flatMap((part, i) => readPart({ lines, part, next: parts[i + 1], end, issued: yearOf(head) }))
  const figures = [...sections.map(({ figures }) => figures), annexTables(lines, parts, end, yearOf(head))]
  const collect = <K extends keyof Omit<Figures, 'horizon'>>(key: K) =>
    figures.flatMap((one): readonly Figures[K][number][] => one[key])
  const parents = parts.flatMap((part) => parentsOf(lines, part))
  const place = placeNamed(
    [
      head.title,
      head.outerTitle,
      head.issuer,
      isNational(head.issuer, head.title) ? null : (front.values.get('region') ?? null),
    ].filter((name) => name !== null),
    lines
      .slice(Math.max(0, first - 12), first + 2)
      .map((line) => line.text)
      .join(''),
  )
  const targets = markDuplicates(collect('targets'))
  const benefits = collect('benefits')
  const deadlines = collect('deadlines')
  const carriedOut = new Set(parents.map(({ title }) => title))
  const cites = sections
    .flatMap(({ reading }) => reading.references)
    .filter(({ title }) => !carriedOut.has(title) && !parents.some((parent) => parent.title.includes(`〈${title}〉`)))
  const other = collect('other')
  const read: Doubt[] = sections.flatMap(({ reading }) => reading.doubts)
  return {
    title: head.title,
    titleRaw: head.titleRaw,
    outerTitle: head.outerTitle,
    issuer: head.issuer,
    date: head.date,
    datePublished: head.datePublished,
    docNumber: head.docNumber,
    level: place.level ?? (isNational(head.issuer, head.title) ? 'national' : null),
    region: place.region,
    regionCode: place.code,
    status: head.status,
    script: isTraditional(text) ? 'traditional' : 'simplified',
    body: bodyOf(lines, head, parts, end),
    parts: parts.map((part, i) => ({
      id: part.id,
      kind: part.kind,
      lines: [numberAt(lines, part.headings[0]?.at ?? 0), lastNumber(lines, endOf(lines, part, parts[i + 1], end) - 1)],
    })),
    noise: noiseOf({
      raw,
      lines,
      frontRows: front.rows,
      bodyStart: head.titleLines[0] ?? head.leadLine ?? parts[0]?.headings[0]?.at ?? 0,
      end,
    }),
    parents,
    cites,
    documentUnits: mergeRoles(
      sections.map(({ reading }) => ({ lead: [], support: [], joint: reading.everywhere, implement: [] })),
    ),
    sections: sections.map(({ reading }) => reading.section),
    targets,
    benefits,
    deadlines,
    recurrent: collect('recurrent'),
    other,
    qualitativeGoals: collect('goals'),
    garbled,
    doubts: doubtsOf({
      read,
      garbled,
      pageNumbers,
      cites: [...parents, ...cites],
      figures: [...targets, ...benefits, ...deadlines, ...collect('recurrent')],
      other,
      head,
      place,
      lines,
    }),
  }
}

/** An organ of the state as a whole, or a law of the People's Republic. */
function isNational(issuer: string | null, title: string | null): boolean {
  return /国家|国务院|全国|中央(?:办公厅)?|中共中央/.test(issuer ?? '') || (title ?? '').startsWith('中华人民共和国')
}

/** The year a document is of: that of its date, else the first one its title names. */
function yearOf({ date, title }: Head): number | null {
  const year = date?.slice(0, 4) ?? /20\d\d/.exec(title ?? '')?.[0]
  return year === undefined ? null : Number(year)
}

interface Read {
  readonly reading: SectionReading
  readonly figures: Figures
}

/** Reads the sections of one text in order; goals hand their horizon down to the sections below them. */
function readPart(options: {
  lines: readonly Line[]
  part: TextPart
  next: TextPart | undefined
  end: number
  issued: number | null
}): readonly Read[] {
  const { lines, part, next, end, issued } = options
  const firstLeads = saysFirstLeads(lines, part)
  const lead = leadWithin(lines, part.headings[0]?.at ?? 0)
  const horizons = new Map<string, Horizon | null>()
  const names = new Map<string, string>()
  return part.headings.map((heading, i) => {
    const following = part.headings[i + 1]
    const stopAt = following?.at ?? endOf(lines, part, next, end)
    const path = [part.prefix, ...heading.path].filter((piece) => piece !== '').join('/')
    const parent = heading.path.slice(0, -1).join('/')
    const above = heading.path
      .slice(0, -1)
      .map((_, depth) => names.get(heading.path.slice(0, depth + 1).join('/')) ?? '')
    names.set(heading.path.join('/'), heading.heading)
    const reading = readSection({ lines, heading, path, stopAt, above, firstLeads, lead, issued })
    const figures = readFigures({
      clauses: reading.clauses,
      section: reading.section,
      history: reading.history,
      report: part.kind === 'report',
      horizon: horizons.get(parent) ?? null,
    })
    horizons.set(heading.path.join('/'), figures.horizon)
    return { reading, figures: withTables(figures, reading) }
  })
}

/** What the tables of an annex without numbered headings say: nothing else of it is read. */
function annexTables(lines: readonly Line[], parts: readonly TextPart[], end: number, issued: number | null): Figures {
  const last = parts.at(-1)
  const after = last === undefined || last.kind === 'annex' ? lines.length : endOf(lines, last, undefined, end)
  const from = lines.findIndex(({ text }, i) => i >= after && isAnnexMark(text))
  const rest = from < 0 ? [] : lines.slice(from)
  const table = indicatorTable(rest, { section: annexPath, issued })
  const tasks = taskTable(rest, annexPath)
  return {
    targets: table.targets,
    benefits: [],
    deadlines: tasks.deadlines,
    recurrent: tasks.recurrent,
    other: table.other,
    goals: [],
    horizon: null,
  }
}

const annexPath = '附件'

/** The figures of a section's text with those of its tables; a target in a row with a time is due then. */
function withTables(figures: Figures, { table, tasks }: SectionReading): Figures {
  const due = (target: Target): Target => {
    const byYear = target.byYear ?? tasks.years.get(target.at.line)
    return byYear === undefined || byYear === target.byYear ? target : { ...target, byYear }
  }
  return {
    ...figures,
    targets: [...table.targets, ...(tasks.years.size === 0 ? figures.targets : figures.targets.map(due))],
    deadlines: [...figures.deadlines, ...tasks.deadlines],
    recurrent: [...figures.recurrent, ...tasks.recurrent],
    other: [...table.other, ...figures.other],
  }
}

function endOf(lines: readonly Line[], part: TextPart, next: TextPart | undefined, end: number): number {
  return endOfPart(lines, part.headings[part.headings.length - 1]?.at ?? 0, next, end)
}

const firstLeadsPattern =
  /(?:列|排)(?:名)?(?:在)?(?:第一|首)位?的?(?:单位|部门)?(?:均)?为(?:该项)?(?:工作)?牵头(?:单位|部门)|第一(?:个)?(?:责任)?单位为牵头/

/** One rule may make the first unit of every list the lead: then, and only then, order counts. */
function saysFirstLeads(lines: readonly Line[], part: TextPart): boolean {
  const from = part.headings[0]?.at ?? 0
  const to = part.headings[part.headings.length - 1]?.at ?? 0
  return lines.slice(Math.max(0, from - 6), to + 12).some(({ text }) => firstLeadsPattern.test(text))
}

/** Documents the lead paragraph of a text names: those it carries out. */
function parentsOf(lines: readonly Line[], part: TextPart): readonly Reference[] {
  if (part.kind === 'annex') return []
  const start = part.headings[0]?.at ?? 0
  const lead = leadIndex(lines, start) ?? leadWithin(lines, start)
  const line = lead === null ? undefined : lines[lead]
  const found = line ? referencesIn(line, true) : []
  return part.prefix === '' ? found : found.map((reference) => ({ ...reference, part: part.id }))
}

function numberAt(lines: readonly Line[], i: number): number {
  const line = lines[i]
  return line ? lineNumber(line) : 1
}

/** The 1-based raw number of the last written line up to index `i`. */
function lastNumber(lines: readonly Line[], i: number): number {
  return (lines[lastWritten(lines, i)]?.rows.at(-1) ?? 0) + 1
}

function bodyOf(lines: readonly Line[], head: Head, parts: readonly TextPart[], end: number): Outline['body'] {
  const at = (i: number | null | undefined): number | null =>
    i === null || i === undefined ? null : numberAt(lines, i)
  const plan = mainPart(parts)
  const annex = parts.find(({ kind }) => kind === 'annex')
  const after = plan ? parts[parts.indexOf(plan) + 1] : undefined
  return {
    addresseesLine: at(head.addresseesLine),
    noticeLines: head.noticeLines,
    titleLines: head.titleLines.map((i) => numberAt(lines, i)),
    leadLine: at(head.leadLine),
    first: at(plan?.headings[0]?.at),
    last: plan ? lastNumber(lines, endOf(lines, plan, after, end) - 1) : null,
    attachment: annex ? [numberAt(lines, annexStart(lines, plan, annex)), lastNumber(lines, end)] : null,
  }
}

/** Where an annex begins: at its mark behind the plan. */
function annexStart(lines: readonly Line[], plan: TextPart | undefined, annex: TextPart): number {
  const first = annex.headings[0]?.at ?? 0
  const last = plan?.headings.at(-1)?.at ?? 0
  const mark = lines.findIndex((line, i) => i > last && i < first && isAnnexMark(line.text))
  return mark >= 0 ? mark : first
}

function lastWritten(lines: readonly Line[], from: number): number {
  let i = from
  while (i > 0 && (lines[i]?.text ?? '') === '') i -= 1
  return i
}
