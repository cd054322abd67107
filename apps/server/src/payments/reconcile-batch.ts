import { reconcile, type Reconciliation } from '@junheng/casework'
import type { Reader } from '../database/statements.ts'
import { asBatch, type KeptBatch } from './batch-rows.ts'

export interface BatchReconciliation extends Reconciliation {
  /** What the ledger has of the batch: must be `paidFen`, to the fen. */
  readonly ledgerFen: number
  readonly agrees: boolean
}

/** A batch against the bank's answers and against the ledger. */
export async function reconcileBatch(tx: Reader, batch: KeptBatch): Promise<BatchReconciliation> {
  const { region, id } = batch.row
  const [row] = await tx.query<{ fen: number }>(
    'select coalesce(sum(fen), 0)::bigint as fen from payment.ledger where region = $1 and batch = $2',
    [region, id],
  )
  const found = reconcile(asBatch(batch))
  const ledgerFen = row?.fen ?? 0
  const whole = found.paidFen + found.returnedFen + found.openFen === found.totalFen
  return { ...found, ledgerFen, agrees: ledgerFen === found.paidFen && whole }
}

export interface MoneyDifference {
  readonly what: 'due' | 'held' | 'on-way' | 'batch-total' | 'batch-paid'
  readonly id: string
}

/**
 * Everything of a county against everything: the sums of each claim against its decisions, the ledger and open lines, and
 * each batch against its lines and the ledger. Empty where all agrees to the fen.
 */
export async function checkMoney(tx: Reader, region: string): Promise<readonly MoneyDifference[]> {
  return tx.query<MoneyDifference & Record<string, unknown>>(
    `with sums as (
       select c.id, c.due_fen, c.held_fen, c.on_way_fen,
         coalesce((select sum((part ->> 'fen')::bigint) from (select d.due from payment.decision d
           where d.region = $1 and d.claim = c.id and d.kind in ('confirmed', 'refused', 'recomputed')
           order by d.seq desc limit 1) last, jsonb_array_elements(last.due) part), 0) as due,
         coalesce((select sum(l.fen) from payment.ledger l where l.region = $1 and l.claim = c.id), 0) as held,
         coalesce((select sum(l.fen) from payment.batch_line l
           where l.region = $1 and l.claim = c.id and l.state = 'open'), 0) as on_way
       from payment.claim c where c.region = $1
     ), batches as (
       select b.id, b.total_fen, b.lines,
         (select sum(l.fen) from payment.batch_line l where l.region = $1 and l.batch = b.id) as total,
         (select count(*) from payment.batch_line l where l.region = $1 and l.batch = b.id) as n,
         coalesce((select sum(l.fen) from payment.batch_line l
           where l.region = $1 and l.batch = b.id and l.state = 'paid'), 0) as paid,
         coalesce((select sum(l.fen) from payment.ledger l where l.region = $1 and l.batch = b.id), 0) as entered
       from payment.batch b where b.region = $1
     )
     select 'due' as what, id from sums where due <> due_fen
     union all select 'held', id from sums where held <> held_fen
     union all select 'on-way', id from sums where on_way <> on_way_fen
     union all select 'batch-total', id from batches where total <> total_fen or n <> lines
     union all select 'batch-paid', id from batches where paid <> entered`,
    [region],
  )
}
