import { caseStatus, isEnded, type Action, type CaseState, type Procedure } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
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
  const { access, row, actions, after, before, procedure, now } = change
  const { region, id: caseId } = row
  const at = now.toString({ smallestUnit: 'microsecond' })
  const status = caseStatus(after)
  writeCase(tx, casework, { change, status })
  tx.post(
    `insert into casework.action (region, case_id, seq, id, kind, item, unit, actor, done_on, recorded_at, body)
     select $1, $2, seq, id, kind, item, unit, $3, done_on, $4, decode(body, 'base64')
     from jsonb_to_recordset($5::jsonb)
       as a (seq integer, id text, kind text, item text, unit text, done_on date, body text)`,
    [
      region,
      caseId,
      access.actor,
      at,
      JSON.stringify(actions.map((action, i) => actionRow(casework, change, { action, i }))),
    ],
  )
  if (row.seq > 0) tx.post('delete from casework.waiting where region = $1 and case_id = $2', [region, caseId])
  const waiting = waitingRows(casework, { procedure, state: after, on: chineseDay(now) })
  if (waiting.length > 0) {
    tx.post(
      `insert into casework.waiting (region, case_id, position, item, unit, office, officer, township, village, what, names, until, since)
       select $1, $2, position, item, unit, office, officer, $3, $4, what, names, until, $5
       from jsonb_to_recordset($6::jsonb) as w (position integer, item text, unit text, office text, officer text,
         what text, names text[], until date)`,
      [region, caseId, row.township, row.village, chineseDay(now), JSON.stringify(waiting)],
    )
  }
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
  { row: { region, id: caseId, seq: before } }: CaseChange,
  { action, i }: { readonly action: Action; readonly i: number },
) {
  const seq = before + 1 + i
  const item = 'item' in action ? action.item : null
  const body = sealJson(secrets, boundTo.action(region, caseId, seq), action).toString('base64')
  return { seq, id: action.id, kind: action.kind, item, unit: action.by.unit, done_on: action.on, body }
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
  tx.post(
    `insert into casework.delivery (region, id, case_id, case_seq, item, department, kind, state, next_at, created_at, body)
     select $1, id, $2, $3, item, department, kind, 'waiting', $4::timestamptz, $4, decode(body, 'base64')
     from jsonb_to_recordset($5::jsonb) as d (id uuid, item text, department text, kind text, body text)`,
    [
      row.region,
      row.id,
      row.seq + change.actions.length,
      now.toString({ smallestUnit: 'microsecond' }),
      JSON.stringify(
        made.map(({ department, delivery }) => ({
          id: delivery.id,
          item: delivery.item,
          department,
          kind: delivery.kind,
          body: sealJson(casework.secrets, boundTo.delivery(row.region, delivery.id), delivery).toString('base64'),
        })),
      ),
    ],
  )
  await casework.wake(tx, { region: row.region, deliveries: made.map(({ delivery }) => delivery.id) })
}
