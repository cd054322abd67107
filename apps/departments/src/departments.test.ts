import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Answer, findSignatureFault, Inventory, sign, type Delivery, type Department } from '@junheng/connector'
import { isSyntheticId } from '@junheng/synth'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Faults } from './faults.ts'
import { sound } from './faults.ts'
import { startDepartments } from './start-departments.ts'

const key = new Uint8Array(32).fill(9)
const seconds = () => Math.floor(Date.now() / 1000)
let departments: Awaited<ReturnType<typeof startDepartments>>
/** What the service was told, and how it replies to the next calls (200 when the list is empty). */
const heard: { answer: Answer; fault: string | undefined }[] = []
const replies: number[] = []
const service = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += String(part)))
  request.on('end', () => {
    const status = replies.shift() ?? 200
    const headers = request.headers as Record<string, string>
    if (status === 200) {
      heard.push({
        answer: JSON.parse(body) as Answer,
        fault: findSignatureFault([key], { headers, body, now: seconds() }),
      })
    }
    response.writeHead(status).end()
  })
})

beforeAll(async () => {
  service.listen(0, '127.0.0.1')
  await once(service, 'listening')
  const { port } = service.address() as AddressInfo
  departments = await startDepartments({ service: () => `http://127.0.0.1:${port}`, keyOf: () => key })
})
afterAll(async () => {
  await departments.stop()
  service.close()
})
afterEach(() => {
  heard.length = 0
  for (const { department } of departments.departments) department.faults = sound
})

function of(name: Department) {
  const found = departments.departments.find((one) => one.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

function delivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    id: randomUUID(),
    kind: 'deliver',
    region: '421202',
    case: randomUUID(),
    procedure: 'one-birth',
    item: 'household-registration',
    due: '2026-12-10',
    facts: { birthDate: '2026-11-20', sex: 'female' },
    grounds: [{ code: 'not-met', text: '不符合条件', clause: '第七条' }],
    sentAt: '2026-11-28T01:00:00Z',
    ...changes,
  }
}

function send(name: Department, body: object, secret = key) {
  const text = JSON.stringify(body)
  return fetch(`${of(name).address}/deliveries`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...sign(secret, { id: randomUUID(), seconds: seconds(), body: text }),
    },
    body: text,
  })
}

const misbehave = (name: Department, faults: Partial<Faults>) => (of(name).department.faults = { ...sound, ...faults })

/** Waits until the service has heard so many answers, or gives up loudly. */
async function hear(count: number): Promise<readonly Answer[]> {
  for (let waited = 0; heard.length < count; waited += 20) {
    if (waited > 20_000) throw new Error(`heard ${heard.length} of ${count}`)
    await pause(20)
  }
  return heard.map(({ answer }) => answer)
}

