import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { act } from '../../apps/server/src/register/act.ts'
import { region, today } from './fill.ts'

const atOnce = 8
const count = 800

/** The tables that a registration writes a row into, or several. */
const tables = [
  ['register.action', 1],
  ['register.fact', 5],
  ['register.sealed', 1],
  ['register.person', 1],
  ['register.number_key', 1],
  ['register.outbox', 1],
  ['audit.entry', 1],
] as const

/** Registrations a second, by so many clerks at once. */
export async function registrations(options: {
  readonly app: Pool
  readonly secrets: Secrets
  readonly actors: readonly string[]
}): Promise<number> {
  const { app, secrets, actors } = options
  return rateOf(async (clerk) => {
    const outcome = await act({
      register: { pool: app },
      secrets,
      access: {
        actor: actors[clerk] ?? '',
        region,
        townships: null,
        villages: null,
        purpose: 'registration',
        caseId: null,
        fields: [],
        reason: null,
      },
      input: {
        id: randomUUID(),
        region,
        source: { kind: 'declared' },
        command: {
          kind: 'register-person',
          person: randomUUID(),
          name: '王小明',
          sex: 'male',
          birthDate: '2026-01-02',
          township: `${region}001`,
          phone: '13812345678',
        },
      },
      today,
      now: Temporal.Now.instant(),
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  })
}

/**
 * The same rows by plain INSERTs into tables with the same columns, indexes and checks, a statement a table, in one
 * transaction each: what any program would have to write, without deciding, guarding or chaining anything.
 */
export async function bareInserts(owner: Pool): Promise<number> {
  await owner.query('drop schema if exists bare cascade; create schema bare')
  const inserts: string[] = []
  for (const [table, rows] of tables) {
    const name = table.split('.')[1] ?? ''
    await owner.query(`create table bare.${name} (like ${table} including all)`)
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped order by attnum`,
    )
    // Rows of today's registrations, with ids of their own.
    const fresh = new Set(['id', 'fact', 'seq', 'person'])
    const list = columns.map(({ name: column, type }) => {
      if (!fresh.has(column)) return `t.${column}`
      return type === 'uuid' ? 'gen_random_uuid()' : '(random() * 9e15)::bigint'
    })
    const newest = `select * from ${table} where region = '${region}' order by ${columns.some(({ name: column }) => column === 'recorded_at') ? 'recorded_at' : '1'} desc limit ${rows}`
    await owner.query(`create table bare.${name}_sample as ${newest}`)
    inserts.push(`insert into bare.${name} select ${list.join(', ')} from bare.${name}_sample t`)
  }
  const rate = await rateOf(async () => {
    const client = await owner.connect()
    await client.query('begin')
    for (const insert of inserts) await client.query(insert)
    await client.query('commit')
    client.release()
  })
  await owner.query('drop schema bare cascade')
  return rate
}

async function rateOf(once: (clerk: number) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: atOnce }, async (_, clerk) => {
      while (left-- > 0) await once(clerk)
    }),
  )
  return count / ((performance.now() - started) / 1000)
}
