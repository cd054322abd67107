import { endOfLast, leadWithin } from './documents/extent.ts'
import type { TextPart } from './documents/parts.ts'
import type { Horizon } from './figures/year.ts'
import type { Target } from './outline.ts'
import { readFigures, type Figures } from './read-figures.ts'
import { readSection, type SectionReading } from './read-section.ts'
import type { Line } from './text/line.ts'

/** One section: what it holds, and what its numbers say. */
export interface Read {
  readonly reading: SectionReading
  readonly figures: Figures
}

/** Reads the sections of one text in order; goals hand their horizon down to the sections below them. */
export function readPart(options: {
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
    const stopAt = following?.at ?? endOfLast(lines, part, next, end)
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

const firstLeadsPattern =
  /(?:列|排)(?:名)?(?:在)?(?:第一|首)位?的?(?:单位|部门)?(?:均)?为(?:该项)?(?:工作)?牵头(?:单位|部门)|第一(?:个)?(?:责任)?单位为牵头/

/** One rule may make the first unit of every list the lead: then, and only then, order counts. */
function saysFirstLeads(lines: readonly Line[], part: TextPart): boolean {
  const from = part.headings[0]?.at ?? 0
  const to = part.headings[part.headings.length - 1]?.at ?? 0
  return lines.slice(Math.max(0, from - 6), to + 12).some(({ text }) => firstLeadsPattern.test(text))
}
