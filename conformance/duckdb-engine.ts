import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api'
import type { SqlEngine } from './sql-engine.ts'

/** DuckDB in this process, in memory. */
export async function startDuckDb(): Promise<SqlEngine> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  return {
    dialect: 'duckdb',
    run: async (sql) => {
      await connection.run(sql)
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(plain)),
    stop: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  return value instanceof DuckDBDateValue ? value.days : value
}
