import { fork } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '@junheng/kernel'
import type { Client } from 'pg'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { region } from '../place.ts'
import { importer } from './actors.ts'
import { planHistory } from './history-plan.ts'
import { openIndexes, type KeptIndex } from './indexes.ts'
import type { Story } from './read-stories.ts'
import { caseTables } from './story-rows.ts'
import type { TableFile } from './table-files.ts'
import type { FillOrder, Part } from './worker.ts'

/** Every table that is filled; those that others refer to first. */
const tables: readonly string[] = [
  ...new Set([...caseTables, 'register.health_fact', 'register.household', 'register.address_key']),
  'audit.entry',
  'audit.chain_head',
  'casework.counter',
]

export interface Filled {
  readonly rows: number
  readonly seconds: number
  readonly indexSeconds: number
  /** Most memory of the programs that make the rows, together, bytes. */
  readonly memory: number
}

/**
 * Fills an empty, migrated database with a county. Several programs make the rows; one connection takes them in by COPY, in
 * the transaction that emptied the tables, so that nothing of it need be logged or looked at again. `owner` must be a
 * superuser's of a server whose files are on this machine; `folder` one that the server's user can read.
 */
export async function fillDatabase(options: {
  readonly owner: Client
  readonly secrets: Secrets
  readonly persons: number
  readonly today: Day
  readonly stories: readonly Story[]
  readonly folder: string
  readonly connect: () => Promise<Client>
}): Promise<Filled> {
  const { owner, secrets, persons, today, stories, folder, connect } = options
  const started = performance.now()
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await owner.query(
    `insert into access.post_grant (region, actor, post, purposes, valid)
     values ($1, $2, 'import', '{registration}', daterange(null, current_date)) on conflict do nothing`,
    [region, importer],
  )
  const indexes = await openIndexes(owner, tables)
  await owner.query('begin')
  // Rows that the service would write refer to one another; that they do is seen when the county is checked.
  await owner.query('set local session_replication_role = replica')
  await owner.query(`truncate ${tables.join(', ')} cascade`)
  for (const { drop } of indexes) await owner.query(drop)
  const take = copier(owner)
  const parts: readonly Part[] = ['people', 'birth-registration', 'one-birth']
  const order = { persons, today, folder, secrets, stories }
  const ends = await Promise.all(parts.map((part) => runWorker({ ...order, part }, take)))
  await fillCounter(owner, { persons, today })
  await owner.query('commit')
  await rm(folder, { recursive: true, force: true })
  const filled = performance.now()
  await makeIndexes(indexes, connect)
  await owner.query('analyze')
  return {
    rows: ends.reduce((sum, { rows }) => sum + rows, 0),
    seconds: (performance.now() - started) / 1000,
    indexSeconds: (performance.now() - filled) / 1000,
    memory: ends.reduce((sum, { rss }) => sum + rss, 0),
  }
}

/** Takes files in one after the other, whoever made them. */
function copier(owner: Client): (file: TableFile) => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve()
  return async ({ table, columns, path }) => {
    const mine = turn.then(() => owner.query(`copy ${table} (${columns}) from '${path}' with (freeze)`))
    turn = mine.catch(() => undefined)
    await mine
    await rm(path)
  }
}

async function runWorker(
  order: FillOrder,
  take: (file: TableFile) => Promise<void>,
): Promise<{ readonly rows: number; readonly rss: number }> {
  const file = join(order.folder, `order-${order.part}.json`)
  await writeFile(file, JSON.stringify(order), { mode: 0o600 })
  const child = fork(join(import.meta.dirname, 'worker.ts'), [file], {
    execArgv: ['--max-old-space-size=900', '--max-semi-space-size=16'],
  })
  return new Promise((resolve, reject) => {
    let end: { readonly rows: number; readonly rss: number } | null = null
    child.on('message', (message: TableFile | { done: true; rows: number; rss: number }) => {
      if ('done' in message) {
        end = message
        return
      }
      take(message).then(
        () => child.connected && child.send('taken'),
        (error: unknown) => {
          child.kill()
          reject(error instanceof Error ? error : new Error(String(error)))
        },
      )
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (end === null) reject(new Error(`a program that fills (${order.part}) ended with ${String(code)}`))
      else resolve(end)
    })
  })
}

async function fillCounter(owner: Client, { persons, today }: { persons: number; today: Day }): Promise<void> {
  const [births, registrations] = (['one-birth', 'birth-registration'] as const).map((kind) =>
    planHistory(kind, { persons, today }),
  )
  for (const [year, n] of registrations?.byYear ?? []) {
    const last = n + (births?.byYear.get(year) ?? 0)
    await owner.query('insert into casework.counter (region, year, last) values ($1, $2, $3)', [region, year, last])
  }
}

/** Two at a time, the machine's two processors. */
async function makeIndexes(indexes: readonly KeptIndex[], connect: () => Promise<Client>): Promise<void> {
  const waiting = [...indexes]
  const makeSome = async () => {
    const client = await connect()
    try {
      await client.query(`set maintenance_work_mem = '256MB'`)
      await client.query('set max_parallel_maintenance_workers = 0')
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await client.query(one.make)
    } finally {
      await client.end()
    }
  }
  await Promise.all([makeSome(), makeSome()])
}
