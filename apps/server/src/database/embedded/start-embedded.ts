import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DomainError, type Words } from '@junheng/kernel'
import { dataFolder, initialiseCluster, type Cluster } from './cluster.ts'
import { chooseHomeFolder } from './home-folder.ts'
import {
  awaitPostmaster,
  findPostmaster,
  isAlive,
  signal,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from './postmaster.ts'
import { bringPrograms } from './programs.ts'
import { findRunner } from './runner.ts'
import { readSecrets, type Secrets } from '../secrets.ts'

/** The embedded server, reachable by this program as superuser `postgres`. */
export interface EmbeddedServer {
  readonly home: string
  /** 127.0.0.1, or the folder that its socket lies in, which only its own user and root may enter. */
  readonly host: string
  readonly port: number
  readonly secrets: Secrets
  /** Why the data is not where it was wanted; null: it is. */
  readonly moved: Words | null
  /** Stops the server if this process answers for it; another process's server goes on. */
  readonly stop: () => Promise<void>
}

const everywhere = [
  'listen_addresses=127.0.0.1',
  'timezone=UTC',
  'jit=off',
  'max_connections=60',
  'password_encryption=scram-sha-256',
]
/** For a service on a small machine; durability stays as PostgreSQL has it: every commit is on the disk. */
const lasting = ['shared_buffers=128MB', 'work_mem=8MB', 'wal_compression=on', 'log_statement=none']
/** For tests whose data is thrown away: nothing need survive a crash of the machine. */
const fleeting = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_wal_size=4GB']

/**
 * Starts, or finds running, the database of a folder. Its data survives restarts, also of a killed process. `existing`: one
 * that is not there is not made, but refused (DomainError `no-database`).
 */
export async function startEmbedded(
  wantedHome: string,
  { existing = false }: { readonly existing?: boolean } = {},
): Promise<EmbeddedServer> {
  const runner = await findRunner()
  const { folder: home, moved } = await chooseHomeFolder(wantedHome, runner)
  if (existing && !existsSync(join(dataFolder(home), 'PG_VERSION'))) throw noDatabase(home)
  const secrets = await readSecrets(home)
  const cluster = { home, programs: await bringPrograms(home), runner }
  await initialiseCluster(cluster, secrets.superuser)
  const { postmaster, ours } = await startOrJoin(cluster)
  const stopAtExit = () => signal(postmaster.pid, 'SIGINT')
  if (ours) process.once('exit', stopAtExit)
  return {
    home,
    host: postmaster.host,
    port: postmaster.port,
    secrets,
    moved,
    async stop() {
      process.removeListener('exit', stopAtExit)
      if (ours) await stopPostmaster(postmaster)
    },
  }
}

/** A server with data that is thrown away at the end: for tests and measurements. */
export async function startTemporary(settings: readonly string[] = []): Promise<EmbeddedServer> {
  const home = await mkdtemp(join(tmpdir(), 'junheng-postgres-'))
  await chmod(home, 0o755)
  const discard = () => rm(home, { recursive: true, force: true })
  try {
    const server = await startWith(home, [...fleeting, ...settings])
    const stop = async () => {
      await server.stop()
      await discard()
    }
    return { ...server, stop }
  } catch (error) {
    await discard()
    throw error
  }
}

/** A server of this process alone on a folder that every user may enter, with settings of its own: for measurements. */
export async function startWith(home: string, settings: readonly string[]): Promise<EmbeddedServer> {
  const runner = await findRunner()
  const secrets = await readSecrets(home)
  const cluster = { home, programs: await bringPrograms(home), runner }
  await initialiseCluster(cluster, secrets.superuser)
  const postmaster = await startPostmaster(cluster, [...everywhere, ...settings])
  const stopAtExit = () => signal(postmaster.pid, 'SIGQUIT')
  process.once('exit', stopAtExit)
  const stop = async () => {
    process.removeListener('exit', stopAtExit)
    await stopPostmaster(postmaster)
  }
  return { home, host: postmaster.host, port: postmaster.port, secrets, moved: null, stop }
}

/** A server left behind by a killed process is adopted: whoever finds it answers for stopping it. */
async function startOrJoin(cluster: Cluster): Promise<{ postmaster: Postmaster; ours: boolean }> {
  const keeperFile = join(cluster.home, 'keeper.pid')
  const running = findPostmaster(cluster.home)
  if (running !== undefined && isAlive(readKeeper(keeperFile))) return { postmaster: running, ours: false }
  // Whole or not at all: whoever reads an empty name takes the server for nobody's.
  const keep = () => {
    const writing = `${keeperFile}.${process.pid}`
    writeFileSync(writing, `${process.pid}\n`)
    renameSync(writing, keeperFile)
  }
  keep()
  if (running !== undefined) return { postmaster: running, ours: true }
  try {
    const postmaster = await startPostmaster(cluster, [...everywhere, ...lasting])
    // Again, because another process may have written its name before it lost the race.
    keep()
    return { postmaster, ours: true }
  } catch (error) {
    // Another process may have been faster: PostgreSQL lets only one server have the folder.
    const faster = await awaitPostmaster(cluster.home)
    if (faster === undefined) throw error
    return { postmaster: faster, ours: false }
  }
}

function readKeeper(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function noDatabase(home: string): DomainError<'no-database'> {
  return new DomainError('no-database', {
    text: {
      zh: `这里还没有数据库：${home}；先 npm start 一次，或用 JUNHENG_DATA、DATABASE_URL 指明在哪里`,
      en: `there is no database here yet: ${home}; run npm start once, or say by JUNHENG_DATA or DATABASE_URL where it is`,
    },
    info: { home },
  })
}