describe('a simulated department', () => {
  it('keeps a delivery, accepts it and does it, each by a signed answer', async () => {
    const asked = delivery()
    const response = await send('police', asked)
    expect(response.status).toBe(202)
    expect(await response.json()).toMatchObject({
      delivery: asked.id,
      reference: expect.stringContaining('police') as string,
    })
    const [first, second] = await hear(2)
    expect(heard.every(({ fault, answer }) => fault === undefined && Answer.safeParse(answer).success)).toBe(true)
    expect([first?.outcome, second?.outcome]).toEqual(['accepted', 'done'])
    expect([first?.sequence, second?.sequence]).toEqual([1, 2])
    const number = String(second?.outputs['identityNumber'])
    expect(isSyntheticId(number)).toBe(true)
    expect(number.slice(6, 14)).toBe('20261120')
    expect(Number(number[16]) % 2).toBe(0)
  })

  it('takes the same delivery again as the same one', async () => {
    const asked = delivery()
    const receipts = [await send('police', asked), await send('police', asked)]
    expect(receipts.map(({ status }) => status)).toEqual([202, 200])
    expect(await receipts[1]?.json()).toEqual(await receipts[0]?.json())
    await hear(2)
    await pause(300)
    expect(heard).toHaveLength(2)
  })

  it('brings its answer again until the service takes it', async () => {
    replies.push(503, 500)
    await send('hospital', delivery({ item: 'birth-certificate' }))
    const answers = await hear(2)
    expect(answers.find(({ outcome }) => outcome === 'done')?.outputs).toEqual({
      certificateNumber: expect.stringMatching(/^S\d{9}$/) as string,
    })
  })

  it('refuses what is not signed, badly signed, or no delivery', async () => {
    expect((await send('tax', delivery(), new Uint8Array(32))).status).toBe(401)
    const bare = await fetch(`${of('tax').address}/deliveries`, { method: 'POST', body: '{}' })
    expect(bare.status).toBe(401)
    for (const changes of [{ region: 'x' }, { due: '2026-02-30' }, { case: 'y' }, { extra: 1 }]) {
      expect((await send('tax', { ...delivery(), ...changes })).status).toBe(400)
    }
    expect(of('tax').department.ledger.lines()).toEqual([])
  })

  it('can be down, and fail before or after it has kept something', async () => {
    misbehave('tax', { down: true })
    expect((await send('tax', delivery())).status).toBe(503)
    misbehave('tax', { failing: 1 })
    expect((await send('tax', delivery())).status).toBe(500)
    expect(of('tax').department.ledger.lines()).toEqual([])
    misbehave('tax', { lostReply: 1 })
    const asked = delivery({ item: 'insurance-premium' })
    expect((await send('tax', asked)).status).toBe(500)
    expect(of('tax').department.ledger.lines()).toMatchObject([{ delivery: asked.id }])
    misbehave('tax', {})
    expect((await send('tax', asked)).status).toBe(200)
    await hear(2)
  })

  it('can answer twice, and the outcome before it has accepted', async () => {
    misbehave('health', { duplicate: 1, outOfOrder: 1, workMs: 20 })
    await send('health', delivery({ item: 'vaccination-record' }))
    const answers = await hear(4)
    expect(answers.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'accepted', 'accepted'])
    expect(answers[0]?.id).toBe(answers[1]?.id)
  })

  it('can answer wrongly, and still answers rightly after it', async () => {
    misbehave('health', { wrong: 1, workMs: 20 })
    for (let at = 0; at < 12; at++) await send('health', delivery({ item: 'vaccination-record' }))
    const answers = await hear(36)
    const faults = heard.filter(
      ({ fault, answer }) => fault === 'forged' || (answer.outcome === 'done' && answer.sequence === 1),
    )
    expect(faults).toHaveLength(12)
    expect(answers.filter(({ outcome, sequence }) => outcome === 'done' && sequence > 1)).toHaveLength(12)
  })

  it('can refuse and ask, each with a reason', async () => {
    misbehave('police', { refusing: 1 })
    await send('police', delivery())
    misbehave('police', { asking: 1 })
    await send('police', delivery())
    const answers = await hear(4)
    expect(
      answers
        .flatMap(({ outcome, reason, ground }) =>
          outcome === 'accepted' ? [] : [`${outcome} ${reason ?? ''}${ground?.code ?? ''}`],
        )
        .sort(),
    ).toEqual(['needs-more 请补充户主的户口簿首页', 'refused not-met'])
  })

  it('never refuses what has no ground for it', async () => {
    misbehave('police', { refusing: 1 })
    await send('police', delivery({ grounds: [] }))
    expect((await hear(2)).map(({ outcome }) => outcome)).toEqual(['accepted', 'done'])
  })

  it('says its last outcome again when asked, the same one, signed; nothing where there is none', async () => {
    misbehave('police', { duplicate: 1 })
    const asked = delivery()
    await send('police', asked)
    const said = (await hear(4)).find(({ outcome }) => outcome === 'done')
    const ask = (id: string, secret = key) => {
      const text = JSON.stringify({ delivery: id })
      const headers = { 'content-type': 'application/json', ...sign(secret, { id, seconds: seconds(), body: text }) }
      return fetch(`${of('police').address}/deliveries/${id}/answer`, { method: 'POST', headers, body: text })
    }
    const response = await ask(asked.id)
    const body = await response.text()
    const headers = Object.fromEntries(response.headers)
    expect(findSignatureFault([key], { headers, body, now: seconds() })).toBeUndefined()
    expect(JSON.parse(body)).toEqual(said)
    expect((await ask(randomUUID())).status).toBe(404)
    expect((await ask(asked.id, new Uint8Array(32))).status).toBe(401)
  })

  it('says nothing more of what was cancelled', async () => {
    misbehave('police', { workMs: 400 })
    const asked = delivery()
    await send('police', asked)
    await hear(1)
    await send('police', { ...asked, id: randomUUID(), kind: 'cancel' })
    await hear(2)
    await pause(600)
    expect(heard.map(({ answer }) => answer.outcome)).toEqual(['accepted', 'cancelled'])
  })

  it('lists what it has, for reconciliation', async () => {
    const asked = delivery({ item: 'social-security-card' })
    await send('social-security', asked)
    await hear(2)
    const inventory = Inventory.parse(await (await fetch(`${of('social-security').address}/deliveries`)).json())
    expect(inventory.department).toBe('social-security')
    expect(inventory.lines).toMatchObject([{ delivery: asked.id, item: 'social-security-card', state: 'done' }])
  })

  it('can be told over the wire how to misbehave, and refuses what is no fault', async () => {
    const tell = (faults: object) =>
      fetch(`${of('tax').address}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      })
    expect(await (await tell({ down: true })).json()).toEqual({ ...sound, down: true })
    expect((await tell({ duplicate: 2 })).status).toBe(400)
    expect((await tell({ lazy: true })).status).toBe(400)
    expect(await (await fetch(`${of('tax').address}/faults`)).json()).toEqual({ ...sound, down: true })
  })
})
