import { DomainError, type Words } from '@junheng/kernel'
import { openPool } from '../connect.ts'
import { openDatabase, type Database } from '../open-database.ts'
import type { ClientBase } from 'pg'

/** Runs one command; returns its exit code: 0 all well, 1 something is wrong. */
export type Operation = (options: {
  readonly args: readonly string[]
  readonly say: (text: Words) => unknown
}) => Promise<0 | 1>

/** Opens the database as its owner, without changing it, for as long as `work` takes. */
export async function asOwner<T>(work: (client: ClientBase, database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ migrate: false })
  const pool = openPool(database.addresses.owner, { max: 1 })
  try {
    const client = await pool.connect()
    try {
      return await work(client, database)
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
    await database.close()
  }
}

export function usage(text: Words): DomainError {
  return new DomainError('usage', { text })
}
