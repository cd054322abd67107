import { prepareBatch as makeBatch, type CaseState, type Payee, type Problem, type Settlement } from '@junheng/casework'
import { findRegion } from '@junheng/kernel/regions'
import type { Tables } from '../database/generated/db-types.ts'
import { rowsOf } from '../database/insert-rows.ts'
import { postRows, type Transaction } from '../database/statements.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { boundTo, openJson, sealJson } from '../cases/sealed-json.ts'
import { boundToClaim } from '../claims/claim-rows.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import { loadMovements, settle, type Part } from './moved.ts'

/** A payee with the bank of the account, where the family gave it. */
export interface BankPayee extends Payee {
  readonly bank: string | null
}

/** A claim with money to pay. */
interface PayableClaim {
  readonly id: string
  readonly people: readonly string[]
  readonly settlement: Settlement
  readonly payee: BankPayee
}

export interface BatchMade {
  readonly id: string
  readonly number: string
  readonly lines: number
  readonly totalFen: number
}

export type PrepareOutcome =
  | { readonly ok: true; readonly repeated: boolean; readonly batch: BatchMade }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Lines of one batch, at most: what a person can still look through, and a bank takes in one file. */
const mostLines = 2000

/**
 * Puts what is due and not yet on its way into a batch, longest waiting first. `id` is chosen by the sender: sent again, it
 * is the same batch. No claim is in two open lines: the database holds to it too.
 */
export function prepareBatch(
  casework: Casework,
  { access, id, now }: { readonly access: Access; readonly id: string; readonly now: Temporal.Instant },
): Promise<PrepareOutcome> {
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<PrepareOutcome> => {
      const [earlier] = await tx.query<Tables['payment.batch']>(
        'select * from payment.batch where region = $1 and id = $2',
        [access.region, id],
      )
      if (earlier !== undefined) {
        const { number, lines, total_fen: totalFen } = earlier
        return { ok: true, repeated: true, batch: { id, number, lines, totalFen } }
      }
      const payable = await loadPayable(tx, casework, { region: access.region, on: chineseDay(now) })
      return write(tx, casework, { access, id, now, payable })
    }),
  )
}

/** Claims of a county with money to pay and somewhere to pay it, locked, the longest waiting first. */
async function loadPayable(
  tx: Transaction,
  { secrets }: Pick<Casework, 'secrets'>,
  { region, on }: { readonly region: string; readonly on: string },
): Promise<readonly PayableClaim[]> {
  const rows = await tx.query<{ id: string; people: readonly string[]; due: readonly Part[]; state: Buffer }>(
    `select p.id, p.people, d.due, c.state from payment.claim p
     join casework.case_row c on c.region = p.region and c.id = p.id
     join lateral (select due from payment.decision d where d.region = $1 and d.claim = p.id
       and d.kind in ('confirmed', 'refused', 'recomputed') order by d.seq desc limit 1) d on true
     where p.region = $1 and c.region = $1 and p.decided = 'confirmed' and p.look is null and not p.asked_account and c.status not in ('withdrawn', 'cancelled')
       and p.due_fen > p.held_fen + p.on_way_fen
     order by p.opened_on, p.id limit $2 for update of p`,
    [region, mostLines],
  )
  const movements = await loadMovements(tx, { region, claims: rows.map(({ id }) => id) })
  return rows.flatMap(({ id, people, due, state }): readonly PayableClaim[] => {
    const payee = payeeOf(openJson(secrets, boundTo.state(region, id), state) as CaseState)
    const settlement = settle({ claim: id, asOf: on, due, movements })
    return payee === null || settlement.toPayFen === 0 ? [] : [{ id, people, settlement, payee }]
  })
}

function payeeOf({ facts }: CaseState): BankPayee | null {
  const [account, name, bank] = ['account', 'accountHolder', 'accountBank'].map((field) => facts[`household.${field}`])
  return typeof account === 'string' && typeof name === 'string'
    ? { account: account.replaceAll(' ', ''), name, bank: typeof bank === 'string' ? bank : null }
    : null
}

async function write(
  tx: Transaction,
  { secrets }: Casework,
  {
    access,
    id,
    now,
    payable,
  }: {
    readonly access: Access
    readonly id: string
    readonly now: Temporal.Instant
    readonly payable: readonly PayableClaim[]
  },
): Promise<PrepareOutcome> {
  const { region, actor } = access
  const on = chineseDay(now)
  const made = makeBatch({ id, by: actor, on, payments: payable })
  if (!made.ok) return made
  const { lines, totalFen } = made.batch
  const number = await nextNumber(tx, { region, year: Number(on.slice(0, 4)) })
  const at = now.toString({ smallestUnit: 'microsecond' })
  await tx.query(
    `insert into payment.batch (region, id, number, state, prepared_by, prepared_on, prepared_at, lines, total_fen)
     values ($1, $2, $3, 'prepared', $4, $5, $6, $7, $8)`,
    [region, id, number, actor, on, at, lines.length, totalFen],
  )
  const claims = new Map(payable.map((one) => [one.id, one]))
  const rows = lines.map(({ line, claim, fen, parts }) => ({
    region,
    batch: id,
    line,
    claim,
    people: claims.get(claim)?.people ?? [],
    fen,
    parts: JSON.stringify(parts),
    state: 'open',
    payee: sealJson(secrets, boundToClaim.payee(region, id, line), claims.get(claim)?.payee),
  }))
  postRows(tx, rowsOf('payment.batch_line', rows))
  await tx.query(
    `update payment.claim p set on_way_fen = p.on_way_fen + l.fen from payment.batch_line l
     where p.region = $1 and l.region = $1 and l.batch = $2 and p.id = l.claim`,
    [region, id],
  )
  auditWrite(tx, {
    access,
    kind: 'batch-prepared',
    subject: null,
    detail: { batch: id, number, lines: lines.length, fen: totalFen },
  })
  return { ok: true, repeated: false, batch: { id, number, lines: lines.length, totalFen } }
}

/** A number for people and for the bank's file: the county's short name, year and count, such as 咸安支付-2026-0012. */
async function nextNumber(
  tx: Transaction,
  { region, year }: { readonly region: string; readonly year: number },
): Promise<string> {
  const [row] = await tx.query<{ last: number }>(
    `insert into payment.counter (region, year, last) values ($1, $2, 1)
     on conflict (region, year) do update set last = counter.last + 1 returning last`,
    [region, year],
  )
  const name = findRegion(region)?.name.replace(/(.+)(区|县|市|旗)$/, '$1') ?? region
  return `${name}支付-${year}-${String(row?.last ?? 0).padStart(4, '0')}`
}
