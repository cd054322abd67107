import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Runner } from './runner.ts'

export interface Cluster {
  readonly home: string
  readonly programs: string
  readonly runner: Runner
}

export function dataFolder(home: string): string {
  return join(home, 'data')
}

/** Makes the data folder with one superuser `postgres`, unless it is there; never leaves half a one behind. */
export async function initialiseCluster(cluster: Cluster, password: string): Promise<void> {
  const data = dataFolder(cluster.home)
  if (existsSync(join(data, 'PG_VERSION'))) return
  const making = `${data}.${process.pid}`
  const passwordFile = `${making}.password`
  try {
    await mkdir(making, { mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    for (const path of [making, passwordFile]) await giveTo(cluster.runner, path)
    await initdb(cluster, making, passwordFile)
    await rename(making, data)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    // Another process that started at the same moment may have been faster; its folder is as good.
    if (!existsSync(join(data, 'PG_VERSION'))) throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

export async function giveTo({ uid, gid }: Runner, path: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

async function initdb({ programs, runner, home }: Cluster, data: string, passwordFile: string): Promise<void> {
  // Any other user of the machine can reach the port, so even local connections need a password.
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const flags = [`--pgdata=${data}`, ...access, '--encoding=UTF8', '--locale=C', '--data-checksums', '--no-sync']
  const child = spawn(join(programs, 'bin/initdb'), flags, { ...runner, cwd: home })
  let output = ''
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (output += String(part)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`initdb failed (${String(code)}): ${output}`)
}
