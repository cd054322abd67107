import { DomainError, type Words } from '@junheng/kernel'
import { openPool } from '../connect.ts'
import { openDatabase, type Database } from '../open-database.ts'
import type { ClientBase } from 'pg'

/** Runs one command; returns its exit code: 0 all well, 1 something is wrong. */
export type Operation = (options: {
  readonly args: readonly string[]
  readonly say: (text: Words) => unknown
}) => Promise<0 | 1>

/**
 * Opens the database as its owner, without changing it, for as long as `work` takes. Throws `no-database` where there is
 * none yet; `fresh`: one may be made.
 */
export async function asOwner<T>(
  work: (client: ClientBase, database: Database) => Promise<T>,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<T> {
  const database = await openDatabase({ migrate: false, existing: !fresh })
  const pool = openPool(database.addresses.owner, { max: 1 })
  try {
    const client = await pool.connect()
    try {
      if (!fresh) await refuseEmpty(client)
      return await work(client, database)
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
    await database.close()
  }
}

/** A database that no migration has ever touched holds nothing to back up, verify or seal. */
async function refuseEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ empty: boolean }>(`select to_regclass('public.migration') is null as empty`)
  if (rows[0]?.empty === true) throw new DomainError('no-database', { text: emptyDatabase })
}

const emptyDatabase = {
  zh: '数据库是空的：还没有启动过服务，也没有恢复过备份；没有可做的事',
  en: 'the database is empty: the service never started on it and no backup was restored; there is nothing to do',
}

export function usage(text: Words): DomainError {
  return new DomainError('usage', { text })
}
