import type pg from 'pg'

type Row = Record<string, unknown>

/** Runs single statements; values are always parameters. */
export interface Reader {
  readonly query: <T extends Row>(sql: string, values?: readonly unknown[]) => Promise<readonly T[]>
}

/** A reader that may also write: it exists only inside a transaction. */
export interface Transaction extends Reader {
  readonly inTransaction: true
}

/** Called before each statement, BEGIN and COMMIT included: tests count, record and kill here. */
export type Watch = (sql: string) => void | Promise<void>

/**
 * Runs `work` in one transaction that begins by `begin` (settings and all). What it returns is committed; what it
 * throws is rolled back. A connection that failed is thrown away, never handed to the next.
 */
export async function transact<T>(
  pool: pg.Pool,
  { begin, watch = () => undefined }: { readonly begin: string; readonly watch?: Watch | undefined },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const run = async <R extends Row>(sql: string, values?: readonly unknown[]): Promise<readonly R[]> => {
    await watch(sql)
    const { rows } = await client.query<R>(sql, values === undefined ? undefined : [...values])
    return rows
  }
  try {
    await run(begin)
    const result = await work({ query: run, inTransaction: true })
    await run('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure))
    })
    throw error
  } finally {
    client.release(broken)
  }
}
