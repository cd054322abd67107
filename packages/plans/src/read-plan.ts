import { readHead, referencesIn } from './documents/head.ts'
import { regionOf } from './documents/region.ts'
import { benefitsWithAmount, benefitWithoutAmount } from './figures/benefits.ts'
import { clausesOf, type Clause } from './figures/clause.ts'
import { deadlinesOf, recurrentOf } from './figures/duties.ts'
import { targetsOf } from './figures/targets.ts'
import { readHeadings, type Heading } from './headings/heading.ts'
import type { Deadline, Outline, PlanBenefit, Recurrent, Reference, Section, Target, UnitRoles } from './outline.ts'
import { cleanLine, placeOf, type CleanLine } from './text/clean-line.ts'
import { unitBracketsOf, type BracketUnits } from './units/unit-brackets.ts'

const footer =
  /^(?:主办单位|承办单位|版权所有|联系方式|关于我们|相关新闻|扫一扫|【?打印|【?字体|地址：|网站地图|上一篇|下一篇|附件：$|新闻资讯|抄送|\[?打印|责任编辑)|版权所有|ICP备|网安备/

interface Part {
  readonly id: string
  readonly prefix: string
  readonly kind: 'report' | 'plan' | 'annex'
  readonly headings: readonly Heading[]
}

/**
 * Reads a plan's text into structure. Pure and deterministic; linear in the length of the text.
 * Positions count lines from 1 and columns in code points of the text as given.
 */
export function readPlan(text: string): Outline {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split('\n')
    .map((line, i) => cleanLine(line, i + 1))
  const headings = readHeadings(lines)
  const first = headings[0]?.at ?? lines.length
  const head = readHead(lines, first)
  const parts = partsOf(headings, lines)
  const end = lastLine(lines, headings)
  const sections: Section[] = []
  const targets: Target[] = []
  const benefits: PlanBenefit[] = []
  const deadlines: Deadline[] = []
  const recurrent: Recurrent[] = []
  const cites: Reference[] = []
  const everywhere: BracketUnits[] = []
  for (const part of parts) {
    part.headings.forEach((heading, i) => {
      const next = part.headings[i + 1]
      const following = parts[parts.indexOf(part) + 1]?.headings[0]
      const stopAt = next?.at ?? (following ? leadBefore(lines, following.at, heading.at) : end + 1)
      const path = [part.prefix, ...heading.path].filter((piece) => piece !== '').join('/')
      const { section, clauses, document, references } = readSection({ lines, heading, path, stopAt })
      sections.push(section)
      everywhere.push(...document)
      cites.push(...references)
      const payers = section.unitGroups
      clauses.forEach((clause, at) => {
        const payer = payerOf(clause, payers)
        const found = benefitsWithAmount(clause, payer)
        benefits.push(...found)
        const hasTargets = found.length === 0 ? targetsOf(clause) : []
        targets.push(...hasTargets)
        if (found.length === 0) {
          const named = benefitWithoutAmount(clause, payer)
          if (named) benefits.push(named)
        }
        deadlines.push(...deadlinesOf(clause, clauses[at + 1], hasTargets.length > 0))
        const again = recurrentOf(clause)
        if (again) recurrent.push(again)
      })
    })
  }
  const parents = parts.flatMap((part) => {
    const start = part.headings[0]?.at ?? 0
    const lead = leadIndex(lines, start)
    const found = lead === null ? [] : referencesIn(lines[lead] ?? cleanLine('', 0), true)
    return part.prefix === '' ? found : found.map((reference) => ({ ...reference, part: part.id }))
  })
  const { region, level } = regionOf(
    `${head.title ?? ''}${head.issuer ?? ''}${lines[head.leadLine ?? 0]?.text.slice(0, 200) ?? ''}`,
  )
  return {
    title: head.title,
    issuer: head.issuer,
    date: head.date,
    docNumber: head.docNumber,
    level,
    region,
    status: head.status,
    script: isTraditional(text) ? 'traditional' : 'simplified',
    parts: parts.map((part, i) => ({
      id: part.id,
      kind: part.kind,
      lines: [(part.headings[0]?.at ?? 0) + 1, parts[i + 1]?.headings[0]?.at ?? end + 1] as const,
    })),
    noise: noiseOf(lines, head.titleLines[0] ?? head.leadLine ?? first, end),
    parents,
    cites,
    documentUnits: mergeRoles(everywhere.map((b) => ({ lead: [], support: [], joint: b.everywhere, implement: [] }))),
    sections,
    targets: markDuplicates(targets),
    benefits,
    deadlines,
    recurrent,
    other: [],
    garbled: lines.slice(0, end + 1).flatMap((line) => line.garbled),
    doubts: doubtsOf(headings, lines, end),
  }
}

/** Main texts get A, B … when there are several; an annex is 附件. */
function partsOf(headings: readonly Heading[], lines: readonly CleanLine[]): readonly Part[] {
  const numbers = [...new Set(headings.map((heading) => heading.part))]
  const main = numbers.filter((n) => !headings.some((heading) => heading.part === n && heading.annex))
  let annexes = 0
  return numbers.map((n) => {
    const own = headings.filter((heading) => heading.part === n)
    if (!main.includes(n)) {
      annexes += 1
      const id = annexes === 1 ? '附件' : `附件${annexes}`
      return { id, prefix: id, kind: 'annex', headings: own }
    }
    const id = String.fromCharCode(65 + main.indexOf(n))
    const report = /背景|起草|主要内容/.test(own.map((heading) => heading.heading).join()) && main.length > 1
    return {
      id,
      prefix: main.length > 1 ? id : '',
      kind: report && lines.length > 0 ? 'report' : 'plan',
      headings: own,
    }
  })
}

function readSection(options: { lines: readonly CleanLine[]; heading: Heading; path: string; stopAt: number }): {
  section: Section
  clauses: readonly Clause[]
  document: readonly BracketUnits[]
  references: readonly Reference[]
} {
  const { lines, heading, path, stopAt } = options
  const clauses: Clause[] = []
  const groups: Section['unitGroups'][number][] = []
  const document: BracketUnits[] = []
  const references: Reference[] = []
  for (let at = heading.at; at < stopAt; at += 1) {
    const line = lines[at]
    if (!line || line.text === '' || (at > heading.at && footer.test(line.text))) continue
    const from = at === heading.at ? heading.bodyFrom : 0
    references.push(...referencesIn(line, false))
    const brackets = unitBracketsOf(line.text).filter((bracket) => bracket.start >= from || at > heading.at)
    let governsFrom = 0
    for (const bracket of brackets) {
      const start = line.cols[bracket.start] ?? 0
      const close = (line.cols[bracket.end - 1] ?? 0) + 1
      groups.push({
        lead: bracket.lead,
        support: bracket.support,
        joint: bracket.joint,
        implement: bracket.implement,
        bracket: { line: line.number, start, end: close, raw: line.raw.slice(start + 1, close - 1).join('') },
        governs: { line: line.number, start: governsFrom, end: start },
        ...(bracket.missingSeparator ? { missingSeparator: true as const } : {}),
      })
      if (bracket.everywhere.length > 0) document.push(bracket)
      governsFrom = close
    }
    clauses.push(...clausesOf({ section: path, sectionHeading: heading.heading, line, from, blanks: brackets }))
  }
  const line = lines[heading.at]
  return {
    section: {
      path,
      number: heading.number,
      printed: heading.printed,
      heading: heading.heading,
      line: line?.number ?? 0,
      units: mergeRoles(groups),
      unitGroups: groups,
      ...(heading.restored ? { note: 'numeral lost; restored from its position' } : {}),
    },
    clauses,
    document,
    references,
  }
}

function mergeRoles(groups: readonly UnitRoles[]): UnitRoles {
  const union = (key: keyof UnitRoles): string[] => [...new Set(groups.flatMap((group) => group[key]))]
  return { lead: union('lead'), support: union('support'), joint: union('joint'), implement: union('implement') }
}

/** The lead unit whose bracket governs a clause: who is known to answer for the money. */
function payerOf(clause: Clause, groups: Section['unitGroups']): string | null {
  const budget = /(?:所需)?(?:经费|资金)[^，。]{0,6}?(?:列入|纳入|由)([^，。]{2,16}?)(?:预算|解决|列支|承担)/.exec(
    clause.sentence,
  )
  if (budget) return budget[1]?.replace(/^\^?/, '') ?? null
  const column = clause.line.cols[clause.start] ?? 0
  const group = groups.find(
    (g) => g.bracket.line === clause.line.number && g.governs.start <= column && column < g.bracket.start,
  )
  return group?.lead[0] ?? (group && group.joint.length === 1 ? (group.joint[0] ?? null) : null)
}

/** The paragraph that opens a text: it names the documents the text implements. */
function leadIndex(lines: readonly CleanLine[], first: number): number | null {
  for (let i = first - 1; i >= 0 && i >= first - 12; i -= 1)
    if (/^(?:为|根据|按照|依据)/.test(lines[i]?.text ?? '') && (lines[i]?.text.length ?? 0) > 30) return i
  const own = lines
    .slice(first, first + 3)
    .findIndex((line) => /^(?:为|根据)/.test(line.text) && line.text.includes('《'))
  return own < 0 ? null : first + own
}

/** Where the text before a following text ends: at that one's lead paragraph or title. */
function leadBefore(lines: readonly CleanLine[], nextFirst: number, after: number): number {
  const lead = leadIndex(lines, nextFirst)
  const annex = lines.findIndex((line, i) => i > after && i < nextFirst && line.text.startsWith('附件'))
  if (annex >= 0) return annex
  return lead !== null && lead > after ? lead : nextFirst
}

/** Index of the last line that belongs to the document. */
function lastLine(lines: readonly CleanLine[], headings: readonly Heading[]): number {
  const start = headings[headings.length - 1]?.at ?? 0
  for (let i = start + 1; i < lines.length; i += 1) if (footer.test(lines[i]?.text ?? '')) return lastText(lines, i - 1)
  return lastText(lines, lines.length - 1)
}

function lastText(lines: readonly CleanLine[], from: number): number {
  let i = from
  while (i > 0 && (lines[i]?.text ?? '') === '') i -= 1
  return i
}

function noiseOf(lines: readonly CleanLine[], bodyStart: number, end: number): Outline['noise'] {
  const noise: { lines: readonly [number, number] }[] = []
  // What stands before the notice or title: site furniture.
  let from = 0
  for (let i = 0; i < bodyStart; i += 1)
    if (
      /[，。：]/.test(lines[i]?.text ?? '') &&
      /[区市省县盟部]|方案|措施/.test(lines[i]?.text ?? '') &&
      (lines[i]?.text.length ?? 0) > 12
    )
      break
    else from = i + 1
  if (from > 0 && from <= bodyStart && lines.slice(0, from).some((line) => line.text !== ''))
    noise.push({ lines: [1, from] })
  if (end + 1 < lines.length && lines.slice(end + 1).some((line) => line.text !== ''))
    noise.push({ lines: [end + 2, lines.length] })
  return noise
}

/** The same target in a report and in the plan: the plan's is the one that counts. */
function markDuplicates(targets: readonly Target[]): readonly Target[] {
  return targets.map((target, i) => {
    const later = targets
      .slice(i + 1)
      .find(
        (other) =>
          other.section[0] !== target.section[0] &&
          /^[A-Z]\//.test(target.section) &&
          other.indicator === target.indicator &&
          String(other.value) === String(target.value),
      )
    return later ? { ...target, duplicateOf: later.section } : target
  })
}

function doubtsOf(headings: readonly Heading[], lines: readonly CleanLine[], end: number): Outline['doubts'] {
  const lost = headings
    .filter((heading) => heading.restored)
    .map((heading) => {
      const line = lines[heading.at] ?? cleanLine('', 0)
      return { what: `标题序号丢失，按位置恢复为 ${heading.number}`, at: placeOf(line, 0, heading.printed.length) }
    })
  const garbled = lines
    .slice(0, end + 1)
    .flatMap((line) => line.garbled.map((at) => ({ what: '文字损坏，请对照原文', at })))
  return [...lost, ...garbled].toSorted((a, b) => a.at.line - b.at.line || a.at.col - b.at.col)
}

/** More than one character in fifty changes when simplified. */
function isTraditional(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const traditional =
    sample.match(/[優發區縣辦務員責單這來個時說國際經濟實題產業後會學體應關與為將對於開]/g)?.length ?? 0
  return traditional * 50 > sample.length
}
