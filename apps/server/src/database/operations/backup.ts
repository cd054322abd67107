import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { escapeIdentifier, type ClientBase } from 'pg'
import type { Secrets } from '../secrets.ts'

/** What a backup says of itself. Rows lie beside it, one gzipped file of JSON lines a table. */
export interface Manifest {
  readonly kind: 'junheng-backup'
  readonly version: 1
  readonly madeAt: string
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly checksum: string }[]
  /** Tells which keys opened the sealed numbers, without telling the keys. */
  readonly keys: string
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly sha256: string }[]
}

const batch = 5000

/**
 * Writes every table, as of one instant, while the service goes on. The folder has its name only once all is in it.
 * Secrets are not in it: keep them elsewhere.
 */
export async function backup(
  client: ClientBase,
  { folder, secrets, now }: { readonly folder: string; readonly secrets: Secrets; readonly now: Temporal.Instant },
): Promise<Manifest> {
  const making = `${folder}.unfinished`
  await mkdir(making, { recursive: true, mode: 0o700 })
  await client.query('begin isolation level repeatable read read only')
  try {
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select number, name, checksum from public.migration order by number',
    )
    const tables: Manifest['tables'][number][] = []
    for (const table of await listTables(client)) tables.push(await writeTable(client, { table, folder: making }))
    const manifest: Manifest = {
      kind: 'junheng-backup',
      version: 1,
      madeAt: now.toString(),
      migrations,
      keys: fingerprint(secrets),
      tables,
    }
    await writeFile(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    await rename(making, folder)
    return manifest
  } finally {
    await client.query('rollback')
  }
}

/** All tables of the three schemas, those that others refer to first. */
export async function listTables(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('access', 'audit', 'register')
     order by schemaname || '.' || tablename <> 'register.action', 1`,
  )
  return rows.map(({ name }) => name)
}

export function fingerprint({ sealing, finding }: Pick<Secrets, 'sealing' | 'finding'>): string {
  return createHash('sha256').update(`junheng keys ${sealing} ${finding}`).digest('hex').slice(0, 16)
}

/** A table's name for SQL, from the database's own list. */
export function quoted(table: string): string {
  return table.split('.').map(escapeIdentifier).join('.')
}

async function writeTable(client: ClientBase, { table, folder }: { table: string; folder: string }) {
  const hash = createHash('sha256')
  let rows = 0
  async function* lines() {
    await client.query(`declare lines no scroll cursor for select row_to_json(t)::text as line from ${quoted(table)} t`)
    for (;;) {
      const { rows: found } = await client.query<{ line: string }>(`fetch ${batch} from lines`)
      if (found.length === 0) break
      rows += found.length
      const text = found.map(({ line }) => `${line}\n`).join('')
      hash.update(text)
      yield text
    }
    await client.query('close lines')
  }
  const file = createWriteStream(join(folder, `${table}.jsonl.gz`), { mode: 0o600 })
  await pipeline(Readable.from(lines()), createGzip({ level: 4 }), file)
  return { table, rows, sha256: hash.digest('hex') }
}
