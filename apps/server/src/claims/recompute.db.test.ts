import { randomUUID } from 'node:crypto'
import type { EndRule } from '@junheng/entitlements'
import { describe, expect, it } from 'vitest'
import { recomputeQueue } from '../database/queues/queues.ts'
import { openQueue } from '../departments/delivery-queue.ts'
import { payAll } from '../payments/testing/pay-all.ts'
import { person, region, send } from '../register/testing/scene.ts'
import { programAccess } from '../cases/programs.ts'
import type { ClaimService } from './claim-service.ts'
import { followRegister } from './follow-register.ts'
import { readClaim } from './read-claim.ts'
import { recomputeClaims } from './recompute-claims.ts'
import { dailyJob, wakeRecompute } from './start-claim-rounds.ts'
import { claimsScene, record } from './testing/claims-scene.ts'
import { moveBirth } from './testing/move-birth.ts'
import { accessOf, claim, decide, makeFamily, type Family } from './testing/many-claims.ts'

const scene = claimsScene()
const on = '2026-11-23'
const asked = {
  benefit: 'childcare-subsidy',
  stated: { 'child.chineseNational': true, 'child.registrationRegion': Number(region) },
  payee: { account: '6222020011223344', accountHolder: '赵敏', phone: '13800000000' },
}

/** This year's subsidy of a child born 2023-02-03, confirmed: two months, 600 yuan. */
async function subsidy(family?: Family): Promise<{ readonly id: string; readonly family: Family }> {
  const own = family ?? (await makeFamily(scene(), 1))
  const opened = await claim(scene(), own, asked)
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  const { id } = opened
  const checked = await decide(scene(), id, { kind: 'check' }, 'township-worker')
  const confirmed = await decide(scene(), id, { kind: 'confirm', amountFen: null, reason: null })
  if (!checked.ok || !confirmed.ok) throw new Error(JSON.stringify([checked, confirmed]))
  return { id, family: own }
}

const page = (claimId: string) =>
  readClaim(scene().service, { access: accessOf(scene(), 'benefit-officer'), claimId, on })

/** As the program does it by itself. Each time a second later. */
function recompute(id: string, service: ClaimService = scene().service) {
  const { clock } = scene()
  clock.now = clock.now.add({ seconds: 1 })
  return recomputeClaims(service, { access: programAccess(region, {}), claims: [id], now: clock.now })
}

const correctBirth = (child: string, day: string) => moveBirth(scene(), child, day)

/** The service with another rule of when the subsidy ends. */
function ruled(stops: { readonly death: EndRule | null; readonly movedAway: EndRule | null }): ClaimService {
  const { service } = scene()
  return {
    ...service,
    placeOf: (code) => {
      const place = service.placeOf(code)
      return place === undefined
        ? undefined
        : {
            ...place,
            benefits: place.benefits.map((one) => (one.id === 'childcare-subsidy' ? { ...one, stops } : one)),
          }
    },
  }
}

