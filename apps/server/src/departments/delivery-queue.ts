import { PgBoss } from 'pg-boss'
import type { Pool } from 'pg'
import type { Casework } from '../cases/casework.ts'
import { deliveryQueue, queueSchema } from '../database/queues/queues.ts'

/** pg-boss over the app's own pool. Its schema is made by the owner; here it only puts in and takes out. */
export function openQueue(pool: Pool, { onError }: { readonly onError: (error: Error) => void }): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values === undefined ? undefined : [...values]) },
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    reindex: false,
    schedule: false,
    // A job taken by a killed process must come back soon; a check a minute is the least pg-boss allows to be useful.
    superviseIntervalSeconds: 30,
  })
  boss.on('error', onError)
  return boss
}

/** Wakes a worker inside the caller's transaction: the job is there exactly when the deliveries are. */
export function wakeBy(boss: PgBoss): Casework['wake'] {
  return async (tx, { region, deliveries }) => {
    // The courier takes all that is due; the ids say to whoever reads the queue what it was put there for.
    await boss.insert(deliveryQueue, [{ data: { region, deliveries } }], {
      db: {
        // Nobody needs the ids of the jobs, so nothing waits for them.
        executeSql: async (sql, values) => {
          tx.post(sql, values)
          return { rows: [] }
        },
      },
    })
  }
}
