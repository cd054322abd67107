import { categoryWords } from '../data-category.ts'
import type { Item, Procedure } from '../procedure.ts'
import { unitLabel } from '../words/procedure-words.ts'
import { availableFacts } from './available-facts.ts'
import { neverKnown, unknownField, type Report } from './report.ts'

/** Least access: a unit is told what its duties let it know, by a clause, and nothing that a case never knows. */
export function checkSends(procedure: Procedure, item: Item, report: Report): void {
  const available = availableFacts(procedure)
  const unit = procedure.units.find(({ id }) => id === item.unit)
  const label = unitLabel(procedure, item.unit)
  const seen = new Set<string>()
  item.sends.forEach(({ field: name, source }, index) => {
    const at = ['sends', index]
    if (seen.has(name)) report(item.id, at, 'sent-twice', `“${name}”写了两次`, `"${name}" is written twice`)
    seen.add(name)
    if (source.clause.trim() === '')
      report(item.id, at, 'missing-clause', `给出“${name}”没有写依据条款`, `"${name}" is sent without a clause`)
    const field = procedure.fields.find((one) => one.name === name)
    if (field === undefined) return unknownField(report, item.id, at, name)
    if (!available.has(name)) neverKnown(report, item.id, at, name)
    if (field.category === null) {
      report(
        item.id,
        at,
        'no-category',
        `词典没有写“${name}”属于哪一类资料（category），不写不能给任何部门`,
        `the dictionary does not say which category "${name}" belongs to: without it no unit may be sent it`,
      )
    } else if (unit !== undefined && !unit.receives.includes(field.category)) {
      const category = categoryWords[field.category]
      report(
        item.id,
        at,
        'not-for-this-unit',
        `${label.zh}的职责不包括知道“${category.zh}”类资料，不能给它“${name}”（${field.label.zh}）`,
        `the duties of ${label.en} do not let it know of ${category.en}: it cannot be sent "${name}" (${field.label.en})`,
      )
    }
  })
}
