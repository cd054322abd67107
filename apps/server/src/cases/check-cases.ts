import { stateOf } from '@junheng/casework'
import { canonicalJson } from '../register/canonical-json.ts'
import type { Reader } from '../database/statements.ts'
import type { Tables } from '../database/generated/db-types.ts'
import { loadActions, openCaseRow } from './case-rows.ts'
import type { Casework } from './casework.ts'
import { waitingRows } from './waiting-rows.ts'

export interface CaseDifference {
  readonly caseId: string
  readonly what: 'state' | 'seq' | 'waiting'
}

/**
 * Rebuilds every case of a county from its actions and compares it with what is kept. `on`: the day as of which the
 * queues are worked out. For the owner of the database; reads one case at a time.
 */
export async function checkCases(
  tx: Reader,
  casework: Casework,
  { region, on }: { readonly region: string; readonly on: string },
): Promise<{ readonly cases: number; readonly differences: readonly CaseDifference[] }> {
  const rows = await tx.query<Tables['casework.case_row']>('select * from casework.case_row where region = $1', [
    region,
  ])
  const differences: CaseDifference[] = []
  for (const row of rows) {
    const { state, procedure } = openCaseRow(casework, row)
    const actions = (await loadActions(tx, casework, { region, caseId: row.id })).map(({ action }) => action)
    const rebuilt = stateOf(procedure, actions)
    const kept = await tx.query(
      `select position, item, unit, office, officer, what, names, until from casework.waiting
       where region = $1 and case_id = $2 order by position`,
      [region, row.id],
    )
    if (canonicalJson(rebuilt) !== canonicalJson(state)) differences.push({ caseId: row.id, what: 'state' })
    if (row.seq !== actions.length) differences.push({ caseId: row.id, what: 'seq' })
    const waiting = waitingRows(casework, { procedure, state: rebuilt, on })
    if (canonicalJson(waiting) !== canonicalJson(kept)) differences.push({ caseId: row.id, what: 'waiting' })
  }
  return { cases: rows.length, differences }
}
