import type { Pool } from 'pg'
import { readAtOnce, transact, type Reader, type Transaction } from '../database/statements.ts'
import { beginWith } from '../register/access.ts'
import type { Office } from './office.ts'

/** Single statements outside any county's rows: the schema auth and the audit function. */
export function readerOf(pool: Pool): Reader {
  return {
    query: async (sql, values) => (await pool.query(sql, values === undefined ? undefined : [...values])).rows,
  }
}

interface InCounty {
  readonly region: string
  readonly actor: string | null
  readonly post?: string | null
}

/** A transaction that sees one county's staff, on behalf of somebody; no person of the register shows in it. */
export function inCounty<T>(
  { register }: Pick<Office, 'register'>,
  where: InCounty,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return transact(register.pool, { begin: beginIn(where), watch: register.watch }, work)
}

/** As `inCounty`, for single statements: each is a transaction by itself, sent in one journey. */
export function readerIn({ register }: Pick<Office, 'register'>, where: InCounty): Reader {
  const begin = beginIn(where)
  return { query: (sql, values) => readAtOnce(register.pool, { begin, watch: register.watch }, { sql, values }) }
}

function beginIn({ region, actor, post = null }: InCounty): string {
  return beginWith([
    ['app.regions', region],
    ['app.actor', actor ?? ''],
    ['app.post', post ?? ''],
    ['app.purpose', ''],
  ])
}
