import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '@junheng/kernel'
import type pg from 'pg'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

const folder = join(import.meta.dirname, '../../migrations')

/** The numbered files of apps/server/migrations, in order. */
export async function readMigrations(from = folder): Promise<readonly Migration[]> {
  const names = (await readdir(from)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(from, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings a database forward, each migration in its own transaction; returns the names of those applied now.
 * Throws `migration-changed` or `database-newer`, before anything is touched.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock(7482011)')
  try {
    const applied = await appliedMigrations(client)
    for (const { number, name, checksum } of applied) checkUnchanged(migrations, { number, name, checksum })
    const done = new Set(applied.map(({ number }) => number))
    const waiting = migrations.filter(({ number }) => !done.has(number))
    for (const { number, name, sql, checksum } of waiting) {
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into public.migration (number, name, checksum) values ($1, $2, $3)', [
          number,
          name,
          checksum,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    }
    return waiting.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock(7482011)')
  }
}

async function appliedMigrations(client: pg.ClientBase): Promise<readonly Omit<Migration, 'sql'>[]> {
  await client.query(
    `create table if not exists public.migration (
       number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now()
     )`,
  )
  const { rows } = await client.query<Omit<Migration, 'sql'>>(
    'select number, name, checksum from public.migration order by number',
  )
  return rows
}

function checkUnchanged(migrations: readonly Migration[], { number, name, checksum }: Omit<Migration, 'sql'>): void {
  const file = migrations.find((migration) => migration.number === number)
  if (file === undefined) {
    throw new DomainError('database-newer', {
      text: {
        zh: `数据库已执行迁移 ${name}，这个版本的程序没有它；请用更新的程序`,
        en: `the database has migration ${name}, which this program does not know; use a newer program`,
      },
      info: { number },
    })
  }
  if (file.checksum === checksum) return
  throw new DomainError('migration-changed', {
    text: {
      zh: `迁移文件 ${name} 执行后被改动过；请恢复原文件，改动写进新的迁移`,
      en: `migration ${name} was changed after it was applied; restore it and put the change into a new migration`,
    },
    info: { number },
  })
}