describe('the program, asking the rules anew', () => {
  it('takes what is more by itself, says what changed and why, and changes nothing the second time', async () => {
    const { id, family } = await subsidy()
    await payAll(scene())
    expect(await page(id)).toMatchObject({ stage: 'paid', money: { heldFen: 60_000 } })
    await correctBirth(family.child, '2023-06-03')
    expect(await recompute(id)).toMatchObject({ looked: 1, changed: 1, flagged: 0, broken: [] })
    expect(await recompute(id)).toMatchObject({ looked: 1, changed: 0, flagged: 0, broken: [] })
    const shown = await page(id)
    expect(shown).toMatchObject({
      stage: 'to-pay',
      money: { toPayFen: 120_000, lines: [{ why: { zh: '2026：重新计算应发 1,800 元，已发 600 元，补发 1,200 元' } }] },
    })
    expect(shown?.decisions.at(-1)).toMatchObject({
      kind: 'recomputed',
      byProgram: true,
      changed: [{ zh: '出生日期：原来2023年2月3日，现在2023年6月3日（人口库）' }],
    })
    expect(await payAll(scene())).toBe(120_000)
  })

  it('is one decision however many ask at once', async () => {
    const { id, family } = await subsidy()
    await correctBirth(family.child, '2023-05-03')
    await Promise.all([recompute(id), recompute(id), recompute(id)])
    const shown = await page(id)
    expect(shown?.decisions.filter(({ kind }) => kind === 'recomputed')).toHaveLength(1)
  })

  it('asks nothing back alone: an officer looks, and takes it with one press', async () => {
    const { id, family } = await subsidy()
    await payAll(scene())
    await correctBirth(family.child, '2023-01-03')
    expect(await recompute(id)).toMatchObject({ changed: 0, flagged: 1 })
    expect(await page(id)).toMatchObject({
      stage: 'to-look',
      look: { zh: expect.stringContaining('应发的比已发的少') },
      changed: [{ zh: expect.stringContaining('出生日期：原来2023年2月3日') }],
      money: { toRecoverFen: 0 },
      wouldBe: { toRecoverFen: 30_000 },
    })
    expect(await decide(scene(), id, { kind: 'keep', reason: '先维持原来的决定不动' })).toMatchObject({
      problems: [{ code: 'rules-differ' }],
    })
    expect(await decide(scene(), id, { kind: 'recompute' })).toMatchObject({ what: 'done' })
    expect(await page(id)).toMatchObject({ stage: 'to-recover', look: null, money: { toRecoverFen: 30_000 } })
  })

  it('stops a benefit upon a death by its rule; what is not yet paid falls away by itself', async () => {
    const { id, family } = await subsidy()
    await record(scene().database, { kind: 'record-event', person: family.child, event: 'death', on: '2025-12-20' })
    const atOnce = ruled({ death: 'at-once', movedAway: 'month-after' })
    expect(await recompute(id, atOnce)).toMatchObject({ changed: 1, flagged: 0, broken: [] })
    const shown = await page(id)
    expect(shown).toMatchObject({ money: { dueFen: 0, toPayFen: 0 } })
    expect(shown?.decisions.at(-1)?.changed).toContainEqual({
      zh: '登记的去世日期：2025年12月20日',
      en: 'A death was recorded on 2025-12-20',
    })
    const later = ruled({ death: 'never', movedAway: null })
    expect(await recompute(id, later)).toMatchObject({ changed: 1 })
    expect(await page(id)).toMatchObject({ money: { toPayFen: 60_000 } })
  })

  it('upon a death that no rule names holds the money until people have looked, once', async () => {
    const { id, family } = await subsidy()
    await record(scene().database, { kind: 'record-event', person: family.child, event: 'death', on: '2025-12-20' })
    expect(await recompute(id)).toMatchObject({ flagged: 1 })
    expect(await page(id)).toMatchObject({ stage: 'to-look', look: { zh: expect.stringContaining('文件没有规定') } })
    const { rows: before } = await scene().database.owner.query('select 1 from payment.batch_line where claim = $1', [
      id,
    ])
    await payAll(scene())
    const { rows: after } = await scene().database.owner.query('select 1 from payment.batch_line where claim = $1', [
      id,
    ])
    expect([before.length, after.length]).toEqual([0, 0])
    const reason = '两个月的补贴在世时已经到期，照发'
    expect(await decide(scene(), id, { kind: 'keep', reason: '照发' })).toMatchObject({ ok: false })
    expect(await decide(scene(), id, { kind: 'keep', reason })).toMatchObject({ what: 'done' })
    expect(await recompute(id)).toMatchObject({ flagged: 0, changed: 0 })
    expect(await page(id)).toMatchObject({ stage: 'to-pay', money: { toPayFen: 60_000 } })
    await payAll(scene())
    expect(await page(id)).toMatchObject({ stage: 'paid' })
  })

  it('leaves alone what people decided, and tells them when facts change', async () => {
    const family = await makeFamily(scene(), 1)
    const opened = await claim(scene(), family, asked)
    const id = opened.ok ? opened.id : ''
    await decide(scene(), id, { kind: 'check' }, 'township-worker')
    await decide(scene(), id, { kind: 'confirm', amountFen: 70_000, reason: '会议决定多发一个月的补贴' })
    await decide(scene(), id, { kind: 'second', agree: true }, 'colleague')
    expect(await recompute(id)).toMatchObject({ flagged: 0, changed: 0 })
    await correctBirth(family.child, '2023-08-03')
    expect(await recompute(id)).toMatchObject({ flagged: 1, changed: 0 })
    expect(await page(id)).toMatchObject({ stage: 'to-look', money: { dueFen: 70_000 } })
    const reason = '会议的决定不因此改变，维持'
    expect(await decide(scene(), id, { kind: 'keep', reason })).toMatchObject({ what: 'done' })
    expect(await recompute(id)).toMatchObject({ flagged: 0, changed: 0 })
  })
})

describe('what is recorded in the register', () => {
  it('wakes the claims around it: the child’s own facts, and a brother’s', async () => {
    const { clock, service, database } = scene()
    const family = await makeFamily(scene(), 2)
    const { id } = await subsidy(family)
    const { id: other } = await subsidy()
    const woken: string[] = []
    const follow = () =>
      followRegister(service, {
        region,
        now: clock.now.add({ minutes: 10 }),
        lagMs: 0,
        wake: async (_, claims) => void woken.push(...claims),
      })
    // The first time only sets the mark; what is recorded from then on is followed.
    await follow()
    woken.length = 0
    const far = { now: clock.now.add({ minutes: 20 }) }
    const brother = person({ birthDate: '2026-02-01', mother: { id: family.mother, region } })
    expect(await send(database, brother, far)).toMatchObject({ ok: true })
    const later = { region, now: clock.now.add({ minutes: 30 }), lagMs: 0 }
    const wake = async (_: unknown, claims: readonly string[]) => void woken.push(...claims)
    expect(await followRegister(service, { ...later, wake })).toBeGreaterThan(0)
    expect(woken).toContain(id)
    expect(woken).not.toContain(other)
    woken.length = 0
    expect(await followRegister(service, { ...later, wake })).toBe(0)
    expect(woken).toEqual([])
  })

  it('makes one job a day and one for each mark, however many processes ask', async () => {
    const { database, clock, service } = scene()
    const boss = openQueue(database.app, { onError: () => undefined })
    await boss.start()
    const jobs = async () => {
      const { rows } = await database.owner.query<{ n: number }>(
        'select count(*)::int as n from pgboss.job where name = $1',
        [recomputeQueue],
      )
      return rows[0]?.n ?? 0
    }
    try {
      const before = await jobs()
      for (let i = 0; i < 3; i++) await boss.insert(recomputeQueue, [dailyJob(region, '2026-11-24')])
      expect((await jobs()) - before).toBe(1)
      const { family } = await subsidy()
      const at = clock.now.add({ hours: 2 })
      const death = { kind: 'record-event', person: family.child, event: 'death', on: '2026-11-01' }
      expect(await send(database, death, { id: randomUUID(), now: at })).toMatchObject({ ok: true })
      await followRegister(service, { region, now: at.subtract({ minutes: 1 }), lagMs: 0, wake: async () => undefined })
      const follow = { region, now: at.add({ minutes: 1 }), lagMs: 0, wake: wakeRecompute(boss, region) }
      await Promise.all([followRegister(service, follow), followRegister(service, follow)])
      expect((await jobs()) - before).toBe(2)
    } finally {
      await boss.stop({ graceful: false })
    }
  })
})
