import { describe, expect, it } from 'vitest'
import { payAll } from '../payments/testing/pay-all.ts'
import { region } from '../register/testing/scene.ts'
import { claimsScene } from '../claims/testing/claims-scene.ts'
import { moveBirth } from '../claims/testing/move-birth.ts'
import { recomputeClaims } from '../claims/recompute-claims.ts'
import { programAccess } from '../cases/programs.ts'
import { claim, decide, makeFamily } from '../claims/testing/many-claims.ts'
import { visibleMessages } from '../sign-in/messages.ts'
import { sendNotices } from './send-notices.ts'

const scene = claimsScene()
const asked = {
  benefit: 'childcare-subsidy',
  stated: { 'child.chineseNational': true, 'child.registrationRegion': Number(region) },
  payee: { account: '6222020011223344', accountHolder: '赵敏', phone: '13800000000' },
}

describe('a claim', () => {
  it('is told of when the money is there and when some must come back, each once', async () => {
    const messages = visibleMessages()
    const round = async () => {
      const { clock, service } = scene()
      clock.now = clock.now.add({ seconds: 30 })
      const notifying = { casework: service.casework, messages, address: 'https://junheng.example' }
      await sendNotices(notifying, { region, now: clock.now, lagMs: 0 })
      return messages.shown?.().map(({ to, text }) => [to, text.replace(/^【均衡】|请登录.*$/g, '')]) ?? []
    }
    expect(await round()).toEqual([])
    const family = await makeFamily(scene(), 1)
    const opened = await claim(scene(), family, asked)
    if (!opened.ok) throw new Error(JSON.stringify(opened))
    const { id } = opened
    expect(await decide(scene(), id, { kind: 'check' }, 'township-worker')).toMatchObject({ ok: true })
    expect(await decide(scene(), id, { kind: 'confirm', amountFen: null, reason: null })).toMatchObject({ ok: true })
    expect(await round()).toEqual([])
    await payAll(scene())
    const paid = ['138****0000', '有一笔钱已付到您的账户，明细']
    expect(await round()).toEqual([paid])
    await moveBirth(scene(), family.child, '2023-01-03')
    await recomputeClaims(scene().service, {
      access: programAccess(region, {}),
      claims: [id],
      now: scene().clock.now,
    })
    expect(await round()).toEqual([paid])
    expect(await decide(scene(), id, { kind: 'recompute' })).toMatchObject({ ok: true })
    const back = ['138****0000', '有一笔领过的钱重新核算后需要退回一部分，原因、办法和怎样提出不同意见']
    expect(await round()).toEqual([back, paid])
    expect(await round()).toEqual([back, paid])
  })
})
