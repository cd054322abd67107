import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ClientBase, Pool } from 'pg'
import { auditChain } from '../../register/audit-chains.ts'
import { clerk, grantPosts, household, identityNumber, person, region, send } from '../../register/testing/scene.ts'
import { openPool } from '../connect.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { testDatabase } from '../testing/test-database.ts'
import { backup, listTables, quoted } from './backup.ts'
import { restore } from './restore.ts'
import { upgrade } from './upgrade.ts'

const database = testDatabase()
const now = Temporal.Instant.from('2026-11-23T02:00:00Z')
let folder = ''
const empties: { pool: Pool; name: string }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junheng-backup-'))
  await grantPosts(database())
  const home = household()
  const parent = person({ sex: 'female', identityNumber: identityNumber('1990-05-06', 8), phone: '13812345678' })
  const child = person({
    name: '𠮷·\u2028"引\\号',
    birthDate: '2024-02-29',
    household: { id: home.household, role: 'child' },
    mother: { id: parent.person, region },
  })
  for (const command of [home, parent]) expect(await send(database(), command)).toMatchObject({ ok: true })
  // A name cannot hold such characters, an address can.
  expect(await send(database(), { ...child, name: '𠮷小·龙' })).toMatchObject({ ok: true })
  expect(await send(database(), household({ address: '一号\u2028"引\\号' }))).toMatchObject({ ok: true })
  await withOwner((client) => backup(client, { folder: join(folder, 'good'), secrets: database().secrets, now }))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  const maintenance = openPool(inject('owner'), { max: 1 })
  for (const { pool, name } of empties) {
    await pool.end()
    await maintenance.query(`drop database ${name}`)
  }
  await maintenance.end()
})

async function withOwner<T>(work: (client: ClientBase) => Promise<T>, pool: Pool = database().owner): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

/** A database without a schema. */
async function emptyDatabase(): Promise<Pool> {
  const name = `junheng_empty_${randomUUID().slice(0, 8)}`
  const maintenance = openPool(inject('owner'), { max: 1 })
  await maintenance.query(`create database ${name} template template0`)
  await maintenance.end()
  const pool = openPool({ ...database().address, database: name }, { max: 1 })
  empties.push({ pool, name })
  return pool
}

