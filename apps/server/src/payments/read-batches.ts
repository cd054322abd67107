import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import { labelOf } from '../claims/list-claims.ts'
import { findBatch, type BatchRow } from './batch-rows.ts'
import { checkMoney, reconcileBatch } from './reconcile-batch.ts'

type Sums = { readonly paid: number; readonly returned: number; readonly open: number }

const sums = `coalesce((select sum(l.fen) filter (where l.state = 'paid') from payment.batch_line l where l.region = $1 and l.batch = b.id), 0)::bigint as paid,
  coalesce((select sum(l.fen) filter (where l.state = 'returned') from payment.batch_line l where l.region = $1 and l.batch = b.id), 0)::bigint as returned,
  coalesce((select sum(l.fen) filter (where l.state = 'open') from payment.batch_line l where l.region = $1 and l.batch = b.id), 0)::bigint as open`

/** Batches of a county, the newest first; 50 a page. */
export function listBatches(
  { casework }: ClaimService,
  { access, after }: { readonly access: Access; readonly after: string | null },
) {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const rows = await tx.query<BatchRow & Sums>(
      `select b.*, ${sums} from payment.batch b where b.region = $1 and b.number < $2 order by b.number desc limit 51`,
      [access.region, after ?? '\u{10FFFF}'],
    )
    const shown = rows.slice(0, 50)
    return { batches: shown.map(headOf), next: rows.length > 50 ? (shown.at(-1)?.number ?? null) : null }
  })
}

function headOf(row: BatchRow & Sums) {
  const answered = row.state === 'approved' && row.open === 0
  return {
    id: row.id,
    number: row.number,
    state: answered ? ('answered' as const) : (row.state as 'prepared' | 'approved' | 'given-up'),
    preparedBy: row.prepared_by,
    preparedOn: row.prepared_on,
    approvedBy: row.approved_by,
    approvedOn: row.approved_on,
    lines: row.lines,
    totalFen: row.total_fen,
    paidFen: row.paid,
    returnedFen: row.returned,
    openFen: row.open,
  }
}

/** One batch with its payments and how it agrees with the ledger; undefined where there is none of that id. */
export function readBatch(
  service: ClaimService,
  { access, batch: id }: { readonly access: Access; readonly batch: string },
) {
  const { casework } = service
  const { region } = access
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const batch = await findBatch(tx, casework, { region, id })
    auditRead(tx, { access, kind: 'read-batch', subject: null, detail: { batch: id } })
    if (batch === undefined) return undefined
    const { ledgerFen, agrees, complete, paidFen, returnedFen, openFen } = await reconcileBatch(tx, batch)
    return {
      ...headOf({ ...batch.row, paid: paidFen, returned: returnedFen, open: openFen }),
      mine: batch.row.prepared_by === access.actor,
      reconciled: { ledgerFen, agrees, complete },
      payments: batch.lines.map(({ line, claim, benefit, payee, fen, parts, state, answered_on: on, reason }) => ({
        line,
        claim,
        benefit: { id: benefit, label: labelOf(service, region, benefit) },
        payee: payee.name,
        account: `****${payee.account.slice(-4)}`,
        bank: payee.bank,
        fen,
        parts: [...parts],
        state,
        on,
        reason,
      })),
    }
  })
}

/** What a batch prepared now would hold, and what it would leave out. */
export function readToPay({ casework }: ClaimService, access: Access) {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const [row] = await tx.query<Record<'claims' | 'fen' | 'asked' | 'held_back' | 'recover' | 'recover_fen', number>>(
      `select count(*) filter (where owed > 0 and payable) as claims,
         coalesce(sum(owed) filter (where owed > 0 and payable), 0)::bigint as fen,
         count(*) filter (where owed > 0 and asked_account) as asked,
         count(*) filter (where owed > 0 and held_back and not asked_account) as held_back,
         count(*) filter (where owed < 0) as recover,
         coalesce(-sum(owed) filter (where owed < 0), 0)::bigint as recover_fen
       from (select p.due_fen - p.held_fen - p.on_way_fen as owed, p.asked_account, p.look is not null as held_back,
           p.look is null and not p.asked_account and p.decided = 'confirmed' as payable from payment.claim p
         join casework.case_row c on c.region = p.region and c.id = p.id
         where p.region = $1 and c.region = $1 and p.decided in ('confirmed', 'refused')
           and (c.status not in ('withdrawn', 'cancelled') or p.held_fen > 0)) c`,
      [access.region],
    )
    return {
      claims: row?.claims ?? 0,
      totalFen: row?.fen ?? 0,
      waitsForAccount: row?.asked ?? 0,
      waitsForPeople: row?.held_back ?? 0,
      toRecover: row?.recover ?? 0,
      toRecoverFen: row?.recover_fen ?? 0,
    }
  })
}

/** The money of a county against itself. */
export function readMoney({ casework }: ClaimService, access: Access) {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const differences = await checkMoney(tx, access.region)
    const [row] = await tx.query<Record<'due' | 'held' | 'on_way', number>>(
      `select coalesce(sum(due_fen), 0)::bigint as due, coalesce(sum(held_fen), 0)::bigint as held,
         coalesce(sum(on_way_fen), 0)::bigint as on_way from payment.claim where region = $1`,
      [access.region],
    )
    return {
      agrees: differences.length === 0,
      differences: differences.map(({ what, id }) => ({ what, id })),
      dueFen: row?.due ?? 0,
      heldFen: row?.held ?? 0,
      onWayFen: row?.on_way ?? 0,
    }
  })
}
