import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { canEnter, chooseHomeFolder } from './home-folder.ts'
import { findPostmaster, isAlive } from './postmaster.ts'
import { findRunner } from './runner.ts'

const folders: string[] = []
const children: ChildProcess[] = []
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'junheng-home-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}
afterAll(async () => {
  // After a failure one may be left, and the run would wait for it.
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** Opens the database of a folder in a process of its own, and says when it is open. */
async function openElsewhere(home: string) {
  const program = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../open-database.ts'))}
    const database = await openDatabase({ home: ${JSON.stringify(home)}, url: '' })
    console.log('open')
    process.on('SIGTERM', () => database.close().then(() => process.exit(0)))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the other program ended before it was open')))
  died.catch(() => undefined)
  await Promise.race([once(createInterface({ input: child.stdout }), 'line'), died])
  return {
    async end(signal: 'SIGTERM' | 'SIGKILL') {
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

describe('the embedded database', () => {
  it('keeps its data over restarts', async () => {
    const home = await newFolder()
    const first = await openDatabase({ home, url: '' })
    expect(first.migrated.length).toBeGreaterThan(2)
    const post = `insert into access.post_grant (region, actor, post, purposes) values ('421202', gen_random_uuid(), 'clerk', '{}')`
    const { owner } = first.addresses
    // By its socket, where the system has them: nobody but the database's own user and root may enter that folder.
    expect(owner).toMatchObject({
      host: process.platform === 'win32' ? '127.0.0.1' : join(home, 'data'),
      user: 'postgres',
    })
    expect((await stat(join(home, 'data'))).mode & 0o077).toBe(0)
    await first.app.query(post).catch((error: { code: string }) => expect(error.code).toBe('42501'))
    await first.app.query(`select audit.append('421202', 0, 'note', null, null, null, null, '{}')`)
    await first.close()
    expect(findPostmaster(home)).toBeUndefined()

    const second = await openDatabase({ home, url: '' })
    expect(second.migrated).toEqual([])
    const { rows } = await second.app
      .query(`begin; set local app.regions = '421202'; select count(*) as n from audit.entry; commit`)
      .then((results) => (results as unknown as { rows: unknown[] }[])[2] ?? { rows: [] })
    expect(rows).toEqual([{ n: 1 }])
    await second.close()
  })

  it('is reached by TCP where the name of its socket would be too long', async () => {
    const home = join(await newFolder(), 'long'.repeat(30))
    await mkdir(home, { mode: 0o755 })
    const database = await openDatabase({ home, url: '' })
    expect(database.addresses.owner.host).toBe('127.0.0.1')
    expect((await database.app.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  it('is shared by two programs, and ends with the one that started it', async () => {
    const home = await newFolder()
    const other = await openElsewhere(home)
    const mine = await openDatabase({ home, url: '' })
    expect((await mine.app.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await mine.close()
    expect(findPostmaster(home)).toBeDefined()
    await other.end('SIGTERM')
    expect(findPostmaster(home)).toBeUndefined()
  })

  it('outlives a program that is killed, and is adopted by the next', async () => {
    const home = await newFolder()
    const other = await openElsewhere(home)
    const pid = findPostmaster(home)?.pid ?? 0
    await other.end('SIGKILL')
    expect(isAlive(pid)).toBe(true)
    const mine = await openDatabase({ home, url: '' })
    expect(findPostmaster(home)?.pid).toBe(pid)
    await mine.close()
    expect(isAlive(pid)).toBe(false)
  })

  it('started by two programs at once is one', async () => {
    const home = await newFolder()
    const programs = await Promise.all([openElsewhere(home), openElsewhere(home)])
    expect(findPostmaster(home)).toBeDefined()
    for (const program of programs) await program.end('SIGTERM')
    expect(findPostmaster(home)).toBeUndefined()
  })

  it('lets nobody in without a password, and keeps its secrets from other users', async () => {
    const home = await newFolder()
    const database = await openDatabase({ home, url: '' })
    const { openPool } = await import('../connect.ts')
    const stranger = openPool({ ...database.addresses.app, password: 'guess' })
    await expect(stranger.query('select 1')).rejects.toThrow(/password/)
    await stranger.end()
    expect((await stat(join(home, 'keys'))).mode & 0o077).toBe(0)
    expect((await stat(join(home, 'keys/secrets.json'))).mode & 0o077).toBe(0)
    expect(await readFile(join(home, 'postgres.log'), 'utf8')).not.toContain(database.secrets.app)
    await database.close()
  })
})

describe('the folder of the data', () => {
  it('is the wanted one where the database can enter it', async () => {
    const folder = join(await newFolder(), 'data')
    expect(await chooseHomeFolder(folder, await findRunner())).toEqual({ folder, moved: null })
  })

  it('is another one, which is named, where a folder above shuts the database out', async () => {
    const closed = await newFolder()
    await mkdir(join(closed, 'clone'))
    await chmod(closed, 0o700)
    const { uid } = userInfo()
    // Only root starts the database as someone else; anyone else enters their own folders.
    const runner = uid === 0 ? await findRunner() : { uid: uid + 1, gid: uid + 1 }
    expect(await canEnter(join(closed, 'clone'), runner)).toBe(false)
    if (uid !== 0) return
    const { folder, moved } = await chooseHomeFolder(join(closed, 'clone/.data'), runner)
    folders.push(folder)
    expect(folder).not.toContain(closed)
    expect(moved?.zh).toContain(folder)
    const database = await openDatabase({ home: join(closed, 'clone/.data'), url: '' })
    expect(database.moved).toEqual(moved)
    await database.close()
  })
})
