import type { ClientBase } from 'pg'
import { PgBoss } from 'pg-boss'
import { queueSchema, queues } from './queues.ts'

/**
 * Makes the schema of pg-boss and its queues as the owner, and lets the app use them. Its tables stay on one machine: on
 * Citus they must never be distributed, because a job is taken by SKIP LOCKED.
 */
export async function prepareQueues(client: ClientBase): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values === undefined ? undefined : [...values]) },
    schema: queueSchema,
    supervise: false,
    schedule: false,
  })
  const failures: unknown[] = []
  boss.on('error', (error) => failures.push(error))
  await boss.start()
  try {
    for (const { name, ...options } of queues) {
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options)
      else await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
  if (failures.length > 0) throw failures[0]
  await client.query(`
    grant usage on schema ${queueSchema} to junheng_app;
    grant select, insert, update, delete on all tables in schema ${queueSchema} to junheng_app;
    grant execute on all functions in schema ${queueSchema} to junheng_app`)
}
