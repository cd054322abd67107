import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { asyncProperty, assert, array, constantFrom, integer, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '@junheng/entitlements'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { ownerReader } from '../cases/testing/owner-reader.ts'
import { giveAccount } from '../claims/answer-offer.ts'
import { decideClaim } from '../claims/decide-claim.ts'
import { readClaim } from '../claims/read-claim.ts'
import { claimsScene } from '../claims/testing/claims-scene.ts'
import { accessOf, confirmedClaim } from '../claims/testing/many-claims.ts'
import { withAccess, type Access } from '../register/access.ts'
import { region } from '../register/testing/scene.ts'
import { approveBatch, giveUpBatch } from './approve-batch.ts'
import { importAnswer, type ImportOutcome } from './import-answer.ts'
import { prepareBatch } from './prepare-batch.ts'
import { readBatch } from './read-batches.ts'
import { checkMoney } from './reconcile-batch.ts'
import { takeRepayment } from './take-repayment.ts'

const scene = claimsScene()
const casework = () => scene().service.casework
const preparer = (): Access => accessOf(scene(), 'cashier-preparer')
const approver = (): Access => accessOf(scene(), 'cashier-approver')
const now = () => scene().clock.now
const page = (claimId: string) =>
  readClaim(scene().service, { access: accessOf(scene(), 'benefit-officer'), claimId, on: '2026-11-23' })

async function prepared(id: string = randomUUID()): Promise<string> {
  const made = await prepareBatch(casework(), { access: preparer(), id, now: now() })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return id
}

async function approved(): Promise<string> {
  const batch = await prepared()
  expect(await approveBatch(casework(), { access: approver(), batch, now: now() })).toMatchObject({ ok: true })
  return batch
}

/** The bank's answer to some lines: true for paid. */
async function answerFile(batch: string, results: Readonly<Record<number, boolean>>): Promise<Buffer> {
  const found = await readBatch(scene().service, { access: preparer(), batch })
  const rows = (found?.payments ?? []).filter(({ line }) => results[line] !== undefined)
  const yuan = (fen: number) => (fen / 100).toFixed(2)
  const lines = rows.map(({ line, fen }) => {
    const said = results[line] === true ? '成功,2026-11-23,' : '失败,2026-11-23,账号已销户'
    return `${line},,${yuan(fen)},${said},${found?.number}-${line}`
  })
  const total = `合计,${rows.length},${yuan(rows.reduce((all, { fen }) => all + fen, 0))},,,,`
  return Buffer.from(['序号,笔数,金额,结果,日期,原因,附言', ...lines, total].join('\n'))
}

async function answered(batch: string, results: Readonly<Record<number, boolean>>): Promise<ImportOutcome> {
  return importAnswer(casework(), { access: preparer(), batch, file: await answerFile(batch, results), now: now() })
}

async function differences() {
  const client = await scene().database.owner.connect()
  try {
    return await checkMoney(ownerReader(client), region)
  } finally {
    client.release()
  }
}

const codes = (outcome: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  outcome.ok ? 'ok' : outcome.problems?.map(({ code }) => code)

describe('a batch of payments', () => {
  it('pays what can be paid; what comes back waits for another account and goes with the next', async () => {
    const [first, second] = [await confirmedClaim(scene()), await confirmedClaim(scene())]
    const batch = await approved()
    const lines = (await readBatch(scene().service, { access: preparer(), batch }))?.payments ?? []
    const lineOf = (id: string) => lines.find(({ claim: own }) => own === id)?.line ?? 0
    expect(await answered(batch, { [lineOf(first)]: true, [lineOf(second)]: false })).toMatchObject({
      ok: true,
      paid: 1,
      returned: 1,
    })
    expect(await page(first)).toMatchObject({ stage: 'paid', movements: [{ kind: 'payment', fen: 50_000 }] })
    expect(await page(second)).toMatchObject({
      stage: 'account',
      asksAccount: true,
      movements: [],
      payments: [{ reason: '账号已销户' }],
    })
    expect(codes(await prepareBatch(casework(), { access: preparer(), id: randomUUID(), now: now() }))).toEqual([
      'nothing-to-pay',
    ])

    const { rows } = await scene().database.owner.query<{ applicant: string }>(
      'select applicant from payment.claim where id = $1',
      [second],
    )
    const person = rows[0]?.applicant ?? ''
    const actor = randomUUID()
    await scene().database.owner.query('insert into access.resident (region, actor, person) values ($1, $2, $3)', [
      region,
      actor,
      person,
    ])
    const self: Access = { ...preparer(), actor, purpose: 'data-subject', caseId: second, self: person }
    const corrected = { account: '6228480000001111', accountHolder: '赵敏' }
    const given = { access: self, claimId: second, id: 'new-account', person, payee: corrected, now: now() }
    expect(await giveAccount(scene().service, given)).toMatchObject({ ok: true })
    const next = await approved()
    expect((await readBatch(scene().service, { access: preparer(), batch: next }))?.payments).toMatchObject([
      { claim: second, account: '****1111' },
    ])
    expect(await answered(next, { 1: true })).toMatchObject({ ok: true, paid: 1 })
    expect(await page(second)).toMatchObject({ stage: 'paid' })

    // The bank takes the first payment back: it is owed again, and nothing that was entered is touched.
    expect(await answered(batch, { [lineOf(first)]: false })).toMatchObject({ ok: true, returned: 1 })
    expect(await page(first)).toMatchObject({
      stage: 'account',
      money: { heldFen: 0, toPayFen: 50_000 },
      movements: [{ kind: 'payment' }, { kind: 'return', fen: -50_000 }],
    })
    expect(codes(await answered(batch, { [lineOf(first)]: true }))).toEqual(['paid-after-return'])
    expect(await readBatch(scene().service, { access: preparer(), batch })).toMatchObject({
      reconciled: { agrees: true, ledgerFen: 0 },
    })
    expect(await differences()).toEqual([])
  })

  it('is approved by another person than prepared it: the program, the function and the table all hold to it', async () => {
    await confirmedClaim(scene())
    const batch = await prepared()
    expect(await approveBatch(casework(), { access: preparer(), batch, now: now() })).toMatchObject({
      ok: false,
      why: 'not-allowed',
    })
    // One person in both posts is still one person.
    const { owner } = scene().database
    const post = await owner.query<{ id: string }>(`select id from staff.post where kind = 'cashier-approver'`)
    await owner.query(`select staff.hold($1, $2, $3, $4, 'substitute', '[2026-01-01,2027-01-01)', null)`, [
      region,
      randomUUID(),
      post.rows[0]?.id,
      scene().users['cashier-preparer'],
    ])
    expect(codes(await approveBatch(casework(), { access: preparer(), batch, now: now() }))).toEqual(['same-person'])
    const as = (sql: string) =>
      withAccess(casework().register, { access: approver(), births: true }, (tx) => tx.query(sql, [batch]))
    await expect(
      as(
        `update payment.batch set approved_by = '${randomUUID()}', approved_on = '2026-11-23'
         where region = '${region}' and id = $1`,
      ),
    ).rejects.toThrow('permission denied')
    await expect(
      as(`update payment.batch set state = 'approved' where region = '${region}' and id = $1`),
    ).rejects.toThrow('row-level security')
    await expect(
      owner.query(
        `update payment.batch set state = 'approved', approved_by = prepared_by, approved_on = prepared_on where id = $1`,
        [batch],
      ),
    ).rejects.toThrow('check constraint')
    await owner.query('update payment.batch set total_fen = total_fen + 1 where id = $1', [batch])
    expect(codes(await approveBatch(casework(), { access: approver(), batch, now: now() }))).toEqual(['total-differs'])
    await owner.query('update payment.batch set total_fen = total_fen - 1 where id = $1', [batch])
    expect(await approveBatch(casework(), { access: approver(), batch, now: now() })).toMatchObject({
      ok: true,
      repeated: false,
    })
    expect(await approveBatch(casework(), { access: approver(), batch, now: now() })).toMatchObject({
      ok: true,
      repeated: true,
    })
    expect(codes(await giveUpBatch(casework(), { access: preparer(), batch, now: now() }))).toEqual(['approved'])
    expect(await answered(batch, { 1: true })).toMatchObject({ ok: true })
  })

  it('never holds a claim that another one holds, however many are prepared at once', async () => {
    await confirmedClaim(scene())
    const made = await Promise.all(
      Array.from({ length: 5 }, () => prepareBatch(casework(), { access: preparer(), id: randomUUID(), now: now() })),
    )
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
    const batch = made.find((one) => one.ok)?.batch.id ?? ''
    expect(await giveUpBatch(casework(), { access: preparer(), batch, now: now() })).toMatchObject({ ok: true })
    expect(await giveUpBatch(casework(), { access: preparer(), batch, now: now() })).toMatchObject({
      ok: true,
      repeated: true,
    })
    expect(codes(await approveBatch(casework(), { access: approver(), batch, now: now() }))).toEqual(['given-up'])
    const again = await approved()
    expect(await answered(again, { 1: true })).toMatchObject({ ok: true, paid: 1 })
    expect(await differences()).toEqual([])
  })

  it('takes no answer of another batch, another amount, another account, another line or a day to come', async () => {
    await confirmedClaim(scene())
    const batch = await approved()
    const plain = (await answerFile(batch, { 1: true })).toString()
    const sent = (text: string) =>
      importAnswer(casework(), { access: preparer(), batch, file: Buffer.from(text), now: now() })
    expect(codes(await sent(plain.replaceAll(/咸安支付-2026-(\d+)/g, '咸安支付-2025-$1')))).toEqual(['another-batch'])
    expect(codes(await sent(plain.replaceAll('500.00', '500.01')))).toEqual(['amount-differs'])
    expect(codes(await sent(plain.replace('\n1,', '\n7,').replace(/-1\n/, '-7\n')))).toEqual(['unknown-line'])
    expect(codes(await sent(plain.replace('2026-11-23', '2026-11-24')))).toEqual(['in-the-future'])
    expect(codes(await sent(plain.replace('附言', '附言,账号').replace(/-1\n/, '-1,6222020011223345\n')))).toEqual([
      'other-account',
    ])
    expect(
      await importAnswer(casework(), { access: preparer(), batch: randomUUID(), file: Buffer.from(plain), now: now() }),
    ).toMatchObject({ why: 'unknown-batch' })
    expect(await readBatch(scene().service, { access: preparer(), batch })).toMatchObject({
      openFen: 50_000,
      paidFen: 0,
    })
    expect(await sent(plain)).toMatchObject({ ok: true, paid: 1, repeated: false })
    expect(await sent(plain)).toMatchObject({ ok: true, paid: 1, repeated: true })
    expect(await sent(`${plain}\n`)).toMatchObject({ ok: true, repeated: true, paid: 0 })
  })

  it('is all or nothing when the connection breaks at any statement, and right when sent again', async () => {
    const broken = (at: number) => {
      let count = 0
      const watch = async () => {
        if (count++ === at) throw new Error('the line went dead')
      }
      return { ...casework(), register: { ...casework().register, watch } }
    }
    for (const step of ['prepare', 'import'] as const) {
      for (let at = 0; ; at++) {
        const id = await confirmedClaim(scene())
        const batch = step === 'prepare' ? randomUUID() : await approved()
        const file = step === 'prepare' ? Buffer.alloc(0) : await answerFile(batch, { 1: true })
        const run = (work: ReturnType<typeof casework>) =>
          step === 'prepare'
            ? prepareBatch(work, { access: preparer(), id: batch, now: now() })
            : importAnswer(work, { access: preparer(), batch, file, now: now() })
        const failed = await run(broken(at)).then(
          () => false,
          () => true,
        )
        if (failed) {
          expect((await page(id))?.money).toMatchObject({ heldFen: 0, onWayFen: step === 'prepare' ? 0 : 50_000 })
          expect(await differences()).toEqual([])
        }
        expect(await run(casework())).toMatchObject({ ok: true, repeated: !failed })
        if (step === 'prepare') {
          await approveBatch(casework(), { access: approver(), batch, now: now() })
          await answered(batch, { 1: true })
        }
        expect((await page(id))?.money).toMatchObject({ heldFen: 50_000, onWayFen: 0, toPayFen: 0 })
        if (!failed) break
      }
    }
    expect(await differences()).toEqual([])
  }, 240_000)
})

it('a process killed while it takes the bank’s answer leaves nothing half done, and sent again it is done once', async () => {
  let statements = 0
  const counting = { ...casework(), register: { ...casework().register, watch: () => void statements++ } }
  const ready = async () => {
    const id = await confirmedClaim(scene())
    const batch = await approved()
    return { id, batch, file: await answerFile(batch, { 1: true }) }
  }
  const first = await ready()
  await importAnswer(counting, { access: preparer(), batch: first.batch, file: first.file, now: now() })
  expect(statements).toBeGreaterThan(12)
  // The cut line above goes through every statement; a killed process costs seconds, so it goes through every fourth.
  const moments = [...Array.from({ length: Math.ceil(statements / 4) }, (_, at) => at * 4 + 1), statements, null]
  for (const killBefore of moments) {
    const { id, batch, file } = await ready()
    const { address, secrets } = scene().database
    const order = {
      address,
      secrets,
      access: preparer(),
      batch,
      file: file.toString('base64'),
      now: now().toString(),
      killBefore,
    }
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'testing/killed-child.ts'), JSON.stringify(order)],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const left = (await page(id))?.money
    const nothing = { heldFen: 0, onWayFen: 50_000 }
    const whole = { heldFen: 50_000, onWayFen: 0 }
    if (killBefore !== null)
      expect([killBefore, left]).toMatchObject([killBefore, killBefore < statements ? nothing : whole])
    expect(await importAnswer(casework(), { access: preparer(), batch, file, now: now() })).toMatchObject({ ok: true })
    expect((await page(id))?.money).toMatchObject(whole)
    expect((await page(id))?.movements).toHaveLength(1)
  }
  expect(await differences()).toEqual([])
}, 240_000)

