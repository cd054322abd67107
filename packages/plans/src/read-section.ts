import { isFooter } from './documents/extent.ts'
import { referencesIn } from './documents/references.ts'
import { historyHeading } from './figures/duties.ts'
import { clausesOf, type Clause } from './figures/clause.ts'
import { indicatorTable, type IndicatorTable } from './figures/indicator-table.ts'
import { taskTable, type TaskTable } from './figures/task-table.ts'
import type { Heading } from './headings/heading.ts'
import type { Doubt, Reference, Section, UnitGroup, UnitRoles } from './outline.ts'
import { lineNumber, placeOf, type Line } from './text/line.ts'
import { unitsOf, type PlacedUnits } from './units/unit-brackets.ts'

/** What one numbered section holds, before its numbers are judged. */
export interface SectionReading {
  readonly section: Section
  readonly clauses: readonly Clause[]
  readonly table: IndicatorTable
  readonly tasks: TaskTable
  readonly everywhere: readonly string[]
  readonly references: readonly Reference[]
  readonly doubts: readonly Doubt[]
  /** A section about how the plan came to be: its dates and numbers bind nobody. */
  readonly history: boolean
}

export interface SectionOptions {
  readonly lines: readonly Line[]
  readonly heading: Heading
  readonly path: string
  /** Index of the line behind the section's last. */
  readonly stopAt: number
  /** Headings above it, outermost first. */
  readonly above: readonly string[]
  /** The document says that the first unit of each list leads. */
  readonly firstLeads: boolean
  readonly lead: number | null
  /** Year of the document, as far as it is known. */
  readonly issued: number | null
}

export function readSection(options: SectionOptions): SectionReading {
  const { lines, heading, path, stopAt, above } = options
  const clauses: Clause[] = []
  const groups: UnitGroup[] = []
  const everywhere: string[] = []
  const references: Reference[] = []
  const doubts: Doubt[] = []
  const table = indicatorTable(lines.slice(heading.at, stopAt), { section: path, issued: options.issued })
  const tasks = taskTable(lines.slice(heading.at, stopAt), path)
  let last = heading.at
  for (let at = heading.at; at < stopAt; at += 1) {
    const line = lines[at]
    if (!line || line.text === '' || (at > heading.at && isFooter(line.text))) continue
    last = at
    if (table.lines.has(line) || tasks.lines.has(line)) continue
    const from = at === heading.at ? bodyStart(heading) : 0
    if (at !== options.lead) references.push(...referencesIn(line, false))
    const placed = unitsOf(line.text).filter((units) => units.start >= from || at > heading.at)
    let governsFrom = 0
    for (const units of placed) {
      const group = groupOf({ units, line, governsFrom, above: lines[at - 1], firstLeads: options.firstLeads })
      groups.push(group)
      everywhere.push(...units.everywhere)
      doubts.push(...unitDoubts(units, line, path))
      governsFrom = group.bracket.end
    }
    const sectionHeading = [...above, heading.heading].join('/')
    clauses.push(...clausesOf({ section: path, sectionHeading, line, from, blanks: placed.map(blankOf) }))
  }
  return {
    section: {
      path,
      number: heading.number,
      printed: heading.printed,
      heading: heading.heading,
      line: lineNumber(heading.line),
      lastLine: (lines[last]?.rows.at(-1) ?? 0) + 1,
      units: mergeRoles(groups),
      unitGroups: groups,
      ...(heading.doubts.includes('lost-numeral') ? { note: 'numeral lost; restored from its position' } : {}),
    },
    clauses,
    table,
    tasks,
    everywhere,
    references,
    doubts: [...headingDoubts(heading, path), ...doubts],
    history: historyHeading.test(heading.heading) || above.some((name) => historyHeading.test(name)),
  }
}

/** A heading that is itself a sentence with a number is read as text too. */
function bodyStart(heading: Heading): number {
  const words = heading.line.text.slice(heading.wordsFrom, heading.bodyFrom)
  const figures = words.replace(/\d+(?:[-—～至]\d+)?(?:周?岁|孩|月龄)/g, '')
  return /\d/.test(figures) ? heading.wordsFrom : heading.bodyFrom
}

