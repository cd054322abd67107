import { describe, expect, it } from 'vitest'
import { confirmation, send as act } from '../cases/testing/casework-scene.ts'
import { now as morning } from '../register/testing/scene.ts'
import { visibleMessages } from '../sign-in/messages.ts'
import { noticeTries, type Notifying } from './send-notices.ts'
import { address, noticesScene, phone } from './testing/notices-scene.ts'

const { database, casework, motherOnFile, round, offer, rowsOf, audited } = noticesScene()

describe('a birth that is offered', () => {
  it('is told of once, without a name or number, and kept on the chain', async () => {
    const caseId = await offer()
    const messages = visibleMessages()
    expect(await round(messages)).toEqual({ sent: 1, givenUp: [] })
    expect(messages.shown?.()).toEqual([
      {
        at: morning.toString(),
        kind: 'notice',
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

describe('a gateway that fails', () => {
  const failing: Notifying['messages'] = {
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
