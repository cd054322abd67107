import type { Pool } from 'pg'
import { transact, type Reader, type Transaction } from '../database/statements.ts'
import { beginWith } from '../register/access.ts'
import type { Office } from './office.ts'

/** Single statements outside any county's rows: the schema auth and the audit function. */
export function readerOf(pool: Pool): Reader {
  return {
    query: async (sql, values) => (await pool.query(sql, values === undefined ? undefined : [...values])).rows,
  }
}

/** A transaction that sees one county's staff, on behalf of somebody; no person of the register shows in it. */
export function inCounty<T>(
  office: Pick<Office, 'register'>,
  {
    region,
    actor,
    post = null,
  }: { readonly region: string; readonly actor: string | null; readonly post?: string | null },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const begin = beginWith([
    ['app.regions', region],
    ['app.actor', actor ?? ''],
    ['app.post', post ?? ''],
    ['app.purpose', ''],
  ])
  return transact(office.register.pool, { begin, watch: office.register.watch }, work)
}
