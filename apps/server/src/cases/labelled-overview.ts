import { clockWords, type Procedure } from '@junheng/casework'
import { caseLabels } from './case-labels.ts'
import type { Overview } from './read-overview.ts'

/** The overview with the names of units and items, and beside what an item took the term that the rules promise. */
export function labelledOverview({ lines, pace, cases }: Overview, procedures: readonly Procedure[]) {
  return {
    lines: lines.map(({ procedure, ...line }) => {
      const labels = caseLabels(procedures, { procedure, from: null, item: line.item, unit: line.unit })
      return { ...line, unitLabel: labels.unit, itemLabel: labels.item, procedureLabel: labels.procedure }
    }),
    pace: pace.map(({ procedure, ...line }) => {
      const labels = caseLabels(procedures, { procedure, from: null, item: line.item, unit: '' })
      return {
        ...line,
        itemLabel: labels.item ?? labels.procedure,
        procedureLabel: labels.procedure,
        promised: promisedOf(procedures, procedure, line.item),
      }
    }),
    cases: cases.map((line) => ({ ...line })),
  }
}

/** The first clock that binds the unit. Many plans name none, and then nothing was promised. */
function promisedOf(procedures: readonly Procedure[], id: string, itemId: string) {
  const procedure = procedures.find((one) => one.id === id)
  const item = procedure?.items.find((one) => one.id === itemId)
  const clock = item?.clocks.find(({ binds }) => binds === 'unit')
  if (procedure === undefined || item === undefined || clock === undefined) return null
  const { limit, unit } = clock
  return { limit, unit, words: clockWords(procedure, clock), source: item.source }
}
