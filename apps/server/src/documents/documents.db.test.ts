import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { region } from '../register/testing/scene.ts'
import { officeScene, unlimited, type Scene } from '../testing/office-scene.ts'
import { casesOnScene } from '../cases/testing/cases-on-scene.ts'
import { documentLimitBytes } from './document-types.ts'

const scene: () => Scene = officeScene({
  limits: unlimited,
  cases: (database) => casesOnScene(database, { region, app: () => scene().app }),
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n', 'latin1')
/** A picture of one pixel. */
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  chunk('IEND', Buffer.alloc(0)),
])
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])
const html = Buffer.from('<!doctype html><script>alert(1)</script>')

function chunk(name: string, data: Buffer): Buffer {
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(name), data])
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

let path = ''
beforeAll(async () => {
  const { identityNumber } = scene().people
  const told = await (
    await scene().as('hospital-clerk')
  ).post('/api/births/notices', {
    id: randomUUID(),
    record: 'R-doc',
    kind: 'live-birth',
    where: 'in-institution',
    mother: { name: '单小雨', identityNumber },
    child: { sex: 'male', birthDate: '2026-04-01' },
  })
  path = `cases/${String(told.body['caseId'])}/documents`
})

async function upload(bytes: Uint8Array, type: string, more = '', from: 'resident' | 'county-officer' = 'resident') {
  const browser = await scene().as(from)
  const base = from === 'resident' ? '/api/my/' : '/api/'
  const response = await scene().app.request(`http://localhost${base}${path}?type=${encodeURIComponent(type)}${more}`, {
    method: 'POST',
    headers: {
      cookie: browser.cookieHeader(),
      origin: 'http://localhost',
      'content-type': 'application/octet-stream',
    },
    body: bytes,
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('a paper of a case', () => {
  it('is kept sealed and comes back as it was, once however often it is sent', async () => {
    const first = await upload(pdf, 'application/pdf')
    expect(first).toMatchObject({ status: 200, body: { type: 'application/pdf', repeated: false } })
    expect(await upload(pdf, 'application/pdf')).toMatchObject({ body: { id: first.body['id'], repeated: true } })
    const { rows } = await scene().database.owner.query<{ content: Buffer }>('select content from casework.document')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.content.includes('PDF')).toBe(false)
    const officer = await scene().as('county-officer')
    const down = await scene().app.request(`http://localhost/api/${path}/${String(first.body['id'])}`, {
      headers: { cookie: officer.cookieHeader() },
    })
    expect(Buffer.from(await down.arrayBuffer()).equals(pdf)).toBe(true)
    expect(down.headers.get('content-disposition')).toContain('attachment')
    const audited = await scene().database.owner.query(
      `select 1 from audit.entry where kind = 'download' and body::jsonb -> 'detail' ->> 'document' = $1`,
      [first.body['id']],
    )
    expect(audited.rows).toHaveLength(1)
  })

  it('that lies about its type, or is of none that is taken, is refused, and nothing is kept', async () => {
    for (const [bytes, type, code] of [
      [pdf, 'image/jpeg', 'type'],
      [png, 'application/pdf', 'type'],
      [exe, 'application/pdf', 'content'],
      [html, 'text/html', 'content'],
      [html, 'image/png', 'content'],
      [Buffer.alloc(0), 'image/png', 'content'],
    ] as const) {
      const answer = await upload(bytes, type)
      expect([type, answer.status, answer.body['errors']]).toEqual([
        type,
        415,
        [expect.objectContaining({ path: code })],
      ])
    }
    const { rows } = await scene().database.owner.query('select 1 from casework.document')
    expect(rows).toHaveLength(1)
  })

  it('of more than ten megabytes, of an unknown item, or not sent as bytes is refused', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(documentLimitBytes)])
    expect((await upload(large, 'application/pdf')).status).toBe(413)
    expect((await upload(pdf, 'application/pdf', '&item=no-such')).status).toBe(422)
    const browser = await scene().as('resident')
    expect((await browser.post(`/api/my/${path}?type=application/pdf`, {})).status).toBe(415)
  })

  it('cannot be moved to another row: the seal is of its own', async () => {
    const other = await upload(Buffer.concat([pdf, Buffer.from(' ')]), 'application/pdf')
    const { owner } = scene().database
    await owner.query(
      `update casework.document d set content = (select content from casework.document where id <> $1 limit 1) where d.id = $1`,
      [other.body['id']],
    )
    const officer = await scene().as('county-officer')
    expect((await officer.get(`/api/${path}/${String(other.body['id'])}`)).status).toBe(500)
  })
})
