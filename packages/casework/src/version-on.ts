import { parseDayNumber } from '@junheng/kernel'
import type { WrittenFacts } from './actions/action.ts'
import type { Procedure } from './procedure.ts'

/** The version of a procedure in force on an ISO day, or undefined. */
export function findVersion(procedures: readonly Procedure[], id: string, day: string): Procedure | undefined {
  return procedures.find(
    ({ id: own, inForce: { from, to } }) => own === id && (from === null || from <= day) && (to === null || day < to),
  )
}

/**
 * The version that judges a case: by the date field the procedure names, else by the day it is opened. A date that is
 * not known yet, or from before the first version, falls to the day it is opened.
 */
export function versionFor(
  procedures: readonly Procedure[],
  id: string,
  { facts, openedOn }: { readonly facts: WrittenFacts; readonly openedOn: string },
): Procedure | undefined {
  const datedBy = procedures.find((procedure) => procedure.id === id)?.datedBy ?? null
  const dated = datedBy === null ? undefined : facts[datedBy]
  const known = typeof dated === 'string' && parseDayNumber(dated) !== undefined ? dated : null
  const byFact = known === null ? undefined : findVersion(procedures, id, known)
  return byFact ?? findVersion(procedures, id, openedOn)
}
