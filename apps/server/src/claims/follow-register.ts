import type { Transaction } from '../database/statements.ts'
import { withAccess } from '../register/access.ts'
import { programAccess } from '../cases/programs.ts'
import type { ClaimService } from './claim-service.ts'

/** Messages read at once, at most. */
const atOnce = 500

/**
 * Finds the decided claims that what was recorded since the last time may change: facts of the child, of its parents and of
 * their other children, and steps of the case of its birth. Hands them to `wake` in the transaction that moves the mark, so
 * that a process killed between the two loses none. Returns how many messages were read.
 */
export async function followRegister(
  { casework }: ClaimService,
  {
    region,
    now,
    lagMs = 2000,
    wake,
  }: {
    readonly region: string
    readonly now: Temporal.Instant
    /** Milliseconds that a transaction may take from its message to its end: younger messages wait for the next time. */
    readonly lagMs?: number
    readonly wake: (tx: Transaction, claims: readonly string[], mark: string) => Promise<void>
  },
): Promise<number> {
  const { register } = casework
  const until = now.subtract({ milliseconds: lagMs }).toString({ smallestUnit: 'microsecond' })
  const read = await withAccess(register, { access: programAccess(region, {}), births: true }, async (tx) => {
    // What was recorded before anybody followed is for the daily round.
    await tx.query(
      'insert into payment.followed (region, at, message) values ($1, $2, $3) on conflict (region) do nothing',
      [region, until, lastId],
    )
    return readMessages(tx, { region, until })
  })
  const mark = read.at(-1)
  if (mark === undefined) return 0
  const people = await around({ casework }, { region, people: read.flatMap(({ people: named }) => named) })
  await withAccess(register, { access: programAccess(region, {}), births: true }, async (tx) => {
    const claims = people.length === 0 ? [] : await decidedClaims(tx, { region, people })
    if (claims.length > 0) await wake(tx, claims, mark.id)
    await tx.query(
      'update payment.followed set at = $2, message = $3 where region = $1 and (at, message) < ($2::timestamptz, $3::uuid)',
      [region, mark.at, mark.id],
    )
  })
  return read.length
}

/** Every message of an instant lies before it. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

interface Message {
  readonly id: string
  readonly at: string
  readonly people: readonly string[]
}

async function readMessages(
  tx: Transaction,
  { region, until }: { readonly region: string; readonly until: string },
): Promise<readonly Message[]> {
  const [mark] = await tx.query<{ at: string; message: string }>(
    'select at, message from payment.followed where region = $1',
    [region],
  )
  const rows = await tx.query<{
    id: string
    created_at: string
    subjects: readonly string[] | null
    child: string | null
  }>(
    `select o.id, o.created_at, o.body -> 'subjects' as subjects, c.subject as child from register.outbox o
     left join casework.case_row c on c.region = o.region and o.topic = 'case' and c.procedure = 'one-birth'
       and c.id = (o.body ->> 'case')::uuid
     where o.region = $1 and o.created_at <= $2 and (o.created_at, o.id) > ($3::timestamptz, $4::uuid)
     order by o.created_at, o.id limit $5`,
    [region, until, mark?.at ?? until, mark?.message ?? lastId, atOnce],
  )
  return rows.map(({ id, created_at: at, subjects, child }) => ({
    id,
    at,
    people: [...(subjects ?? []), ...(child === null ? [] : [child])],
  }))
}

/** These people and their mothers: a brother's or sister's fact may change which child another is. */
async function around(
  { casework }: Pick<ClaimService, 'casework'>,
  { region, people }: { readonly region: string; readonly people: readonly string[] },
): Promise<readonly string[]> {
  const own = [...new Set(people)].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (own.length === 0) return []
  const access = programAccess(region, { purpose: 'registration' })
  const mothers = await withAccess(casework.register, { access, births: true }, (tx) =>
    tx.query<{ other: string }>(
      `select distinct other from register.tie where region = $1 and person = any ($2::uuid[]) and kind = 'mother'`,
      [region, own],
    ),
  )
  return [...own, ...mothers.map(({ other }) => other)]
}

async function decidedClaims(
  tx: Transaction,
  { region, people }: { readonly region: string; readonly people: readonly string[] },
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct p.id from casework.party t join payment.claim p on p.region = t.region and p.id = t.case_id
     where t.region = $1 and p.region = $1 and t.person = any ($2::uuid[]) and p.decided in ('confirmed', 'refused')
     order by p.id`,
    [region, people],
  )
  return rows.map(({ id }) => id)
}
