import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openPool, type Address } from '../../apps/server/src/database/connect.ts'
import { startWith, type EmbeddedServer } from '../../apps/server/src/database/embedded/start-embedded.ts'

/** Nothing of a fill that broke off is kept, so nothing need reach the disk before its end. */
const filling = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_wal_size=8GB',
  'checkpoint_timeout=1h',
  'shared_buffers=256MB',
]
/** As a service on a small machine has it: every commit is on the disk. */
const measuring = [
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'wal_compression=on',
  'shared_buffers=128MB',
  'work_mem=8MB',
]

export type Mode = 'filling' | 'measuring'

/** A folder of a database server of the bench: `kept` stays there for the next run, null is thrown away. */
export async function openFolder(
  kept: string | null,
): Promise<{ readonly home: string; readonly end: () => Promise<void> }> {
  if (kept !== null) {
    await mkdir(kept, { recursive: true, mode: 0o755 })
    return { home: kept, end: async () => undefined }
  }
  const home = await mkdtemp(join(tmpdir(), 'junheng-load-'))
  await chmod(home, 0o755)
  return { home, end: () => rm(home, { recursive: true, force: true }) }
}

export function startServer(home: string, mode: Mode): Promise<EmbeddedServer> {
  return startWith(home, mode === 'filling' ? filling : measuring)
}

export function addressOf({ host, port, secrets }: EmbeddedServer, database: string): Address {
  return { host, port, database, user: 'postgres', password: secrets.superuser }
}

export function connectOwner(server: EmbeddedServer, database: string): Promise<Client> {
  return connectTo(addressOf(server, database))
}

/** A connection as plain pg has it. */
export async function connectTo({ ssl: _ssl, ...address }: Address): Promise<Client> {
  const client = new Client({ ...address, options: '-c TimeZone=UTC' })
  // Cut when the server is stopped under it, after something else failed that is worth telling.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

export function poolAs(
  server: EmbeddedServer,
  database: string,
  { user, max }: { user: 'app' | 'auditor'; max?: number },
) {
  const password = server.secrets[user]
  return openPool(
    { ...addressOf(server, database), user: `junheng_${user}`, password },
    max === undefined ? {} : { max },
  )
}
