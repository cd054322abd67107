import { createHash } from 'node:crypto'
import { access, constants, mkdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { DomainError, type Words } from '@junheng/kernel'
import type { Runner } from './runner.ts'

/** Where the database lives, and why it is not where it was wanted (null: it is). */
export interface HomeFolder {
  readonly folder: string
  readonly moved: Words | null
}

/**
 * The wanted folder, or another one of the same name elsewhere when the database's system user cannot enter it
 * (a clone in root's home) or this program cannot write it (a read-only clone). Throws `no-database-folder`.
 */
export async function chooseHomeFolder(wanted: string, runner: Runner): Promise<HomeFolder> {
  const first = resolve(wanted)
  if (await usable(first, runner)) return { folder: first, moved: null }
  const name = createHash('sha256').update(first).digest('hex').slice(0, 12)
  const parents =
    runner.uid === undefined ? [join(homedir(), '.local/share/junheng')] : ['/var/lib/junheng', '/srv/junheng']
  for (const parent of parents) {
    const folder = join(parent, name)
    if (!(await usable(folder, runner))) continue
    return {
      folder,
      moved: {
        zh: `数据库用户进不了 ${first}，数据改放在 ${folder}`,
        en: `the database's user cannot enter ${first}; the data is kept in ${folder}`,
      },
    }
  }
  throw new DomainError('no-database-folder', {
    text: {
      zh: `数据库没有可用的数据目录：${first} 不可用；请用 JUNHENG_DATA 指定一个`,
      en: `no folder can hold the database: ${first} cannot be used; name one by JUNHENG_DATA`,
    },
    info: { folder: first },
  })
}

async function usable(folder: string, runner: Runner): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    await access(folder, constants.W_OK | constants.X_OK)
    return await canEnter(folder, runner)
  } catch {
    return false
  }
}

/** True when every folder from the root down lets the runner pass. */
export async function canEnter(folder: string, runner: Runner): Promise<boolean> {
  if (runner.uid === undefined) return true
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === runner.uid ? 0o100 : gid === runner.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}