/** The place with another amount of the aid, as if the plan had been amended. */
function placeWith(place: Place, fen: number): Place {
  const parameters = place.parameters.map((one) =>
    one.id === 'deliveryAid' ? { ...one, values: one.values.map((value) => ({ ...value, value: fen })) } : one,
  )
  return { ...place, parameters }
}

describe('laws of money over any history', () => {
  const step = record({
    aid: integer({ min: 0, max: 3 }).map((n) => n * 12_345),
    what: constantFrom('recompute', 'pay', 'return', 'repay', 'leave-open', 'recompute'),
  })

  it('what was paid less what came back, with what is still to pay or to come back, is what is due as recomputed', async () => {
    const place = scene().service.placeOf(region)
    if (place === undefined) throw new Error('the pack is there')
    await assert(
      asyncProperty(array(step, { minLength: 1, maxLength: 8 }), async (history) => {
        const id = await confirmedClaim(scene())
        for (const { aid, what } of history) {
          const service = { ...scene().service, placeOf: () => placeWith(place, aid) }
          if (what === 'recompute') {
            const deed = { kind: 'recompute', id: randomUUID() } as const
            const access = accessOf(scene(), 'benefit-officer')
            expect(await decideClaim(service, { access, claimId: id, deed, now: now() })).toMatchObject({ ok: true })
          } else if (what === 'repay') {
            const owed = (await page(id))?.money.toRecoverFen ?? 0
            const some = {
              access: preparer(),
              claim: id,
              id: randomUUID(),
              fen: Math.max(1, Math.trunc(owed / 2)),
              on: '2026-11-23',
              words: '收据',
            }
            expect((await takeRepayment(casework(), { ...some, now: now() })).ok).toBe(owed > 0)
          } else {
            const made = await prepareBatch(casework(), { access: preparer(), id: randomUUID(), now: now() })
            if (made.ok) {
              const batch = made.batch.id
              await approveBatch(casework(), { access: approver(), batch, now: now() })
              const found = await readBatch(scene().service, { access: preparer(), batch })
              const line = found?.payments.find(({ claim: own }) => own === id)?.line
              if (line !== undefined && what !== 'leave-open')
                expect(await answered(batch, { [line]: what === 'pay' })).toMatchObject({ ok: true })
            }
          }
          const money = (await page(id))?.money
          if (money === undefined) throw new Error('the claim is there')
          expect(money.heldFen + money.onWayFen + money.toPayFen - money.toRecoverFen).toBe(money.dueFen)
          expect(money.toPayFen === 0 || money.toRecoverFen === 0).toBe(true)
        }
        expect(await differences()).toEqual([])
      }),
      { numRuns: 12 },
    )
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
  }, 240_000)
})
