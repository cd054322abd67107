import type { QualitativeGoal } from '../outline.ts'
import { lineNumber } from '../text/line.ts'
import type { Clause } from './clause.ts'
import { goalHeading } from './duties.ts'

/** General goals without a number, one entry for each horizon of a section on goals. `numeric` are clauses with targets. */
export function goalsOf(clauses: readonly Clause[], numeric: ReadonlySet<Clause>): readonly QualitativeGoal[] {
  const found: { section: string; line: number; byYear: number; items: string[] }[] = []
  for (const clause of clauses) {
    if (!goalHeading.test(clause.sectionHeading)) continue
    const horizon = clause.dates.find(({ use, start }) => use === 'by' && start < 6)
    if (horizon) found.push({ section: clause.section, line: lineNumber(clause.line), byYear: horizon.year, items: [] })
    const open = found[found.length - 1]
    if (!open || open.section !== clause.section || numeric.has(clause)) continue
    const words = horizon ? clause.text.slice(horizon.end) : clause.text
    if (words.length >= 4 && !/\d/.test(words.replace(/\d+岁/, '')) && words.length <= 80) open.items.push(words)
  }
  return found.filter(({ items }) => items.length > 0)
}
