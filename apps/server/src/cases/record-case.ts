import { caseStatus, isEnded, type Action, type CaseState, type Procedure } from '@junheng/casework'
import { rowsOf } from '../database/insert-rows.ts'
import { postRows, type Transaction } from '../database/statements.ts'
import { newDeliveries } from '../departments/new-deliveries.ts'
import { postMessage } from '../register/action-rows.ts'
import { auditWrite } from '../register/audit-write.ts'
import type { Access } from '../register/access.ts'
import { newId } from '../register/new-id.ts'
import type { CaseRow } from './case-rows.ts'
import { chineseDay, type Casework } from './casework.ts'
import { recordOutcomes } from './record-outcomes.ts'
import { boundTo, sealJson } from './sealed-json.ts'
import { waitingRows } from './waiting-rows.ts'

export interface CaseChange {
  readonly access: Access
  /** `seq` as it was before: 0 for a case that is opened now. */
  readonly row: Omit<CaseRow, 'ended_on' | 'status'>
  readonly procedure: Procedure
  readonly before: CaseState
  readonly after: CaseState
  /** What was decided, in order; at least one. */
  readonly actions: readonly Action[]
  readonly now: Temporal.Instant
}

/**
 * Writes what was decided: actions, state, who waits, deliveries with their jobs, outbox, audit, and last what the
 * register learns. All in the transaction given; throws OutcomeRefused where the register does not take it.
 */
export async function recordCase(tx: Transaction, casework: Casework, change: CaseChange): Promise<void> {
  const { access, row, actions, after, before, now } = change
  const { region, id: caseId } = row
  const at = now.toString({ smallestUnit: 'microsecond' })
  const status = caseStatus(after)
  writeCase(tx, casework, { change, status })
  const rows = actions.map((action, i) => actionRow(casework, change, { action, seq: row.seq + 1 + i, at }))
  postRows(tx, rowsOf('casework.action', rows))
  if (row.seq > 0) tx.post('delete from casework.waiting where region = $1 and case_id = $2', [region, caseId])
  writeWaiting(tx, casework, change)
  await writeDeliveries(tx, casework, change)
  const steps = actions.map((action) => ({ kind: action.kind, item: 'item' in action ? action.item : null }))
  const body = { case: caseId, seq: row.seq + actions.length, status, steps }
  postMessage(tx, { region, id: newId(now), topic: 'case', body, at })
  auditWrite(tx, {
    access,
    kind: 'case',
    subject: row.subject,
    detail: { case: caseId, action: actions[0]?.id, steps, status },
  })
  await recordOutcomes(tx, casework, change)
  // Last, because the register is written for the case while it is open.
  if (row.seq > 0 && isEnded(before) !== isEnded(after)) {
    tx.post('update access.case_file set closed_on = $3 where region = $1 and case_id = $2', [
      region,
      caseId,
      isEnded(after) ? chineseDay(now) : null,
    ])
  }
}

function actionRow(
  { secrets }: Casework,
  { access, row: { region, id: case_id } }: CaseChange,
  { action, seq, at: recorded_at }: { readonly action: Action; readonly seq: number; readonly at: string },
) {
  const { id, kind, by, on: done_on } = action
  const item = 'item' in action ? action.item : null
  const body = sealJson(secrets, boundTo.action(region, case_id, seq), action)
  return { region, case_id, seq, id, kind, item, unit: by.unit, actor: access.actor, done_on, recorded_at, body }
}

function writeWaiting(tx: Transaction, casework: Casework, { row, procedure, after: state, now }: CaseChange): void {
  const { region, id: case_id, township, village } = row
  const since = chineseDay(now)
  const waiting = waitingRows(casework, { procedure, state, on: since })
  postRows(
    tx,
    rowsOf(
      'casework.waiting',
      waiting.map((line) => ({ region, case_id, township, village, since, ...line })),
    ),
  )
}

function writeCase(
  tx: Transaction,
  { secrets }: Casework,
  { change: { row, actions, after, now }, status }: { readonly change: CaseChange; readonly status: string },
): void {
  const { region, id, number, procedure, version_from, subject, people, township, village, office, opened_on, seq } =
    row
  const state = sealJson(secrets, boundTo.state(region, id), after)
  const ended = isEnded(after) ? chineseDay(now) : null
  if (seq > 0) {
    tx.post(
      `update casework.case_row set office = $3, ended_on = $4, status = $5, seq = $6, state = $7
       where region = $1 and id = $2`,
      [region, id, after.office ?? office, ended, status, seq + actions.length, state],
    )
    return
  }
  tx.post(
    `insert into casework.case_row (region, id, number, procedure, version_from, subject, people, township, village,
       office, opened_on, ended_on, status, seq, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      region,
      id,
      number,
      procedure,
      version_from,
      subject,
      people,
      township,
      village,
      office,
      opened_on,
      ended,
      status,
      actions.length,
      state,
    ],
  )
}

async function writeDeliveries(tx: Transaction, casework: Casework, change: CaseChange): Promise<void> {
  const { row, now } = change
  const made = newDeliveries(casework, change)
  if (made.length === 0) return
  const created_at = now.toString({ smallestUnit: 'microsecond' })
  const common = {
    region: row.region,
    case_id: row.id,
    case_seq: row.seq + change.actions.length,
    state: 'waiting',
    next_at: created_at,
    created_at,
  }
  const rows = made.map(({ department, delivery }) => {
    const { id, item, kind } = delivery
    const body = sealJson(casework.secrets, boundTo.delivery(row.region, id), delivery)
    return { ...common, id, item, department, kind, body }
  })
  postRows(tx, rowsOf('casework.delivery', rows))
  await casework.wake(tx, { region: row.region, deliveries: made.map(({ delivery }) => delivery.id) })
}
