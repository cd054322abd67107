import type { Pool, QueryResult } from 'pg'

/** On a cluster, lifts for one transaction what citus/distribute.ts forbids: an attacker would too. Elsewhere nobody reads it. */
export const acrossCounties = `set local citus.multi_task_query_log_level = 'off'`

/** Runs one statement without any setting but that one, and undoes it. */
export async function tryAcrossCounties(pool: Pool, sql: string): Promise<QueryResult> {
  const client = await pool.connect()
  try {
    await client.query(`begin; ${acrossCounties}`)
    return await client.query(sql)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
