import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { birthProcedure } from '../cases/testing/birth-procedure.ts'
import { answered, confirmation, openBirth, send as act, testCasework } from '../cases/testing/casework-scene.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { remindOfClocks } from '../departments/remind-of-clocks.ts'
import { grantPosts, now as morning, person, region, send as register } from '../register/testing/scene.ts'
import { visibleMessages } from '../sign-in/messages.ts'
import { noticeTries, sendNotices, type Notifying } from './send-notices.ts'

const database = testDatabase()
/** A family has three weeks from the opening to confirm. */
const procedure = {
  ...birthProcedure,
  items: birthProcedure.items.map((item) =>
    item.id !== 'birth-certificate'
      ? item
      : {
          ...item,
          clocks: item.clocks.map((clock) => ({
            ...clock,
            id: 'window',
            binds: 'family' as const,
            limit: 21,
            unit: 'days' as const,
            from: { kind: 'action' as const, action: 'open' as const },
            until: 'confirm' as const,
          })),
        },
  ),
}
const casework = testCasework(database, { procedures: [procedure] })
const phone = '13800001234'
const address = 'https://junheng.example'
let mother = ''

beforeAll(async () => {
  await grantPosts(database())
  // The mark is set before anything happens, as when a service opens.
  await round(visibleMessages(), morning.subtract({ hours: 2 }))
  mother = await motherOnFile(phone)
})
beforeEach(async () => {
  await database().owner.query('delete from casework.family_notice')
  await database().owner.query('delete from register.outbox')
  await rewind()
})

/** Has the outbox read from before the first message again: messages of a test may be of one and the same instant. */
function rewind() {
  return database().owner.query('update casework.notices_read set at = $1', [morning.subtract({ hours: 1 }).toString()])
}

async function motherOnFile(number: string): Promise<string> {
  const command = person({ name: '李梅', sex: 'female', birthDate: '1995-03-04' })
  expect(await register(database(), command)).toMatchObject({ ok: true })
  const stated = {
    kind: 'state-fact',
    person: command.person,
    attribute: 'phone',
    value: number,
    from: '2020-01-01',
  }
  expect(await register(database(), stated)).toMatchObject({ ok: true })
  return command.person
}

function round(messages: Notifying['messages'], at = morning) {
  return sendNotices({ casework: casework(), messages, address }, { region, now: at, lagMs: 0 })
}

function offer(changes: Parameters<typeof openBirth>[1] = {}): Promise<string> {
  return openBirth(casework(), { parties: [{ person: mother, role: 'mother' }], ...changes })
}

async function rowsOf(caseId: string) {
  const { rows } = await database().owner.query<{ state: string; why: string | null; attempts: number; about: string }>(
    'select state, why, about, attempts, last_error from casework.family_notice where case_id = $1 order by created_at, id',
    [caseId],
  )
  return rows
}

async function audited(caseId: string) {
  const { rows } = await database().owner.query<{ kind: string; body: string }>(
    `select kind, body from audit.entry where kind like 'notice-%' and body like '%' || $1 || '%'`,
    [caseId],
  )
  return rows
}

describe('a birth that is offered', () => {
  it('is told of once, without a name or number, and kept on the chain', async () => {
    const caseId = await offer()
    const messages = visibleMessages()
    expect(await round(messages)).toEqual({ sent: 1, givenUp: [] })
    expect(messages.shown?.()).toEqual([
      {
        at: morning.toString(),
        to: '138****1234',
        text: `【均衡】宝宝的证件和手续可以在手机上一次办，请登录核对确认：${address}`,
      },
    ])
    expect(await round(messages)).toEqual({ sent: 0, givenUp: [] })
    expect(await round(messages, morning.add({ hours: 2 }))).toEqual({ sent: 0, givenUp: [] })
    expect(await rowsOf(caseId)).toMatchObject([{ state: 'sent', attempts: 1 }])
    const entries = await audited(caseId)
    expect(entries.map(({ kind }) => kind)).toEqual(['notice-sent'])
    expect(entries[0]?.body).not.toContain(phone)
  })

  it('at night waits until 8:00 in China', async () => {
    const messages = visibleMessages()
    const at = (hours: number) => Temporal.Instant.from('2026-11-23T16:00:00Z').add({ hours })
    await offer({ now: at(-2) })
    for (const hour of [-2, 0, 7]) expect(await round(messages, at(hour))).toMatchObject({ sent: 0 })
    expect(await round(messages, at(8).subtract({ seconds: 1 }))).toMatchObject({ sent: 0 })
    expect(await round(messages, at(8))).toMatchObject({ sent: 1 })
  })

  it('of twins is one message', async () => {
    await offer()
    await offer()
    expect(await round(visibleMessages())).toMatchObject({ sent: 1 })
  })

  it('is told of once, however many workers look at once', async () => {
    const caseId = await offer()
    const messages = visibleMessages()
    const rounds = await Promise.all(Array.from({ length: 4 }, () => round(messages)))
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
    expect(messages.shown?.()).toHaveLength(1)
    expect(await rowsOf(caseId)).toMatchObject([{ state: 'sent', attempts: 1 }])
  })

  it('that was confirmed before anybody looked is told of no more', async () => {
    const caseId = await offer()
    expect(await act(casework(), caseId, confirmation())).toMatchObject({ ok: true })
    expect(await round(visibleMessages())).toMatchObject({ sent: 0 })
    expect(await rowsOf(caseId)).toMatchObject([{ state: 'silent', why: 'nothing-to-tell' }])
  })

  it('to a family without a mobile telephone is told nobody', async () => {
    const caseId = await offer({ parties: [{ person: await motherOnFile('07158888888'), role: 'mother' }] })
    expect(await round(visibleMessages())).toMatchObject({ sent: 0 })
    expect(await rowsOf(caseId)).toMatchObject([{ why: 'no-phone' }])
  })

  it('is not sent again by whoever finds that another was killed while it sent', async () => {
    const caseId = await offer()
    await round({ send: async () => undefined }, morning)
    await database().owner.query(`update casework.family_notice set state = 'sending' where case_id = $1`, [caseId])
    expect(await round(visibleMessages(), morning.add({ hours: 1 }))).toMatchObject({ sent: 0 })
  })
})

