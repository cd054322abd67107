import { caseStatus, caseStatusWords, family, missingFields, whatNow, type WrittenFacts } from '@junheng/casework'
import { parseDayNumber } from '@junheng/kernel'
import type { KeptCase } from './case-rows.ts'
import type { Casework } from './casework.ts'
import { lossOf } from './loss.ts'

/** A line of the family's list: how far it is, and how much waits for them. `on`: ISO day. */
export function myCase({ calendar }: Pick<Casework, 'calendar'>, { row, procedure, state }: KeptCase, on: string) {
  const status = caseStatus(state)
  const waiting = whatNow(procedure, state, { calendar, on: parseDayNumber(on) ?? 0 })
  const items = Object.values(state.items).filter((item) => item.status !== 'not-needed')
  const name = state.facts['child.name']
  return {
    id: row.id,
    number: row.number,
    label: procedure.label,
    status,
    statusWords: caseStatusWords[status],
    openedOn: row.opened_on,
    endedOn: row.ended_on,
    together: togetherOf(state.facts),
    about: typeof name === 'string' ? name : null,
    loss: lossOf(state),
    toAnswer: missingFields(procedure, state).filter(
      ({ required, prefilledFrom }) => required || prefilledFrom === null,
    ).length,
    done: items.filter((item) => item.status === 'done').length,
    needed: items.length,
    yours: waiting.filter(({ who }) => who === family).length,
  }
}

/** Of twins and more: the birth and which of it, so that a family confirms once for all; null where it is one child. */
function togetherOf(facts: WrittenFacts) {
  const { 'child.birthDate': on, 'child.babiesInBirth': of, 'child.orderInBirth': order } = facts
  if (typeof on !== 'string' || typeof of !== 'number' || of < 2) return null
  return { on, of, order: typeof order === 'number' ? order : 1 }
}
