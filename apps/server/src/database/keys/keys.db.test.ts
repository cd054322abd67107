import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessOf as asClaims, confirmedClaim } from '../../claims/testing/many-claims.ts'
import { claimsScene } from '../../claims/testing/claims-scene.ts'
import { sealJson, boundTo } from '../../cases/sealed-json.ts'
import { sealedFor } from '../../documents/keep-document.ts'
import { prepareBatch } from '../../payments/prepare-batch.ts'
import { openBytes, sealBytes } from '../../register/sealed-bytes.ts'
import { makeSeal, unseal } from '../../register/sealing.ts'
import { region } from '../../register/testing/scene.ts'
import { quoted } from '../operations/backup.ts'
import type { Secrets } from '../secrets.ts'
import { countByKey, reseal } from './reseal.ts'
import { addSealingKey } from './rotate.ts'
import { sealedColumns } from './sealed-columns.ts'

/** A county with a family, a claim that was decided and is being paid, a paper and a delivery: every kind of sealed value. */
const scene = claimsScene()
let folder = ''
let made = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junheng-keys-'))
  const { database, service, clock } = scene()
  const claim = await confirmedClaim(scene())
  const batch = { access: asClaims(scene(), 'cashier-preparer'), id: randomUUID(), now: clock.now }
  expect(await prepareBatch(service.casework, batch)).toMatchObject({ ok: true })
  const [paper, delivery] = [randomUUID(), randomUUID()]
  await database.owner.query(
    `insert into casework.document (region, id, case_id, people, type, bytes, sha256, uploaded_by, uploaded_at, content)
     values ($1, $2, $3, '{}', 'image/png', 5, '\\x00', $2, now(), $4)`,
    [region, paper, claim, sealBytes(database.secrets, sealedFor(region, paper), Buffer.from('paper'))],
  )
  await database.owner.query(
    `insert into casework.delivery (region, id, case_id, case_seq, item, department, kind, state, created_at, body)
     values ($1, $2, $3, 1, 'x', 'police', 'deliver', 'done', now(), $4)`,
    [region, delivery, claim, sealJson(database.secrets, boundTo.delivery(region, delivery), { x: 1 })],
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The scene's secrets in a file of their own, and everything sealed by the first key. */
let secrets: Secrets
beforeEach(async () => {
  const file = join(folder, `secrets-${made++}.json`)
  await writeFile(file, JSON.stringify({ ...scene().database.secrets, file: undefined }), { mode: 0o600 })
  secrets = { ...scene().database.secrets, file }
})

async function asOwner<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await scene().database.owner.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

const counts = async () => Object.fromEntries(await asOwner(countByKey))
/** As if the first key had been lost. */
const without1 = (whole: Secrets): Secrets => ({ ...whole, sealing: Buffer.alloc(32).toString('base64') })

/** The lengths of all sealed values, by table, once each was opened; throws where one cannot be. */
async function openAll(by: Secrets): Promise<Readonly<Record<string, readonly number[]>>> {
  const opened: Record<string, number[]> = {}
  for (const column of sealedColumns) {
    const key = column.key.map(([name]) => `${name}::text`)
    const { rows } = await scene().database.owner.query<Record<string, string> & { region: string; sealed: Buffer }>(
      `select region, ${[...key, ...(column.more ?? [])].join(', ')}, ${column.column} as sealed from ${quoted(column.table)} order by 1, 2, 3`,
    )
    opened[column.table] = rows.map(({ sealed, ...row }) => column.seal(by, row, sealed).length)
  }
  return opened
}

describe('the keys that seal numbers', () => {
  it('are known in every column that they made', async () => {
    const { rows } = await scene().database.owner.query<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
       where data_type = 'bytea' and table_schema in ('access', 'auth', 'casework', 'payment', 'register', 'staff')
         and table_name not like '%page' order by 1`,
    )
    // What is found by a hash can be found only as long as its key stays.
    const hashes = /\.(digest|hash|key|mother|sha256)$/
    expect(rows.map(({ name }) => name).filter((name) => !hashes.test(name))).toEqual(
      sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted(),
    )
  })

  it('are changed while old ones go on reading; sealing anew may be killed anywhere and goes on', async () => {
    const before = await openAll(secrets)
    for (const [table, values] of Object.entries(before)) expect([table, values.length > 0]).toEqual([table, true])
    const total = Object.values(before).flat().length
    expect(await counts()).toEqual({ 1: total })

    const rotated = await addSealingKey(secrets)
    expect(rotated.made.number).toBe(2)
    expect((await stat(secrets.file ?? '')).mode & 0o077).toBe(0)
    // Both read, and what is written now is the new one's.
    expect(await openAll(rotated.secrets)).toEqual(before)
    expect(Buffer.from(makeSeal(rotated.secrets)('phone', '13812345678').cipher, 'base64')[0]).toBe(2)

    let killed = 0
    for (let batches = 1; killed < 3; batches++, killed++) {
      let left = batches
      const dying = asOwner((client) =>
        reseal(client, {
          secrets: rotated.secrets,
          batch: 2,
          onBatch: () => {
            if (--left === 0) throw new Error('killed')
          },
        }),
      )
      await expect(dying).rejects.toThrow('killed')
      expect(await openAll(rotated.secrets)).toEqual(before)
    }
    const half = await counts()
    expect(half[1]).toBeGreaterThan(0)
    expect(half[2]).toBeGreaterThan(0)

    // A service that began before the rotation reads what is new: it looks into the file once more.
    const cipher = Buffer.from(makeSeal(rotated.secrets)('phone', '13812345678').cipher, 'base64')
    expect(unseal(secrets, 'phone', cipher)).toBe('13812345678')

    const rest = await asOwner((client) => reseal(client, { secrets: rotated.secrets, batch: 2 }))
    expect(rest).toBe(half[1])
    expect(await counts()).toEqual({ 2: total })
    expect(await asOwner((client) => reseal(client, { secrets: rotated.secrets }))).toBe(0)
    // Nothing needs the first any more; with it alone nothing opens.
    expect(await openAll(without1(rotated.secrets))).toEqual(before)
    await expect(openAll(scene().database.secrets)).rejects.toMatchObject({ code: 'unreadable' })

    // Back under the first, for the other tests.
    const back = { ...rotated.secrets, later: [...(rotated.secrets.later ?? []), { number: 3, key: secrets.sealing }] }
    expect(await asOwner((client) => reseal(client, { secrets: { ...back, file: join(folder, 'none') } }))).toBe(total)
  })

  it('that are damaged or unknown open nothing, and say so', () => {
    const what = sealedFor(region, randomUUID())
    const sealed = sealBytes(secrets, what, Buffer.from('x'))
    const other = Buffer.concat([Buffer.of(77), sealed.subarray(1)])
    expect(() => openBytes(secrets, what, other)).toThrow(expect.objectContaining({ code: 'unreadable' }))
    expect(() => unseal(secrets, 'phone', Buffer.alloc(0))).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  it('are not half written where the file cannot be replaced', async () => {
    const file = join(folder, 'no-such-folder', 'secrets.json')
    await expect(addSealingKey({ ...secrets, file })).rejects.toThrow()
    const kept = await readFile(secrets.file ?? '', 'utf8')
    await addSealingKey(secrets)
    const next = JSON.parse(await readFile(secrets.file ?? '', 'utf8')) as Secrets
    expect(next).toMatchObject(JSON.parse(kept) as object)
    expect(next.later).toHaveLength(1)
    // The name of the file is no secret of its own and stays out of it.
    expect(next.file).toBeUndefined()
  })
})