/** Only the words about time stay readable within a bracket of units. */
function blankOf(units: PlacedUnits): { start: number; end: number } {
  return units.timing
    ? { start: units.start, end: units.innerStart + units.timing.start }
    : { start: units.start, end: units.end }
}

function groupOf(options: {
  readonly units: PlacedUnits
  readonly line: Line
  readonly governsFrom: number
  readonly above: Line | undefined
  readonly firstLeads: boolean
}): UnitGroup {
  const { units, line, governsFrom, above, firstLeads } = options
  const whole = placeOf(line, units.start, units.end)
  const inner = placeOf(line, units.innerStart, units.innerEnd)
  const end = whole.col + Array.from(whole.quote).length
  const [first, ...others] = units.joint
  const led = firstLeads && first !== undefined && units.lead.length === 0
  const roles: UnitRoles = led
    ? { lead: [first], support: [...others, ...units.support], joint: [], implement: units.implement }
    : { lead: units.lead, support: units.support, joint: units.joint, implement: units.implement }
  // A statement on a line of its own governs the paragraph above.
  const governs =
    units.start === 0 && above !== undefined && above.text !== ''
      ? { line: lineNumber(above), start: 0, end: above.ends.at(-1) ?? 0 }
      : { line: whole.line, start: governsFrom, end: whole.col }
  return {
    ...roles,
    bracket: { line: whole.line, start: whole.col, end, raw: inner.quote },
    governs,
    ...(units.missingSeparator ? { missingSeparator: true as const } : {}),
  }
}

function unitDoubts(units: PlacedUnits, line: Line, section: string): readonly Doubt[] {
  const at = placeOf(line, units.start, units.end)
  const doubts: Doubt[] = []
  if (units.missingSeparator)
    doubts.push({
      code: 'missing-separator',
      what: { zh: '单位名之间丢了顿号，已按“各…”断开', en: 'a separator between units is lost; cut before 各' },
      section,
      at,
    })
  if (units.bare)
    doubts.push({
      code: 'bare-units',
      what: {
        zh: '括号里只有单位名，没有写牵头或责任：按共同负责理解',
        en: 'names only, no role given: taken as joint',
      },
      section,
      at,
    })
  return doubts
}

const headingWords: Readonly<Record<Heading['doubts'][number], (heading: Heading) => Doubt['what']>> = {
  'lost-numeral': ({ number }) => ({
    zh: `标题序号丢失，按位置恢复为 ${number}`,
    en: `the numeral is lost; restored as ${number} from its position`,
  }),
  'run-in': ({ heading }) => ({
    zh: `标题与正文连在一起，按“${heading}”断开`,
    en: `heading and text run together; cut behind ${heading}`,
  }),
  'numbers-skip': ({ printed }) => ({
    zh: `序号 ${printed} 不连续，前面可能漏了一条`,
    en: `the number ${printed} does not follow; an item may be missing`,
  }),
  'number-twice': ({ printed }) => ({ zh: `序号 ${printed} 重复`, en: `the number ${printed} is printed twice` }),
  'numbering-restarts': ({ printed }) => ({
    zh: `序号从 ${printed} 重新开始，上面可能少了一级标题`,
    en: `numbering begins again at ${printed}; a heading above may be missing`,
  }),
}

function headingDoubts(heading: Heading, section: string): readonly Doubt[] {
  const at = placeOf(
    heading.line,
    0,
    Math.max(heading.printed.length, Math.min(heading.bodyFrom, heading.line.text.length)),
  )
  return heading.doubts.map((code) => ({ code, what: headingWords[code](heading), section, at }))
}

/** The union of roles over brackets, each unit once. */
export function mergeRoles(groups: readonly UnitRoles[]): UnitRoles {
  const union = (key: keyof UnitRoles): string[] => [...new Set(groups.flatMap((group) => group[key]))]
  return { lead: union('lead'), support: union('support'), joint: union('joint'), implement: union('implement') }
}
