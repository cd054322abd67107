import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { DomainError, type Words } from '@junheng/kernel'
import type { ClientBase } from 'pg'
import { migrate, type Migration } from '../migrate.ts'
import type { Secrets } from '../secrets.ts'
import { fingerprint, laterFingerprints, listTables, quoted, type Manifest } from './backup.ts'

const batch = 2000

export interface RestoreOptions {
  readonly folder: string
  readonly secrets: Secrets
  readonly migrations: readonly Migration[]
}

/**
 * Fills an empty database from a backup, then brings its schema forward. Everything is checked before anything is
 * written, and rows are written in one transaction. Throws `backup-damaged`, `database-not-empty`, `other-keys`.
 */
export async function restore(client: ClientBase, options: RestoreOptions): Promise<Manifest> {
  const { folder, secrets, migrations } = options
  const manifest = await readManifest(folder)
  const own = laterFingerprints(secrets)
  const isOurs = manifest.keys === fingerprint(secrets) && (manifest.laterKeys ?? []).every((key) => own.includes(key))
  if (!isOurs) throw otherKeys()
  for (const entry of manifest.tables) await checkTable(folder, entry)
  await refuseFilled(client)
  const then = manifest.migrations.map(({ number }) => number)
  await migrate(
    client,
    migrations.filter(({ number }) => then.includes(number)),
  )
  await client.query('begin')
  try {
    // A place may come before the one it lies in.
    await client.query('set constraints all deferred')
    const there = await listTables(client)
    const missing = manifest.tables.find(({ table }) => !there.includes(table))
    if (missing !== undefined) throw damaged(missing.table)
    // Rows that migrations put there come back from the backup as they were.
    for (const table of [...there].reverse()) await client.query(`delete from ${quoted(table)}`)
    for (const { table, rows } of manifest.tables) await loadTable(client, { folder, table, rows })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await migrate(client, migrations)
  return manifest
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '')
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.kind === 'junheng-backup' && manifest.version === 1) return manifest
  } catch {
    // Said below.
  }
  throw damaged('manifest.json')
}

async function checkTable(folder: string, { table, rows, sha256 }: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256')
  let count = 0
  try {
    for await (const line of readLines(folder, table)) {
      hash.update(`${line}\n`)
      count++
    }
  } catch {
    throw damaged(table)
  }
  if (count !== rows || hash.digest('hex') !== sha256) throw damaged(table)
}

async function refuseFilled(client: ClientBase): Promise<void> {
  for (const table of await listTables(client)) {
    if (table === 'access.purpose' || table === 'staff.post_kind') continue
    const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`)
    if (rowCount !== 0) {
      throw new DomainError('database-not-empty', {
        text: {
          zh: `数据库里已有数据（${table}）；只能恢复到空数据库`,
          en: `the database holds data already (${table}); a backup is restored into an empty one only`,
        },
        info: { table },
      })
    }
  }
}

async function loadTable(
  client: ClientBase,
  { folder, table, rows }: { readonly folder: string; readonly table: string; readonly rows: number },
): Promise<void> {
  let [waiting, loaded]: [string[], number] = [[], 0]
  const flush = async () => {
    const name = quoted(table)
    const { rowCount } = await client.query(
      `insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`,
      [`[${waiting.join(',')}]`],
    )
    loaded += rowCount ?? 0
    waiting = []
  }
  for await (const line of readLines(folder, table)) {
    waiting.push(line)
    if (waiting.length >= batch) await flush()
  }
  if (waiting.length > 0) await flush()
  if (loaded !== rows) throw damaged(table)
}

async function* readLines(folder: string, table: string): AsyncGenerator<string> {
  const file = createReadStream(join(folder, `${table}.jsonl.gz`))
  const text = createGunzip()
  file.on('error', (error) => text.destroy(error))
  // Only \n ends a line: JSON may hold other characters that readline would take for an end.
  let rest = ''
  for await (const part of file.pipe(text).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function damaged(what: string): DomainError {
  return refusal('backup-damaged', {
    zh: `备份不完整或被改动：${what}`,
    en: `the backup is incomplete or was changed: ${what}`,
  })
}

function otherKeys(): DomainError {
  return refusal('other-keys', {
    zh: '备份是用另一套密钥做的，恢复后身份证号和电话无法解开；请先放回原来的 secrets.json',
    en: 'the backup was made with other keys, so its numbers could not be read; put its secrets.json back first',
  })
}

function refusal(code: string, text: Words): DomainError {
  return new DomainError(code, { text })
}
