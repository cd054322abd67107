import { Client, types } from 'pg'
import { startTemporary } from '../apps/server/src/database/embedded/start-embedded.ts'
import type { SqlEngine } from './sql-engine.ts'

const BIGINT = 20
const DATE = 1082

/** A real PostgreSQL with an empty database. */
export async function startPostgres(): Promise<SqlEngine> {
  types.setTypeParser(BIGINT, Number)
  types.setTypeParser(DATE, dayNumber)
  const server = await startTemporary()
  const password = server.secrets.superuser
  const where = { host: '127.0.0.1', port: server.port, database: 'postgres' }
  const client = new Client({ ...where, user: 'postgres', password })
  await client.connect()
  return {
    dialect: 'postgres',
    run: async (sql) => {
      await client.query(sql)
    },
    rows: async (text) => (await client.query<unknown[]>({ text, rowMode: 'array' })).rows,
    stop: async () => {
      await client.end()
      await server.stop()
    },
  }
}

/** Days since 1970-01-01, by a way that is not the kernel's, so that the kernel's calendar is tested as well. */
function dayNumber(text: string): number {
  return Date.parse(`${text.length === 10 ? text : `+${text.padStart(12, '0')}`}T00:00:00Z`) / 86_400_000
}
