import type { Action, CaseState, Procedure } from '@junheng/casework'
import { findVersion } from '@junheng/casework'
import type { Tables } from '../database/generated/db-types.ts'
import type { Reader } from '../database/statements.ts'
import type { Casework } from './casework.ts'
import { boundTo, openJson } from './sealed-json.ts'

/** A case as it is kept: its row, its state opened, and the version of the procedure that judges it. */
export interface KeptCase {
  readonly row: CaseRow
  readonly state: CaseState
  readonly procedure: Procedure
}

export type CaseRow = Omit<Tables['casework.case_row'], 'state'>

const columns =
  'region, id, number, procedure, version_from, subject, people, township, village, office, opened_on, ended_on, status, seq, state'

/** A case that the transaction may see. `lock`: nobody else writes it until the end. */
export async function findCase(
  tx: Reader,
  casework: Casework,
  { region, caseId, lock = false }: { readonly region: string; readonly caseId: string; readonly lock?: boolean },
): Promise<KeptCase | undefined> {
  const [row] = await tx.query<Tables['casework.case_row']>(
    `select ${columns} from casework.case_row where region = $1 and id = $2${lock ? ' for update' : ''}`,
    [region, caseId],
  )
  return row === undefined ? undefined : openCaseRow(casework, row)
}

export function openCaseRow(casework: Casework, { state, ...row }: Tables['casework.case_row']): KeptCase {
  const { region, id } = row
  return {
    row,
    state: openJson(casework.secrets, boundTo.state(region, id), state) as CaseState,
    procedure: getVersion(casework, row),
  }
}

/** The version a case was opened under. Throws where a pack has taken it away, which publishing must not allow. */
function getVersion(casework: Casework, { region, procedure: id, version_from: from, opened_on: openedOn }: CaseRow) {
  const versions = casework.proceduresOf(region)
  const found =
    versions.find((one) => one.id === id && one.inForce.from === from) ?? findVersion(versions, id, from ?? openedOn)
  if (found === undefined) throw new Error(`the procedure ${id} of ${from ?? 'the beginning'} is in no pack any more`)
  return found
}

export interface RecordedAction {
  readonly action: Action
  readonly recordedAt: string
}

/** All actions of a case in their order: what its state is made of. */
export async function loadActions(
  tx: Reader,
  { secrets }: Pick<Casework, 'secrets'>,
  { region, caseId }: { readonly region: string; readonly caseId: string },
): Promise<readonly RecordedAction[]> {
  const rows = await tx.query<Pick<Tables['casework.action'], 'seq' | 'body' | 'recorded_at'>>(
    'select seq, body, recorded_at from casework.action where region = $1 and case_id = $2 order by seq',
    [region, caseId],
  )
  return rows.map(({ seq, body, recorded_at: recordedAt }) => ({
    action: openJson(secrets, boundTo.action(region, caseId, seq), body) as Action,
    recordedAt,
  }))
}
