import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFolder, giveTo, type Cluster } from './cluster.ts'

/** A running server process. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** 127.0.0.1, or the folder of its socket, which costs half of what a journey by TCP costs. */
  readonly host: string
}

/** How long a start may take: a large database recovers after a crash before it opens. */
const startMilliseconds = 120_000
const stepMilliseconds = 25

/** The server that runs on this data folder and takes connections, if any. */
export function findPostmaster(home: string): Postmaster | undefined {
  const lines = readPidFile(home)
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || lines[7]?.trim() !== 'ready') return undefined
  // As PostgreSQL writes it: the fifth line is the first folder with a socket, or empty.
  const host = lines[4]?.trim() || '127.0.0.1'
  return isAlive(pid) ? { pid, port, host } : undefined
}

/** The server that another process is starting on this data folder, once it takes connections; undefined: there is none. */
export async function awaitPostmaster(home: string): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < startMilliseconds; waited += stepMilliseconds) {
    const running = findPostmaster(home)
    if (running !== undefined) return running
    if (!isAlive(Number(readPidFile(home)[0]))) return undefined
    await pause(stepMilliseconds)
  }
  return undefined
}

/** Starts the server on a free port of 127.0.0.1 and waits until it takes connections. */
export async function startPostmaster(cluster: Cluster, settings: readonly string[]): Promise<Postmaster> {
  const log = join(cluster.home, 'postgres.log')
  const descriptor = openSync(log, 'a', 0o600)
  await chmod(log, 0o600)
  await giveTo(cluster.runner, log)
  const data = dataFolder(cluster.home)
  const sockets = `unix_socket_directories=${canHoldSocket(data) ? data : ''}`
  const flags = [
    '-D',
    data,
    '-p',
    String(await freePort()),
    '-c',
    sockets,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  // A group of its own: Ctrl-C must reach this program first, which then closes the database in order.
  const child = spawn(join(cluster.programs, 'bin/postgres'), flags, {
    ...cluster.runner,
    cwd: cluster.home,
    stdio: ['ignore', descriptor, descriptor],
    detached: true,
  })
  closeSync(descriptor)
  child.unref()
  // From the first moment on: whoever is ended while the server starts leaves none behind. Later the caller answers for it.
  const stopAtExit = () => child.pid !== undefined && signal(child.pid, 'SIGINT')
  process.once('exit', stopAtExit)
  try {
    return await started(child, { home: cluster.home, log })
  } finally {
    process.removeListener('exit', stopAtExit)
  }
}

/** Names of sockets are short (104 bytes on some systems), commas divide their folders, and Windows has none that Node knows. */
function canHoldSocket(folder: string): boolean {
  return process.platform !== 'win32' && !folder.includes(',') && Buffer.byteLength(`${folder}/.s.PGSQL.65535`) < 104
}

async function started(
  child: ChildProcess,
  { home, log }: { readonly home: string; readonly log: string },
): Promise<Postmaster> {
  let failure: string | undefined
  child.once('error', (error) => (failure = error.message))
  child.once('exit', (code) => (failure ??= `exit code ${String(code)}`))
  for (let waited = 0; waited < startMilliseconds; waited += stepMilliseconds) {
    const running = findPostmaster(home)
    if (running !== undefined && running.pid === child.pid) return running
    if (failure !== undefined) throw new Error(`PostgreSQL did not start (${failure}): ${lastLines(log)}`)
    await pause(stepMilliseconds)
  }
  throw new Error(`PostgreSQL did not start within ${startMilliseconds / 1000} s: ${lastLines(log)}`)
}

/** Asks the server to finish (connections are cut, data is written) and waits until it has. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  signal(pid, 'SIGINT')
  while (isAlive(pid)) await pause(stepMilliseconds)
}

export function isAlive(pid: number): boolean {
  // Zero would ask for this process group, which is always there.
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Sends a signal; a process that has gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function readPidFile(home: string): readonly string[] {
  try {
    return readFileSync(join(dataFolder(home), 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
