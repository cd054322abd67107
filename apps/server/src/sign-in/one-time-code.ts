import { timingSafeEqual } from 'node:crypto'
import { transact, type Transaction } from '../database/statements.ts'
import { findingHash } from '../register/sealing.ts'
import type { Office } from './office.ts'

/** Minutes a code counts, tries it bears, and seconds before another may be sent. */
export const codeRules = { minutes: 5, tries: 5, pauseSeconds: 60 } as const

/** Makes the code of a phone, unless one was made less than a minute ago; the caller sends it. */
export async function makeCode(office: Office, phone: string): Promise<string | null> {
  const code = office.newCode()
  const now = office.now()
  const made = await office.register.pool.query(
    `insert into auth.one_time_code as c (phone_hash, code_hash, tries, sent_at, expires_at) values ($1, $2, 0, $3, $4)
     on conflict (phone_hash) do update set code_hash = excluded.code_hash, tries = 0, sent_at = excluded.sent_at,
       expires_at = excluded.expires_at where c.sent_at <= $5 returning phone_hash`,
    [
      findingHash(office.secrets, 'phone', phone),
      codeHash(office, phone, code),
      now.toString(),
      now.add({ minutes: codeRules.minutes }).toString(),
      now.subtract({ seconds: codeRules.pauseSeconds }).toString(),
    ],
  )
  return made.rowCount === 1 ? code : null
}

/** Counts a try, also of many at once; 'right' leaves the code there until it is spent. */
export async function tryCode(office: Office, phone: string, code: string): Promise<'right' | 'wrong' | 'spent'> {
  return transact(office.register.pool, { begin: 'begin' }, async (tx) => {
    const hash = findingHash(office.secrets, 'phone', phone)
    const [row] = await tx.query<{ code_hash: string; tries: number; expires_at: string }>(
      'select code_hash, tries, expires_at from auth.one_time_code where phone_hash = $1 for update',
      [hash],
    )
    if (row === undefined || Temporal.Instant.compare(row.expires_at, office.now()) <= 0) return 'wrong'
    if (row.tries >= codeRules.tries) return 'spent'
    const given = Buffer.from(codeHash(office, phone, code))
    const kept = Buffer.from(row.code_hash)
    if (given.length === kept.length && timingSafeEqual(given, kept)) return 'right'
    await countTry(tx, hash)
    return row.tries + 1 >= codeRules.tries ? 'spent' : 'wrong'
  })
}

/** A wrong name or number beside a right code is a try too. */
export function countWrongAnswer(office: Office, phone: string): Promise<void> {
  return transact(office.register.pool, { begin: 'begin' }, (tx) =>
    countTry(tx, findingHash(office.secrets, 'phone', phone)),
  )
}

/** Spends a code: true for the one caller who got it. */
export async function spendCode(office: Office, phone: string): Promise<boolean> {
  const spent = await office.register.pool.query('delete from auth.one_time_code where phone_hash = $1', [
    findingHash(office.secrets, 'phone', phone),
  ])
  return spent.rowCount === 1
}

async function countTry(tx: Transaction, hash: string): Promise<void> {
  await tx.query('update auth.one_time_code set tries = tries + 1 where phone_hash = $1', [hash])
}

function codeHash({ secrets }: Office, phone: string, code: string): string {
  return findingHash(secrets, 'one-time-code', `${phone} ${code}`)
}
