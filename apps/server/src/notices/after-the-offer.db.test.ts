import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answered, confirmation, openBirth, send as act } from '../cases/testing/casework-scene.ts'
import { remindOfClocks } from '../departments/remind-of-clocks.ts'
import { identityNumber, now as morning, region } from '../register/testing/scene.ts'
import { visibleMessages } from '../sign-in/messages.ts'
import { address, noticesScene } from './testing/notices-scene.ts'

const { casework, rewind, motherOnFile, round, offer, rowsOf } = noticesScene()

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

  it('is told once more when all is done', async () => {
    const caseId = await offer()
    await act(casework(), caseId, confirmation())
    const steps = [
      ['vaccination-record', 'health', { 'child.vaccinationNumber': 'V1' }],
      ['birth-certificate', 'hospital', { 'child.certificateNumber': 'Z420000001' }],
      ['household-registration', 'police', { 'child.identityNumber': identityNumber('2026-11-20', 2) }],
      ['medical-insurance', 'medical-insurance', { 'child.insuranceNumber': 'M1' }],
      ['premium', 'tax', {}],
      ['social-security-card', 'social-security', { 'child.cardNumber': 'C1' }],
    ] as const
    const messages = visibleMessages()
    for (const [item, unit, outputs] of steps) {
      await round(messages)
      expect(messages.shown?.()).toEqual([])
      expect(await act(casework(), caseId, answered(item, unit, outputs))).toMatchObject({ ok: true })
      await rewind()
    }
    await round(messages)
    expect(messages.shown?.()).toMatchObject([{ text: `【均衡】您办的事都有结果了，请登录查看：${address}` }])
  })
})
