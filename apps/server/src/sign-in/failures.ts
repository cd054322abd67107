import { transact, type Transaction } from '../database/statements.ts'
import type { Office } from './office.ts'

/** Failures in a row; instants are ISO text. */
export interface Failures {
  readonly failures: number
  readonly lastAt: string
  readonly lockedUntil: string | null
}

export const failuresBeforeLock = 5
export const lockMinutes = 15

/** What an attempt at `now` does to the count: it counts as failed until it has succeeded, so many at once gain nothing. */
export function nextFailures(
  before: Failures | null,
  now: Temporal.Instant,
): { readonly locked: boolean; readonly after: Failures } {
  const at = now.toString()
  if (before?.lockedUntil !== null && before?.lockedUntil !== undefined) {
    if (Temporal.Instant.compare(before.lockedUntil, now) > 0) return { locked: true, after: before }
  }
  const forgotten =
    before === null ||
    before.lockedUntil !== null ||
    Temporal.Instant.compare(Temporal.Instant.from(before.lastAt).add({ minutes: lockMinutes }), now) <= 0
  const failures = forgotten ? 1 : before.failures + 1
  const lockedUntil = failures >= failuresBeforeLock ? now.add({ minutes: lockMinutes }).toString() : null
  return { locked: false, after: { failures, lastAt: at, lockedUntil } }
}

/** Counts an attempt on a subject (a keyed hash). `last`: if this one fails, the subject is locked. */
export async function beginAttempt(
  office: Pick<Office, 'register' | 'now'>,
  subject: string,
): Promise<{ readonly locked: boolean; readonly last: boolean }> {
  return transact(office.register.pool, { begin: 'begin' }, async (tx) => {
    const before = await lockRow(tx, subject, office.now())
    const { locked, after } = nextFailures(before, office.now())
    await tx.query('update auth.failure set failures = $2, last_at = $3, locked_until = $4 where subject = $1', [
      subject,
      after.failures,
      after.lastAt,
      after.lockedUntil,
    ])
    return { locked, last: after.lockedUntil !== null }
  })
}

export async function endAttempt({ register }: Pick<Office, 'register'>, subject: string): Promise<void> {
  await register.pool.query('delete from auth.failure where subject = $1', [subject])
}

async function lockRow(tx: Transaction, subject: string, now: Temporal.Instant): Promise<Failures | null> {
  const made = await tx.query(
    'insert into auth.failure (subject, failures, last_at) values ($1, 0, $2) on conflict do nothing returning subject',
    [subject, now.toString()],
  )
  const [row] = await tx.query<{ failures: number; last_at: string; locked_until: string | null }>(
    'select failures, last_at, locked_until from auth.failure where subject = $1 for update',
    [subject],
  )
  if (made.length > 0 || row === undefined) return null
  return { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until }
}
