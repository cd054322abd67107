import { benefitsWithAmount } from './figures/benefits.ts'
import { statementsOf, type Clause } from './figures/clause.ts'
import { deadlinesOf, goalHeading, recurrentOf } from './figures/duties.ts'
import { goalsOf } from './figures/goals.ts'
import { otherNumbersOf } from './figures/other-numbers.ts'
import { targetsOf } from './figures/targets.ts'
import { unnumberedBenefit } from './figures/unnumbered-benefits.ts'
import type { Horizon } from './figures/year.ts'
import type { Deadline, OtherNumber, PlanBenefit, QualitativeGoal, Recurrent, Section, Target } from './outline.ts'

/** What the numbers and periods of a section's text say. */
export interface Figures {
  readonly targets: readonly Target[]
  readonly benefits: readonly PlanBenefit[]
  readonly deadlines: readonly Deadline[]
  readonly recurrent: readonly Recurrent[]
  readonly other: readonly OtherNumber[]
  readonly goals: readonly QualitativeGoal[]
  /** The horizon still open at the section's end, for the sections below it. */
  readonly horizon: Horizon | null
}

/** A sentence longer than this is judged in pieces, so that no text takes more than linear time. */
const longestSentence = 60

export function readFigures(options: {
  readonly clauses: readonly Clause[]
  readonly section: Section
  readonly history: boolean
  /** The text tells of a plan and is none. */
  readonly report: boolean
  readonly horizon: Horizon | null
}): Figures {
  const { clauses, section, history } = options
  const targets: Target[] = []
  const benefits: PlanBenefit[] = []
  const deadlines: Deadline[] = []
  const recurrent: Recurrent[] = []
  const other: OtherNumber[] = []
  const numeric = new Set<Clause>()
  let horizon = options.horizon
  for (const sentence of sentencesOf(clauses)) {
    const given: PlanBenefit[] = []
    const found: { at: Target['at'] }[] = []
    const pending: Deadline[] = []
    const taken = new Set<number>()
    sentence.forEach((clause, i) => {
      if (history) return
      horizon = horizonOf(clause, horizon)
      const payer = payerOf(clause, section)
      const amounts: PlanBenefit[] = []
      const aims: Target[] = []
      for (const part of statementsOf(clause)) {
        const own = benefitsWithAmount(part, payer, [...given, ...amounts])
        amounts.push(...own)
        if (own.length === 0) aims.push(...targetsOf(part, { horizon, taken }))
      }
      const again = recurrentOf(clause)
      if (aims.length > 0) numeric.add(clause)
      const both = aims.some(({ perYear }) => perYear) && again.length > 0
      targets.push(...aims.map((aim) => (both && aim.perYear ? { ...aim, alsoRecurrent: true as const } : aim)))
      recurrent.push(...again.map((one) => (both ? { ...one, alsoTarget: true as const } : one)))
      given.push(...amounts)
      const dates = deadlinesOf(clause, sentence.slice(i + 1, i + 3))
      deadlines.push(...dates)
      pending.push(...dates)
      // A date governs what follows until the next one: if a target stands there, the date is the target's too.
      if (aims.length > 0)
        for (const date of pending.splice(0)) deadlines[deadlines.lastIndexOf(date)] = { ...date, alsoTarget: true }
      found.push(...amounts, ...aims, ...again, ...dates)
    })
    if (!history) given.push(...unnumberedOf(sentence, section, given))
    benefits.push(...given)
    const quotes = found.map(({ at }) => at)
    for (const clause of sentence) other.push(...otherNumbersOf(clause, quotes))
  }
  return {
    targets,
    benefits,
    deadlines,
    recurrent,
    other,
    goals: history || options.report ? [] : goalsOf(clauses, numeric),
    horizon,
  }
}

function unnumberedOf(
  sentence: readonly Clause[],
  section: Section,
  given: readonly PlanBenefit[],
): readonly PlanBenefit[] {
  const found: PlanBenefit[] = []
  for (const clause of sentence) {
    // `给予一次性生育补贴，其中一孩2000元`: what its sums already say.
    if (given.some((sum) => sum.type === 'cash' && sum.name.length >= 4 && clause.text.includes(sum.name))) continue
    if (given.some(({ at }) => at.line === (clause.line.rows[clause.start] ?? 0) + 1 && overlaps(at, clause))) continue
    const named = unnumberedBenefit(clause, payerOf(clause, section), found)
    if (named) found.push(named)
  }
  return found
}

function overlaps(at: { readonly col: number; readonly quote: string }, clause: Clause): boolean {
  const col = clause.line.cols[clause.start] ?? 0
  return at.col <= col && col < at.col + at.quote.length
}

function sentencesOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const sentences: Clause[][] = []
  for (const clause of clauses) {
    const open = sentences[sentences.length - 1]
    if (open && clause.previous !== null && open.length < longestSentence) open.push(clause)
    else sentences.push([clause])
  }
  return sentences
}

/** In a section on goals a date at a clause's head holds until the next one. */
function horizonOf(clause: Clause, open: Horizon | null): Horizon | null {
  if (!goalHeading.test(clause.sectionHeading)) return null
  const mention = clause.dates.find(({ use, start }) => use === 'by' && start < 6)
  return mention ? { mention, section: clause.section } : open
}

/** Who is known to answer for the money: the lead unit whose bracket governs the clause. */
function payerOf(clause: Clause, section: Section): string | null {
  const line = (clause.line.rows[clause.start] ?? 0) + 1
  const col = clause.line.cols[clause.start] ?? 0
  const group =
    section.unitGroups.find(({ governs }) => governs.line === line && governs.start <= col && col < governs.end) ??
    (section.unitGroups.length === 1 ? section.unitGroups[0] : undefined)
  if (!group) return null
  if (group.lead.length > 0) return `${group.lead.join('、')}(牵头)`
  return group.joint.length === 1
    ? (group.joint[0] ?? null)
    : group.implement.length > 0
      ? `${group.implement.join('、')}(落实)`
      : null
}
