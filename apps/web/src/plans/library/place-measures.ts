import type { Clause, Place } from '@junheng/entitlements'
import type { Measure, MeasureFigure } from '@junheng/plans'
import { plainAmount } from '../../benefit/plain-amount.ts'
import { todayHere } from '../../format/day.ts'
import { figureText } from './figure-text.ts'

const byFamily = { zh: '依家庭情况', en: 'depends on the family' } as const

/** The measures of a place's plan as its pack outlines them: the innermost clauses, with their targets and benefits. */
export function placeMeasures(place: Place, language: 'zh' | 'en'): readonly Measure[] {
  const parents = new Set(place.clauses.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))
  const main = mainPart(place.clauses)
  return place.clauses
    .filter(({ path }) => !parents.has(path) && partOf(path) === main)
    .map((clause) => ({
      path: clause.path,
      heading: clause.heading,
      units: { lead: clause.lead, support: clause.support, joint: clause.joint, implement: clause.implement },
      words: clause.parts.map(({ gist }) => gist.zh).join(' '),
      figures: figuresOf(place, clause, language),
    }))
}

/** The text of several that a clause stands in: `B` of `B/二/(一)`; empty where there is one text. */
const partOf = (path: string): string => /^(?:[A-Z]|附件\d*)(?=\/)/.exec(path)?.[0] ?? ''

/** The plan itself, beside its report and annexes: the text with the most clauses. */
function mainPart(clauses: readonly Clause[]): string {
  const counts = new Map<string, number>()
  for (const { path } of clauses) counts.set(partOf(path), (counts.get(partOf(path)) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

function figuresOf(place: Place, clause: Clause, language: 'zh' | 'en'): readonly MeasureFigure[] {
  const named = new Set(clause.parts.flatMap(({ by }) => by))
  const targets = place.targets.filter(({ id }) => named.has(id))
  const benefits = place.benefits.filter(({ id, amount }) => named.has(id) && amount !== null)
  return [
    ...targets.map((target): MeasureFigure => ({
      kind: 'target',
      name: target.label[language],
      text: figureText(target, language),
    })),
    ...benefits.map((benefit): MeasureFigure => ({
      kind: 'benefit',
      name: benefit.label[language],
      text: plainAmount(place, benefit, todayHere())?.[language] ?? byFamily[language],
    })),
  ]
}
