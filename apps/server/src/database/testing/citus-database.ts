import { distribute } from '../citus/distribute.ts'
import { openPool, type Address } from '../connect.ts'

/** The workers of JUNHENG_CITUS_WORKERS (`host:port,host:port`); none: a plain server. */
export function citusWorkers(): readonly { readonly host: string; readonly port: number }[] {
  return (process.env['JUNHENG_CITUS_WORKERS'] ?? '')
    .split(',')
    .filter((text) => text !== '')
    .map((text) => {
      const [host = '', port = ''] = text.split(':')
      return { host, port: Number(port) }
    })
}

/** Makes a fresh database of the coordinator one of the whole cluster: the same name on every worker, tables spread. */
export async function spreadOverCluster(coordinator: Address): Promise<() => Promise<void>> {
  const workers = citusWorkers()
  for (const worker of workers) {
    const there = openPool({ ...coordinator, ...worker, database: 'postgres' }, { max: 1 })
    await there.query(`create database ${coordinator.database} template template0`)
    await there.end()
    const pool = openPool({ ...coordinator, ...worker }, { max: 1 })
    for (const role of ['junheng_app', 'junheng_auditor']) {
      await pool.query(
        `do $$ begin create role ${role} login; exception when duplicate_object or unique_violation then null; end $$`,
      )
    }
    await pool.query('create extension if not exists btree_gist with schema public')
    await pool.query('create extension citus')
    await pool.end()
  }
  const owner = openPool(coordinator, { max: 1 })
  const client = await owner.connect()
  await client.query('create extension citus')
  await client.query('select citus_set_coordinator_host($1, $2)', [coordinator.host, coordinator.port])
  for (const { host, port } of workers) await client.query('select citus_add_node($1, $2)', [host, port])
  await distribute(client)
  client.release()
  await owner.end()
  return async () => {
    for (const worker of workers) {
      const there = openPool({ ...coordinator, ...worker, database: 'postgres' }, { max: 1 })
      await there.query(`drop database if exists ${coordinator.database} with (force)`)
      await there.end()
    }
  }
}
