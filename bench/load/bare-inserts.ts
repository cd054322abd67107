import type { Pool } from 'pg'
import { region } from './place.ts'

/** Rows that one deed of the service leaves in each table, on the average. */
export type RowsWritten = ReadonlyMap<string, number>

/** Rows that were put into the tables of our schemas so far; what a connection put in counts once it has ended. */
export async function insertedSoFar(owner: Pool): Promise<ReadonlyMap<string, number>> {
  const { rows } = await owner.query<{ name: string; n: number }>(
    `select schemaname || '.' || relname as name, n_tup_ins as n from pg_stat_user_tables
     where schemaname in ('register', 'casework', 'audit', 'access')`,
  )
  return new Map(rows.map(({ name, n }) => [name, n]))
}

export function rowsOfOne(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  deeds: number,
): RowsWritten {
  const each = [...after].map(([name, n]) => [name, Math.round((n - (before.get(name) ?? 0)) / deeds)] as const)
  return new Map(each.filter(([, n]) => n > 0))
}

/**
 * How quickly plain INSERTs write as many rows into tables with the same columns, indexes and checks, a statement a table:
 * what any program would have to write, without deciding, guarding or chaining anything. Deeds a second, `transactions`
 * each, by so many connections at once.
 */
export async function bareInserts(
  owner: Pool,
  {
    rows,
    transactions,
    atOnce,
    count,
  }: { readonly rows: RowsWritten; readonly transactions: number; readonly atOnce: number; readonly count: number },
): Promise<number> {
  await owner.query('drop schema if exists bare cascade; create schema bare')
  const inserts: string[] = []
  for (const [table, n] of rows) inserts.push(await prepareBare(owner, table, n))
  const parts = Array.from({ length: transactions }, (_, part) =>
    inserts.filter((_one, at) => at % transactions === part),
  )
  const rate = await rateOf({ atOnce, count }, async () => {
    const client = await owner.connect()
    for (const part of parts) {
      await client.query('begin')
      for (const insert of part) await client.query(insert)
      await client.query('commit')
    }
    client.release()
  })
  await owner.query('drop schema bare cascade')
  return rate
}

/** Columns by which rows of their kind are told apart: each row has a value of its own. */
const own = new Set(['id', 'fact', 'seq', 'person', 'case_id', 'number', 'hash', 'key', 'household'])

const fresh: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  integer: '(random() * 2e9)::integer',
  bigint: '(random() * 9e15)::bigint',
  bytea: `decode(md5(random()::text) || md5(random()::text), 'hex')`,
  text: 'gen_random_uuid()::text',
}

async function prepareBare(owner: Pool, table: string, rows: number): Promise<string> {
  const name = table.replace('.', '_')
  await owner.query(`create table bare.${name} (like ${table} including all)`)
  await owner.query(
    `create table bare.${name}_sample as select * from ${table} where region = '${region}' limit ${rows}`,
  )
  const { rows: columns } = await owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  )
  const list = columns.map(({ name: column, type }) =>
    own.has(column) ? (fresh[type] ?? `t.${column}`) : `t.${column}`,
  )
  return `insert into bare.${name} select ${list.join(', ')} from bare.${name}_sample t`
}

/** Deeds a second. */
export async function rateOf(
  { atOnce, count }: { readonly atOnce: number; readonly count: number },
  once: (worker: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: atOnce }, async (_, worker) => {
      while (left-- > 0) await once(worker)
    }),
  )
  return count / ((performance.now() - started) / 1000)
}
