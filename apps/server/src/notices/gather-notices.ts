import type { Transaction } from '../database/statements.ts'

/** Messages read at once, at most. */
const atOnce = 500

/** Every message of an instant lies before it. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Takes from the outbox what may concern families since the last time, once for each message; returns how many were read.
 * What lay there before anybody looked is old, and told nobody.
 */
export async function gatherNotices(
  tx: Transaction,
  {
    region,
    now,
    lagMs,
  }: {
    readonly region: string
    readonly now: Temporal.Instant
    /** Milliseconds that a transaction may take from its message to its end: younger messages wait for the next time. */
    readonly lagMs: number
  },
): Promise<number> {
  const until = now.subtract({ milliseconds: lagMs }).toString({ smallestUnit: 'microsecond' })
  await tx.query(
    'insert into casework.notices_read (region, at, message) values ($1, $2, $3) on conflict (region) do nothing',
    [region, until, lastId],
  )
  // Whoever reads on holds the mark: a second worker waits, and finds it moved.
  const [mark] = await tx.query<{ at: string; message: string }>(
    'select at, message from casework.notices_read where region = $1 for update',
    [region],
  )
  const read = await tx.query<{ id: string; created_at: string; wanted: boolean }>(
    `select o.id, o.created_at,
       (o.topic = 'case' and o.body @? '$.steps[*].kind ? (@ == "open" || @ == "answer" || @ == "ask-for-more")'
         or o.topic = 'clock' and o.body ->> 'unit' = 'family' or o.topic = 'claim') as wanted
     from register.outbox o
     where o.region = $1 and o.created_at <= $2 and (o.created_at, o.id) > ($3::timestamptz, $4::uuid)
     order by o.created_at, o.id limit $5`,
    [region, until, mark?.at ?? until, mark?.message ?? lastId, atOnce],
  )
  const last = read.at(-1)
  if (last === undefined) return 0
  const wanted = read.flatMap(({ id, wanted: yes }) => (yes ? [id] : []))
  if (wanted.length > 0) {
    tx.post(
      `insert into casework.family_notice (region, id, case_id, topic, body, created_at, state, next_at)
       select o.region, o.id, (o.body ->> 'case')::uuid, o.topic, o.body, o.created_at, 'waiting', o.created_at
       from register.outbox o where o.region = $1 and o.id = any ($2::uuid[]) on conflict (region, id) do nothing`,
      [region, wanted],
    )
  }
  tx.post('update casework.notices_read set at = $2, message = $3 where region = $1', [
    region,
    last.created_at,
    last.id,
  ])
  return read.length
}
