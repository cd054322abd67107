import { join } from 'node:path'
import type { Words } from '@junheng/kernel'
import { Client, escapeIdentifier, type Pool } from 'pg'
import { addressOf, openPool, type Address } from './connect.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { chooseHomeFolder } from './embedded/home-folder.ts'
import { migrate, readMigrations } from './migrate.ts'
import { setRolePasswords } from './roles.ts'
import { prepareQueues } from './queues/prepare-queues.ts'
import { readSecrets, type Secrets } from './secrets.ts'

/** An open, migrated database. */
export interface Database {
  /** As junheng_app: what the service uses. */
  readonly app: Pool
  readonly addresses: { readonly owner: Address; readonly app: Address; readonly auditor: Address }
  readonly secrets: Secrets
  readonly home: string
  /** Migrations applied by this opening. */
  readonly migrated: readonly string[]
  /** Why the data is not in the usual folder; null: it is. */
  readonly moved: Words | null
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  /** Folder for the data of the embedded server and for the secrets. Default: JUNHENG_DATA, else .data in the project. */
  readonly home?: string
  /** An existing server, entered as the owner of the schema. Default: DATABASE_URL, else the embedded server. */
  readonly url?: string
  /** Leave the schema as it is. */
  readonly migrate?: boolean
  /** Make no embedded database where there is none: DomainError `no-database`. */
  readonly existing?: boolean
}

/** Opens the database that the environment names, or the embedded one, and brings its schema forward. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const wanted = options.home ?? process.env['JUNHENG_DATA'] ?? join(import.meta.dirname, '../../../../.data')
  const url = options.url ?? process.env['DATABASE_URL']
  const place =
    url === undefined || url === ''
      ? await embeddedPlace(wanted, options.existing ?? false)
      : await serverPlace(wanted, url)
  const { owner, secrets, home, moved, stop } = place
  try {
    await createDatabase(owner, place.maintenance)
    const migrated = options.migrate === false ? [] : await bringForward(owner, secrets)
    const addresses = {
      owner,
      app: { ...owner, user: 'junheng_app', password: secrets.app },
      auditor: { ...owner, user: 'junheng_auditor', password: secrets.auditor },
    }
    const app = openPool(addresses.app)
    const close = async () => {
      await app.end()
      await stop()
    }
    return { app, addresses, secrets, home, migrated, moved, close }
  } catch (error) {
    await stop()
    throw error
  }
}

async function embeddedPlace(wanted: string, existing: boolean) {
  const server = await startEmbedded(wanted, { existing })
  const owner: Address = {
    host: server.host,
    port: server.port,
    database: 'junheng',
    user: 'postgres',
    password: server.secrets.superuser,
  }
  return { ...server, owner, maintenance: 'postgres' as string | null }
}

/** On a server of someone else only the secrets are ours; the database is made if the URL's owner may. */
async function serverPlace(wanted: string, url: string) {
  const { folder: home, moved } = await chooseHomeFolder(wanted, {})
  const secrets = await readSecrets(home)
  return {
    owner: addressOf(url),
    secrets,
    home,
    moved,
    maintenance: null as string | null,
    stop: async () => undefined,
  }
}

async function createDatabase(owner: Address, maintenance: string | null): Promise<void> {
  if (maintenance === null) return
  const client = new Client({ ...owner, database: maintenance, ssl: owner.ssl ?? false })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [owner.database])
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(owner.database)} template template0`)
  } catch (error) {
    // Another process that started at the same moment made it.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await client.end()
  }
}

/** Migrates as the owner and gives the two other roles their passwords. */
async function bringForward(owner: Address, secrets: Secrets): Promise<readonly string[]> {
  const client = new Client({ ...owner, ssl: owner.ssl ?? false })
  await client.connect()
  try {
    // One program after the other: the queues' own library does not expect two to make its schema at once.
    await client.query('select pg_advisory_lock(7482013)')
    const applied = await migrate(client, await readMigrations())
    await prepareQueues(client)
    await setRolePasswords(client, secrets)
    await client.query('select pg_advisory_unlock(7482013)')
    return applied
  } finally {
    await client.end()
  }
}
