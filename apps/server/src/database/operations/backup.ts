import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { escapeIdentifier, type ClientBase } from 'pg'
import { sealingKeys } from '../sealing-keys.ts'
import type { Secrets } from '../secrets.ts'

/** What a backup says of itself. Rows lie beside it, one gzipped file of JSON lines a table. */
export interface Manifest {
  readonly kind: 'junheng-backup'
  readonly version: 1
  readonly madeAt: string
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly checksum: string }[]
  /** Tells which keys opened the sealed numbers, without telling the keys. */
  readonly keys: string
  /** The same of the sealing keys that were made later; absent in older backups. */
  readonly laterKeys?: readonly string[]
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
  const clear = () => rmSync(making, { recursive: true, force: true })
  process.once('exit', clear)
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
      laterKeys: laterFingerprints(secrets),
      tables,
    }
    await writeFile(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    await rename(making, folder)
    return manifest
  } finally {
    clear()
    process.removeListener('exit', clear)
    await client.query('rollback')
  }
}

/** What nobody misses after a disaster, and what must not come to life again: sessions, codes, counts of failures. */
const fleeting = [
  'auth.session',
  'auth.verification',
  'auth.one_time_code',
  'auth.used_code',
  'auth.failure',
  'auth.rate_limit',
]

/** All tables that are kept, those that others refer to first. */
export async function listTables(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with recursive tables as (
       select c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('access', 'audit', 'auth', 'casework', 'payment', 'register', 'staff') and c.relkind = 'r'
     ), depths as (
       select oid, 0 as depth from tables
       union
       select k.conrelid, d.depth + 1 from depths d
       join pg_constraint k on k.confrelid = d.oid and k.contype = 'f' and k.conrelid <> d.oid
     )
     select name from tables join depths using (oid) where name <> all ($1)
     group by name order by max(depth), name`,
    [fleeting],
  )
  return rows.map(({ name }) => name)
}

export function fingerprint({ sealing, finding }: Pick<Secrets, 'sealing' | 'finding'>): string {
  return createHash('sha256').update(`junheng keys ${sealing} ${finding}`).digest('hex').slice(0, 16)
}

/** Of the sealing keys made later, each by itself: a backup is read by whoever has them all, and perhaps more. */
export function laterFingerprints(secrets: Pick<Secrets, 'sealing' | 'later' | 'file'>): readonly string[] {
  const [, ...later] = sealingKeys(secrets)
  return later.map(({ number, key }) =>
    createHash('sha256').update(`junheng key ${number} ${key}`).digest('hex').slice(0, 16),
  )
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
