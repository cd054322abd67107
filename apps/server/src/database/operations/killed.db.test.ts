import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostmaster } from '../embedded/postmaster.ts'
import { openDatabase } from '../open-database.ts'

const program = join(import.meta.dirname, '../../../../cli/src/main.ts')
let root = ''
const children: ChildProcess[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'junheng-operations-'))
  await chmod(root, 0o755)
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(root, { recursive: true, force: true })
})

const environment = (home: string) => ({ ...process.env, DATABASE_URL: '', JUNHENG_DATA: home })

function junheng(home: string, args: readonly string[]) {
  const told = { env: environment(home), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--lang', 'en'], told)
  return { status, output: stdout + stderr }
}

describe('an operation on a database that is not there', () => {
  it('says so, makes none, and leaves nothing running', async () => {
    const home = join(root, 'nowhere')
    for (const args of [['backup'], ['audit', 'verify'], ['keys']]) {
      const { status, output } = junheng(home, args)
      expect([args, status]).toEqual([args, 1])
      expect(output).toBe(
        `there is no database here yet: ${home}; run npm start once, or say by JUNHENG_DATA or DATABASE_URL where it is\n`,
      )
    }
    expect(await readdir(home).catch(() => [])).not.toContain('data')
    expect(findPostmaster(home)).toBeUndefined()
  })

  it('or that no migration ever touched, likewise', async () => {
    const home = join(root, 'empty')
    await (await openDatabase({ home, url: '', migrate: false })).close()
    const { status, output } = junheng(home, ['backup'])
    expect(status).toBe(1)
    expect(output).toMatch(/^the database is empty: .*nothing to do\n$/)
    expect(findPostmaster(home)).toBeUndefined()
    expect(await readdir(home)).not.toContain('backups')
  })
})

describe('a backup that is killed', () => {
  let home = ''
  beforeAll(async () => {
    home = join(root, 'house')
    await (await openDatabase({ home, url: '' })).close()
  })

  /** Starts a backup, and ends it as soon as its database runs. Null: it was done before. */
  async function killed(how: 'told' | 'outright'): Promise<number | null> {
    const child = spawn(process.execPath, [program, 'backup', '--to', join(root, 'kept')], {
      env: environment(home),
      stdio: 'ignore',
    })
    children.push(child)
    const gone = once(child, 'exit') as Promise<[number | null]>
    while (findPostmaster(home) === undefined && child.exitCode === null) await pause(5)
    if (how === 'told') child.kill('SIGTERM')
    else {
      const keeper = Number(await readFile(join(home, 'keeper.pid'), 'utf8'))
      // Zero would be this program and all that it has started.
      expect(keeper).toBeGreaterThan(1)
      process.kill(keeper, 'SIGKILL')
    }
    const [code] = await gone
    return code
  }

  for (const how of ['told', 'outright'] as const) {
    it(`${how} leaves no database running, and the next one is whole`, async () => {
      // A backup of so little may be done before it is ended; one of ten is caught.
      let code: number | null = 0
      for (let tries = 0; tries < 10 && code === 0; tries++) {
        await rm(join(root, 'kept'), { recursive: true, force: true })
        code = await killed(how)
      }
      expect(code).toBe(1)
      // The database ends a moment after it was told to.
      for (let waited = 0; findPostmaster(home) !== undefined && waited < 60_000; waited += 50) await pause(50)
      expect(findPostmaster(home)).toBeUndefined()
      if (how === 'told') expect((await readdir(root)).filter((name) => name.endsWith('.unfinished'))).toEqual([])
      await rm(join(root, 'kept'), { recursive: true, force: true })
      expect(junheng(home, ['backup', '--to', join(root, 'kept')]).status).toBe(0)
    })
  }
})

it('keys are rotated, listed and sealed anew from the command line', async () => {
  const home = join(root, 'keys')
  await (await openDatabase({ home, url: '' })).close()
  expect(junheng(home, ['keys'])).toEqual({ status: 0, output: 'key 1: 0 values (in use)\n' })
  const rotated = junheng(home, ['keys', 'rotate'])
  expect(rotated.status).toBe(0)
  expect(rotated.output).toContain('key 2 is in the file of keys')
  expect(rotated.output).toContain('key 2: 0 values (in use)')
  expect(junheng(home, ['keys', 'reseal'])).toMatchObject({ status: 0 })
  expect(junheng(home, ['keys', 'dance']).status).toBe(2)
  // The chain knows it, and no key stands there.
  expect(junheng(home, ['audit', 'verify']).status).toBe(0)
  expect(findPostmaster(home)).toBeUndefined()
})