describe('after a loss', () => {
  it('nothing is sent of the case, of another child soon after, or about its clocks', async () => {
    const lost = await motherOnFile('13800005678')
    const parties = [{ person: lost, role: 'mother' as const }]
    const first = await openBirth(casework(), { parties })
    const stop = {
      kind: 'note-stop',
      id: randomUUID(),
      on: '2026-11-23',
      by: { unit: 'program', person: null },
      reason: 'death',
      facts: {},
    } as const
    expect(await act(casework(), first, stop)).toMatchObject({ ok: true })
    const second = await openBirth(casework(), { parties })
    const messages = visibleMessages()
    const late = morning.add({ hours: 24 * 19 })
    expect(await round(messages)).toMatchObject({ sent: 0 })
    await remindOfClocks(casework(), { region, now: late, days: 3 })
    await round(messages, late)
    expect((await rowsOf(second)).map(({ why }) => why)).toEqual(['loss', 'loss'])
    expect((await rowsOf(first)).every(({ state }) => state === 'silent')).toBe(true)
    expect(messages.shown?.().filter(({ to }) => to === '138****5678')).toEqual([])
  })
})

describe('a gateway that fails', () => {
  const failing = {
    send: async () => {
      throw new Error(`the gateway for messages answered 503 for ${phone}`)
    },
  }

  it('is tried again later, and what it took is not sent twice', async () => {
    const caseId = await offer()
    expect(await round(failing)).toEqual({ sent: 0, givenUp: [] })
    expect(await rowsOf(caseId)).toMatchObject([
      { state: 'waiting', attempts: 1, last_error: 'the gateway for messages answered 503 for …' },
    ])
    const messages = visibleMessages()
    expect(await round(messages, morning.add({ minutes: 1 }))).toMatchObject({ sent: 0 })
    expect(await round(messages, morning.add({ minutes: 2 }))).toMatchObject({ sent: 1 })
    expect(await round(messages, morning.add({ minutes: 30 }))).toMatchObject({ sent: 0 })
  })

  it('in the end is given up, with a note on the chain', async () => {
    const caseId = await offer()
    let last: Awaited<ReturnType<typeof round>> | undefined
    for (let tries = 0; tries < noticeTries; tries++) last = await round(failing, morning.add({ minutes: 40 * tries }))
    expect(last?.givenUp).toHaveLength(1)
    expect(await rowsOf(caseId)).toMatchObject([{ state: 'failed', attempts: noticeTries }])
    expect((await audited(caseId)).map(({ kind }) => kind)).toEqual(['notice-failed'])
    expect(await round(visibleMessages(), morning.add({ hours: 6 }))).toMatchObject({ sent: 0 })
  })
})

describe('what comes after', () => {
  it('is told where the family is asked, refused, or its time runs out; and nothing else', async () => {
    const caseId = await offer()
    const messages = visibleMessages()
    await round(messages)
    const texts = () => messages.shown?.().map(({ text }) => text) ?? []
    const late = morning.add({ hours: 24 * 19 })
    await remindOfClocks(casework(), { region, now: late, days: 3 })
    await round(messages, late)
    expect(texts()[0]).toBe(`【均衡】有一件事请在12月14日以前（含当天）办，请登录查看：${address}`)
    await remindOfClocks(casework(), { region, now: late.add({ hours: 24 * 5 }), days: 3 })
    await round(messages, late.add({ hours: 24 * 5 }))
    expect(texts()[0]).toContain('期限已经过了')
    const told = texts().length
    await act(casework(), caseId, confirmation())
    await act(casework(), caseId, answered('vaccination-record', 'health', { 'child.vaccinationNumber': 'V1' }))
    await rewind()
    await round(messages)
    expect(texts()).toHaveLength(told)
    await act(casework(), caseId, {
      kind: 'ask-for-more',
      id: randomUUID(),
      on: '2026-11-23',
      by: { unit: 'hospital', person: null },
      item: 'birth-certificate',
      pause: 'supplement',
      words: '母亲的证件看不清',
    })
    await rewind()
    await round(messages)
    expect(texts()[0]).toContain('还差一样东西')
    await act(casework(), caseId, {
      kind: 'provide',
      id: randomUUID(),
      on: '2026-11-23',
      by: { unit: 'family', person: null },
      item: 'birth-certificate',
      papers: {},
      facts: {},
    })
    await act(casework(), caseId, {
      ...answered('birth-certificate', 'hospital', {}),
      result: 'refused',
      ground: 'not-met',
    } as Parameters<typeof act>[2])
    await rewind()
    await round(messages)
    expect(texts()[0]).toContain('有一项没有办成')
    expect(texts()).toHaveLength(told + 2)
    expect(texts().join()).not.toMatch(/李|证件看不清|1380/)
  })
})
