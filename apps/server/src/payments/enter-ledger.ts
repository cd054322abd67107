import { randomUUID } from 'node:crypto'
import { rowsOf } from '../database/insert-rows.ts'
import { postRows, type Transaction } from '../database/statements.ts'
import type { Access } from '../register/access.ts'
import type { Changed } from './import-answer.ts'
import type { Part } from './moved.ts'

/**
 * Enters what the bank's answer moved, and brings lines and sums of claims up to it. A line that came back after it was
 * paid is entered the other way round; nothing that was entered is touched.
 */
export async function enterLedger(
  tx: Transaction,
  {
    access: { region, actor },
    batch,
    changed,
    at,
  }: { readonly access: Access; readonly batch: string; readonly changed: readonly Changed[]; readonly at: string },
): Promise<void> {
  const entries = changed.flatMap(({ before, state, on, reason }) => {
    const { claim, people, line, parts } = before
    const common = { region, claim, people, batch, line, moved_on: on, actor, recorded_at: at, words: reason }
    const entry = (kind: string, { period, fen }: Part) => ({ ...common, id: randomUUID(), kind, period, fen })
    if (state === 'paid') return parts.map((part) => entry(part.fen > 0 ? 'payment' : 'set-off', part))
    return before.state === 'paid' ? parts.map(({ period, fen }) => entry('return', { period, fen: 0 - fen })) : []
  })
  postRows(tx, rowsOf('payment.ledger', entries))
  const lines = changed.map(({ before, state, on, reason }) => ({
    line: before.line,
    claim: before.claim,
    state,
    on,
    reason,
    returned: state === 'returned',
    onWay: before.state === 'open' ? before.fen : 0,
    held: state === 'paid' ? before.fen : before.state === 'paid' ? 0 - before.fen : 0,
  }))
  await tx.query(
    `update payment.claim c set on_way_fen = c.on_way_fen - l."onWay", held_fen = c.held_fen + l.held,
       asked_account = c.asked_account or l.returned
     from jsonb_to_recordset($2::jsonb) as l (claim uuid, "onWay" bigint, held bigint, returned boolean)
     where c.region = $1 and c.id = l.claim`,
    [region, JSON.stringify(lines)],
  )
  await tx.query(
    `update payment.batch_line b set state = l.state, answered_on = l."on", reason = l.reason
     from jsonb_to_recordset($3::jsonb) as l (line integer, state text, "on" date, reason text)
     where b.region = $1 and b.batch = $2 and b.line = l.line`,
    [region, batch, JSON.stringify(lines)],
  )
}
