import type { ClientBase } from 'pg'
import type { Reader } from '../../database/statements.ts'

/** Reads as the owner of the database, past every policy. */
export function ownerReader(client: ClientBase): Reader {
  return {
    query: async <T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<T>(sql, [...values])).rows,
  }
}
