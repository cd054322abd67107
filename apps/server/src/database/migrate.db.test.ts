import { describe, expect, it } from 'vitest'
import { distributedTables } from './citus/distribute.ts'
import { testDatabase } from './testing/test-database.ts'
import { migrate, readMigrations, type Migration } from './migrate.ts'

const database = testDatabase()

async function run(migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await database().owner.connect()
  try {
    return await migrate(client, migrations)
  } finally {
    client.release()
  }
}

function extra(sql: string): Migration {
  return { number: 9000, name: '9000_extra.sql', sql, checksum: sql }
}

describe('migrations', () => {
  it('are numbered upwards, no number twice, and applied once', async () => {
    const migrations = await readMigrations()
    const numbers = migrations.map(({ number }) => number)
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(numbers)
    expect(await run(migrations)).toEqual([])
  })

  it('that fail leave nothing behind', async () => {
    const migrations = await readMigrations()
    const broken = extra('create table public.half (x int); select 1 / 0')
    await expect(run([...migrations, broken])).rejects.toThrow('division by zero')
    const { rows } = await database().owner.query(`select to_regclass('public.half') as half`)
    expect(rows).toEqual([{ half: null }])
  })

  it('that were changed after they ran are refused before anything happens', async () => {
    const [first, ...rest] = await readMigrations()
    const changed = { ...first, checksum: 'other' } as Migration
    await expect(run([changed, ...rest, extra('create table public.never (x int)')])).rejects.toMatchObject({
      code: 'migration-changed',
    })
    expect((await database().owner.query(`select to_regclass('public.never') as t`)).rows).toEqual([{ t: null }])
  })

  it('of a newer program are recognised by an older one', async () => {
    const migrations = await readMigrations()
    await expect(run(migrations.slice(0, -1))).rejects.toMatchObject({ code: 'database-newer' })
  })
})

describe('the schema', () => {
  it('carries the region in every table that grows, first in its primary key', async () => {
    const { rows } = await database().owner.query<{ name: string; key: string }>(
      `select n.nspname || '.' || c.relname as name, a.attname as key
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_index i on i.indrelid = c.oid and i.indisprimary
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where n.nspname in ('access', 'audit', 'casework', 'payment', 'register', 'staff') and c.relkind = 'r' and a.attname <> 'region' order by 1`,
    )
    // The lists of purposes and kinds of posts do not grow; an identity number is one person's in the whole country.
    expect(rows).toEqual([
      { name: 'access.purpose', key: 'purpose' },
      { name: 'register.identity_number', key: 'hash' },
      { name: 'staff.post_kind', key: 'kind' },
    ])
  })

  it('begins every other key and index with the region', async () => {
    const { rows } = await database().owner.query<{ line: string }>(
      `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where n.nspname in ('access', 'audit', 'casework', 'payment', 'register', 'staff') and a.attname not in ('region', 'hash', 'purpose', 'kind')`,
    )
    expect(rows).toEqual([])
  })

  it('uses neither triggers nor sub-selects in policies, which Citus cannot distribute', async () => {
    const { owner } = database()
    const triggers = await owner.query(
      `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
       where not t.tgisinternal and n.nspname in ('access', 'audit', 'casework', 'payment', 'register', 'staff')`,
    )
    expect(triggers.rows).toEqual([])
    const policies = await owner.query(
      `select policyname from pg_policies where concat(qual, with_check) ~* '\\mselect\\M'`,
    )
    expect(policies.rows).toEqual([])
  })

  it('narrows by no restrictive policy, which Citus would copy to its workers as one more way in', async () => {
    const { rows } = await database().owner.query(`select polname from pg_policy where not polpermissive`)
    expect(rows).toEqual([])
  })

  it('says of every table whether it is spread over a cluster, and how', async () => {
    const { rows } = await database().owner.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('access', 'audit', 'register', 'staff', 'casework', 'payment')`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(distributedTables.toSorted())
  })

  it('guards every table of people by row-level security', async () => {
    const { rows } = await database().owner.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('access', 'audit', 'casework', 'payment', 'register', 'staff') and c.relkind = 'r' and not c.relrowsecurity order by 1`,
    )
    // These hold no person; the app touches grants through access.begin only.
    expect(rows.map(({ name }) => name)).toEqual(['access.post_grant', 'access.purpose', 'staff.post_kind'])
  })
})