/** Every row of every table as text. */
function contents(pool: Pool): Promise<Readonly<Record<string, readonly string[]>>> {
  return withOwner(async (client) => {
    const tables = await listTables(client)
    const entries: [string, string[]][] = []
    for (const table of tables) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from ${quoted(table)} t order by 1`)
      entries.push([table, rows.map(({ line }) => line)])
    }
    return Object.fromEntries(entries)
  }, pool)
}

async function restoreFrom(name: string, pool: Pool, secrets = database().secrets) {
  const migrations = await readMigrations()
  return withOwner((client) => restore(client, { folder: join(folder, name), secrets, migrations }), pool)
}

describe('a backup', () => {
  it('restored into an empty database is the same to the letter', async () => {
    const pool = await emptyDatabase()
    await restoreFrom('good', pool)
    const before = await contents(database().owner)
    expect(Object.values(before).flat().length).toBeGreaterThan(40)
    expect(await contents(pool)).toEqual(before)
  })

  it('is not restored over data', async () => {
    await expect(restoreFrom('good', database().owner)).rejects.toMatchObject({ code: 'database-not-empty' })
  })

  it('that was changed, cut off or is incomplete is refused before anything is written', async () => {
    const table = 'register.person.jsonl.gz'
    const damage: Record<string, (at: string) => Promise<unknown>> = {
      changed: async (at) =>
        writeFile(
          at,
          gzipSync(
            gunzipSync(await readFile(at))
              .toString()
              .replace('male', 'mule'),
          ),
        ),
      cut: async (at) => writeFile(at, (await readFile(at)).subarray(0, 60)),
      longer: (at) => appendFile(at, gzipSync('{}\n')),
      gone: (at) => rm(at),
    }
    const pool = await emptyDatabase()
    for (const [name, spoil] of Object.entries(damage)) {
      await cp(join(folder, 'good'), join(folder, name), { recursive: true })
      await spoil(join(folder, name, table))
      await expect(restoreFrom(name, pool)).rejects.toMatchObject({ code: 'backup-damaged' })
    }
    const { rows } = await pool.query(`select to_regclass('register.person') as person`)
    expect(rows).toEqual([{ person: null }])
  })

  it('made with other keys is refused', async () => {
    const secrets = { ...database().secrets, sealing: 'AAAA' }
    await expect(restoreFrom('good', await emptyDatabase(), secrets)).rejects.toMatchObject({ code: 'other-keys' })
  })

  it('holds no number in clear and no key', async () => {
    const { tables } = JSON.parse(await readFile(join(folder, 'good/manifest.json'), 'utf8')) as {
      tables: { table: string }[]
    }
    for (const { table } of tables) {
      const text = gunzipSync(await readFile(join(folder, 'good', `${table}.jsonl.gz`))).toString()
      for (const secret of [identityNumber('1990-05-06', 8), '13812345678', database().secrets.sealing]) {
        expect(text).not.toContain(secret)
      }
    }
  })
})

describe('an upgrade', () => {
  it('backs up, applies what is new, and proves the data', async () => {
    const pool = await emptyDatabase()
    await restoreFrom('good', pool)
    const extra = {
      number: 9000,
      name: '9000_extra.sql',
      sql: 'create table register.extra (region text primary key)',
      checksum: 'x',
    }
    const options = { secrets: database().secrets, now }
    const migrations = [...(await readMigrations()), extra]
    const done = await withOwner(
      (client) => upgrade(client, { ...options, migrations, folder: join(folder, 'before') }),
      pool,
    )
    expect(done).toMatchObject({
      backup: join(folder, 'before'),
      applied: ['9000_extra.sql'],
      differences: 0,
      audit: { broken: [] },
    })
    const again = await withOwner(
      (client) => upgrade(client, { ...options, migrations, folder: join(folder, 'again') }),
      pool,
    )
    expect(again).toMatchObject({ backup: null, applied: [] })
    // The backup of before goes back into an empty database, with the program of before.
    await expect(restoreFrom('before', await emptyDatabase())).resolves.toMatchObject({ kind: 'junheng-backup' })
  })

  it('of a new database makes it', async () => {
    const pool = await emptyDatabase()
    const migrations = await readMigrations()
    const options = { secrets: database().secrets, now, migrations, folder: join(folder, 'none') }
    const done = await withOwner((client) => upgrade(client, options), pool)
    expect(done).toMatchObject({ backup: null, differences: 0 })
    expect(await withOwner((client) => migrate(client, migrations), pool)).toEqual([])
  })
})

describe('junheng', () => {
  const junheng = (args: readonly string[]) => {
    const { host, port, database: name, user, password } = database().address
    const url = `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`
    const program = join(import.meta.dirname, '../../../../cli/src/main.ts')
    const env = { ...process.env, DATABASE_URL: url, JUNHENG_DATA: join(folder, 'home') }
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }

  it('proves the audit chain, exports its root, has it signed, and names the first broken entry', async () => {
    const root = join(folder, 'root.json')
    const key = join(folder, 'office.pem')
    await writeFile(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(junheng(['audit', 'verify', '--lang', 'en'])).toMatchObject({
      status: 0,
      output: expect.stringContaining('unbroken'),
    })
    const today =
      (await database().owner.query<{ day: string }>(`select (now() at time zone 'Asia/Shanghai')::date as day`))
        .rows[0]?.day ?? ''
    expect(junheng(['audit', 'export', '--day', today, '--to', root]).status).toBe(0)
    expect(junheng(['audit', 'sign', root, '--key', key, '--by', '审计局']).status).toBe(0)
    const signed = junheng(['audit', 'verify', '--root', root])
    expect(signed).toMatchObject({ status: 0, output: expect.stringContaining('审计局') })

    const chain = auditChain(clerk, 'write')
    await database().owner.query(
      `update audit.entry set body = replace(body, 'act', 'cat') where region = $1 and chain = $2 and seq = 2`,
      [region, chain],
    )
    const broken = junheng(['audit', 'verify', '--lang', 'en'])
    expect(broken).toMatchObject({
      status: 1,
      output: expect.stringContaining(`421202 chain ${chain} entry 2: its content was changed`),
    })
    await database().owner.query(
      `update audit.entry set body = replace(body, 'cat', 'act') where region = $1 and chain = $2 and seq = 2`,
      [region, chain],
    )
  })

  it('backs up, and says what it cannot do', () => {
    expect(junheng(['backup', '--to', join(folder, 'cli')])).toMatchObject({
      status: 0,
      output: expect.stringContaining(join(folder, 'cli')),
    })
    expect(junheng(['restore', join(folder, 'cli'), '--lang', 'en'])).toMatchObject({
      status: 1,
      output: expect.stringContaining('holds data already'),
    })
    expect(junheng(['upgrade', '--lang', 'en'])).toMatchObject({
      status: 0,
      output: expect.stringContaining('up to date'),
    })
    expect(junheng(['restore']).status).toBe(2)
    expect(junheng(['audit', 'dance']).status).toBe(2)
  })
})
