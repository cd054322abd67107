import { annexTables } from './annex-tables.ts'
import { bodyOf, lastNumber, numberAt } from './body-of.ts'
import { endOfLast, lastLineOf, leadIndex, leadWithin } from './documents/extent.ts'
import { readHead, type Head } from './documents/head.ts'
import { noiseOf } from './documents/noise.ts'
import { mainPart, partsOf, type TextPart } from './documents/parts.ts'
import { referencesIn } from './documents/references.ts'
import { placeNamed } from './documents/region.ts'
import { splitAtHeadings } from './headings/inline-headings.ts'
import { readHeadings } from './headings/read-headings.ts'
import type { Doubt, Outline, Reference } from './outline.ts'
import { doubtsOf } from './doubts.ts'
import { markDuplicates } from './mark-duplicates.ts'
import type { Figures } from './read-figures.ts'
import { readPart } from './read-part.ts'
import { mergeRoles } from './read-section.ts'
import type { Line } from './text/line.ts'
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
  const annex = annexTables({ lines, parts, end, issued: yearOf(head) })
  const figures = [...sections, ...(annex === null ? [] : [annex])].map((read) => read.figures)
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
      lines: [
        numberAt(lines, part.headings[0]?.at ?? 0),
        lastNumber(lines, endOfLast(lines, part, parts[i + 1], end) - 1),
      ],
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
    sections: [...sections.map(({ reading }) => reading.section), ...(annex === null ? [] : [annex.section])],
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

/** Documents the lead paragraph of a text names: those it carries out. */
function parentsOf(lines: readonly Line[], part: TextPart): readonly Reference[] {
  if (part.kind === 'annex') return []
  const start = part.headings[0]?.at ?? 0
  const lead = leadIndex(lines, start) ?? leadWithin(lines, start)
  const line = lead === null ? undefined : lines[lead]
  const found = line ? referencesIn(line, true) : []
  return part.prefix === '' ? found : found.map((reference) => ({ ...reference, part: part.id }))
}
