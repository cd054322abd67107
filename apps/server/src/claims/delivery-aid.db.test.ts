import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { ownerReader } from '../cases/testing/owner-reader.ts'
import { checkMoney } from '../payments/reconcile-batch.ts'
import { region } from '../register/testing/scene.ts'
import { offerClaims } from './offer-claims.ts'
import { claimsScene, noticeOf, record } from './testing/claims-scene.ts'

const scene = claimsScene()
const payee = { account: '6222 0200 1122 3344', accountHolder: '李梅', accountBank: '湖北银行咸安支行' }
const csv = (text: string) => Buffer.from(text).toString('base64')

it('a second child born here: 500 yuan offered, confirmed, paid by two people, on the account; then a correction takes it back', async () => {
  const { clock, service, database } = scene()
  const hospital = await scene().as('hospital-clerk')
  const notice = await hospital.post('/api/births/notices', noticeOf(scene()))
  expect(notice).toMatchObject({ status: 200, body: { what: 'opened' } })
  const mother = await scene().as('resident')

  // Nothing is offered before the family has confirmed the birth.
  expect(await offerClaims(service, { region, now: clock.now })).toEqual({ opened: 0, refused: [] })
  const birth = await mother.get(`/api/my/cases/${String(notice.body['caseId'])}`)
  const form = (birth.body['form'] as { version: string }).version
  const facts = {
    'child.name': '王二二',
    'child.followsParent': 'mother',
    'household.phone': '13800000000',
    'child.parentsOfTwoProvinces': false,
    'household.registeredMarriage': true,
  }
  const confirmed = await mother.post(`/api/my/cases/${String(notice.body['caseId'])}/confirm`, {
    id: 'c1',
    form,
    facts,
  })
  expect(confirmed.body).toMatchObject({ status: 'running' })
  expect(await offerClaims(service, { region, now: clock.now })).toEqual({ opened: 2, refused: [] })
  expect(await offerClaims(service, { region, now: clock.now })).toEqual({ opened: 0, refused: [] })

  const mine = await mother.get('/api/my/claims')
  const offers = mine.body['lines'] as { id: string; benefit: { id: string }; stage: string; period: string }[]
  expect(offers.map(({ benefit, stage, period }) => `${benefit.id} ${stage} ${period}`).toSorted()).toEqual([
    'childcare-subsidy offered 2026',
    'delivery-aid offered once',
  ])
  const claim = offers.find(({ benefit }) => benefit.id === 'delivery-aid')?.id ?? ''
  const taken = await mother.post(`/api/my/claims/${claim}/account`, { id: 'a1', payee })
  expect(taken).toMatchObject({ status: 200, body: { repeated: false } })
  expect(await mother.post(`/api/my/claims/${claim}/account`, { id: 'a1', payee })).toMatchObject({
    body: { repeated: true },
  })

  const officer = await scene().as('benefit-officer')
  const page = await officer.get(`/api/claims/${claim}`)
  expect(page.body).toMatchObject({
    stage: 'checking',
    account: { number: '****3344', holder: '李梅' },
    rules: { status: 'eligible', due: [{ period: 'once', fen: 50_000 }], source: { clause: '二/(四)/12' } },
  })
  const early = await officer.post(`/api/claims/${claim}/actions`, { kind: 'confirm', id: 'd0' })
  expect(early).toMatchObject({ status: 422 })
  const township = await scene().as('township-worker')
  expect(await township.post(`/api/claims/${claim}/actions`, { kind: 'check', id: 'k1' })).toMatchObject({
    status: 200,
  })
  expect(await officer.post(`/api/claims/${claim}/actions`, { kind: 'confirm', id: 'd1' })).toMatchObject({
    status: 200,
    body: { what: 'done' },
  })
  expect((await officer.get(`/api/claims/${claim}`)).body).toMatchObject({
    stage: 'to-pay',
    money: { toPayFen: 50_000 },
  })

  const preparer = await scene().as('cashier-preparer')
  const batch = randomUUID()
  expect(await preparer.post('/api/payments/batches', { id: batch })).toMatchObject({
    status: 200,
    body: { lines: 1, totalFen: 50_000, number: '咸安支付-2026-0001' },
  })
  expect((await preparer.post(`/api/payments/batches/${batch}/approve`)).status).toBe(403)
  const approver = await scene().as('cashier-approver')
  expect(await approver.post(`/api/payments/batches/${batch}/export`)).toMatchObject({ status: 422 })
  expect(await approver.post(`/api/payments/batches/${batch}/approve`)).toMatchObject({ status: 200 })
  const order = await approver.post(`/api/payments/batches/${batch}/export`, { encoding: 'utf-8' })
  expect(order.text.split('\r\n')).toEqual([
    expect.stringContaining('序号,户名,账号,开户行,金额,用途,附言'),
    '1,李梅,6222020011223344,湖北银行咸安支行,500.00,住院分娩补助,咸安支付-2026-0001-1',
    '合计,1,,,500.00,,咸安支付-2026-0001',
    '',
  ])
  expect((await mother.get('/api/my/payments')).body['payments']).toMatchObject([{ kind: 'on-way', fen: 50_000 }])

  const file = csv('序号,笔数,金额,结果,日期,附言\n1,,500.00,成功,20261123,咸安支付-2026-0001-1\n合计,1,500.01,,,\n')
  const bad = await preparer.post(`/api/payments/batches/${batch}/answer`, { file })
  expect(bad).toMatchObject({ status: 422, body: { errors: [{ path: 'row 3' }] } })
  const answer = csv('序号,笔数,金额,结果,日期,附言\n1,,500.00,成功,20261123,咸安支付-2026-0001-1\n合计,1,500.00,,,\n')
  expect(await preparer.post(`/api/payments/batches/${batch}/answer`, { file: answer })).toMatchObject({
    status: 200,
    body: { repeated: false, paid: 1, returned: 0 },
  })
  expect(await preparer.post(`/api/payments/batches/${batch}/answer`, { file: answer })).toMatchObject({
    body: { repeated: true },
  })
  expect((await mother.get('/api/my/payments')).body['payments']).toMatchObject([
    {
      kind: 'payment',
      fen: 50_000,
      on: '2026-11-23',
      stateWords: { zh: '已到账' },
      benefit: { label: { zh: '住院分娩补助' } },
      clause: { clause: '二/(四)/12' },
    },
  ])
  expect((await mother.get(`/api/my/claims/${claim}`)).body).toMatchObject({ stage: 'paid' })

  // The first child turns out not to be hers: the second was the first.
  const withdraw = async (subject: string, kind: string) => {
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from register.fertility_fact where subject = $1 and kind = $2 and object in ($3, $4)',
      [subject, kind, scene().firstChild, scene().mother],
    )
    await record(database, {
      kind: 'correct-fact',
      subject,
      fact: rows[0]?.id,
      how: 'withdraw',
      reason: '登记错了母亲',
    })
  }
  await withdraw(scene().firstChild, 'mother')
  // Her register still tells of another birth: which child this is, is not known, and nothing is taken back on a guess.
  const unsure = await officer.post(`/api/claims/${claim}/actions`, { kind: 'recompute', id: 'r0' })
  expect(unsure).toMatchObject({ status: 422, body: { errors: [{ message: '资料不全，还要知道：孩子的孩次' }] } })
  await withdraw(scene().mother, 'birth')
  expect((await officer.get(`/api/claims/${claim}`)).body).toMatchObject({
    outdated: true,
    rules: { status: 'ineligible' },
  })
  expect(await officer.post(`/api/claims/${claim}/actions`, { kind: 'recompute', id: 'r1' })).toMatchObject({
    body: { what: 'done' },
  })
  const after = (await mother.get(`/api/my/claims/${claim}`)).body
  expect(after).toMatchObject({
    stage: 'to-recover',
    money: {
      dueFen: 0,
      heldFen: 50_000,
      toRecoverFen: 50_000,
      lines: [{ why: { zh: '重新计算应发 0 元，已发 500 元，多发 500 元要退回' } }],
    },
    decisions: [
      { kind: 'checked' },
      { kind: 'confirmed' },
      { kind: 'recomputed', because: { zh: expect.stringContaining('第一个孩子') } },
    ],
  })
  const repayment = { id: randomUUID(), amountFen: 50_000, on: '2026-11-23', words: '收据 0012' }
  expect(await preparer.post(`/api/claims/${claim}/repayments`, { ...repayment, amountFen: 50_001 })).toMatchObject({
    status: 422,
  })
  expect(await preparer.post(`/api/claims/${claim}/repayments`, repayment)).toMatchObject({ body: { repeated: false } })
  expect(await preparer.post(`/api/claims/${claim}/repayments`, repayment)).toMatchObject({ body: { repeated: true } })
  expect((await preparer.get('/api/payments/reconciliation')).body).toMatchObject({
    agrees: true,
    heldFen: 0,
    dueFen: 0,
  })
  const client = await database.owner.connect()
  expect(await checkMoney(ownerReader(client), region)).toEqual([])
  client.release()
  expect((await verifyChains(database.auditor)).broken).toEqual([])
})
