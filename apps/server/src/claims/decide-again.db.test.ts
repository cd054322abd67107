import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ownerReader } from '../cases/testing/owner-reader.ts'
import { prepareBatch } from '../payments/prepare-batch.ts'
import { checkMoney } from '../payments/reconcile-batch.ts'
import { payAll } from '../payments/testing/pay-all.ts'
import type { Access } from '../register/access.ts'
import { region } from '../register/testing/scene.ts'
import type { DeedOutcome } from './deed.ts'
import { objectToClaim } from './object-to-claim.ts'
import { readClaim } from './read-claim.ts'
import { claimsScene } from './testing/claims-scene.ts'
import {
  accessOf,
  checkedClaim,
  claim,
  confirmedClaim,
  decide,
  makeFamily,
  type Family,
} from './testing/many-claims.ts'

const scene = claimsScene()
const confirm = { kind: 'confirm', amountFen: null, reason: null } as const
const reason = '家庭补交了住院分娩的证明材料'
const on = '2026-11-23'
const codes = (outcome: DeedOutcome) => (outcome.ok ? outcome.what : outcome.problems.map(({ code }) => code))

const page = (claimId: string) =>
  readClaim(scene().service, { access: accessOf(scene(), 'benefit-officer'), claimId, on })

async function moneyAgrees(): Promise<void> {
  const client = await scene().database.owner.connect()
  expect(await checkMoney(ownerReader(client), region)).toEqual([])
  client.release()
}

/** The mother's own access, as her session has it. */
async function accessOfMother({ mother }: Family, caseId: string): Promise<Access> {
  // Her account is named as she is: one for each person.
  const actor = mother
  await scene().database.owner.query(
    'insert into access.resident (region, actor, person) values ($1, $2, $2) on conflict do nothing',
    [region, actor],
  )
  return { ...accessOf(scene(), 'resident'), actor, purpose: 'data-subject', self: mother, caseId }
}

async function object(claimId: string, family: Family, words: string, id: string = randomUUID()) {
  const { service, clock } = scene()
  const access = await accessOfMother(family, claimId)
  return objectToClaim(service, { access, claimId, id, words, person: family.mother, now: clock.now })
}

/** A claim that an officer granted with less than the rules say, and a colleague agreed. */
async function grantedLess(fen: number): Promise<string> {
  const id = await checkedClaim(scene())
  await decide(scene(), id, { kind: 'confirm', amountFen: fen, reason })
  await decide(scene(), id, { kind: 'second', agree: true }, 'colleague')
  return id
}

describe('a decision by people', () => {
  it('is taken again with a reason; before money was paid one person takes the rules’ own answer', async () => {
    const id = await grantedLess(30_000)
    expect(codes(await decide(scene(), id, { kind: 'reopen', reason: '短' }))).toEqual(['reason-needed'])
    expect(codes(await decide(scene(), id, { kind: 'reopen', reason }))).toBe('done')
    expect(await page(id)).toMatchObject({ stage: 'again', money: { dueFen: 30_000 }, wouldBe: { toPayFen: 50_000 } })
    // What was decided stays in force, and nothing is paid meanwhile.
    expect(codes(await decide(scene(), id, { kind: 'reopen', reason }))).toEqual(['not-decided'])
    const before = await scene().database.owner.query('select 1 from payment.batch_line where claim = $1', [id])
    await payAll(scene())
    const after = await scene().database.owner.query('select 1 from payment.batch_line where claim = $1', [id])
    expect([before.rows.length, after.rows.length]).toEqual([0, 0])
    expect(codes(await decide(scene(), id, confirm))).toBe('done')
    expect(await page(id)).toMatchObject({
      stage: 'to-pay',
      money: { dueFen: 50_000, toPayFen: 50_000 },
      decisions: [
        { kind: 'checked' },
        { kind: 'proposed' },
        { kind: 'confirmed', deviates: true },
        { kind: 'reopened', reason },
        { kind: 'confirmed', deviates: false },
      ],
    })
    await payAll(scene())
    expect(await page(id)).toMatchObject({ stage: 'paid', money: { heldFen: 50_000 } })
    await moneyAgrees()
  })

  it('needs a second person once money was paid, and its arrears are paid and explained', async () => {
    const id = await grantedLess(30_000)
    await payAll(scene())
    expect(codes(await decide(scene(), id, { kind: 'reopen', reason }))).toBe('done')
    expect(codes(await decide(scene(), id, confirm))).toEqual(['reason-needed'])
    expect(codes(await decide(scene(), id, { ...confirm, reason }))).toBe('needs-second')
    expect(await page(id)).toMatchObject({ stage: 'second', money: { dueFen: 30_000, heldFen: 30_000 } })
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }))).toEqual(['same-person'])
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }, 'colleague'))).toBe('done')
    expect(await page(id)).toMatchObject({
      stage: 'to-pay',
      money: {
        toPayFen: 20_000,
        lines: [{ why: { zh: '重新计算应发 500 元，已发 300 元，补发 200 元' } }],
      },
    })
    await payAll(scene())
    expect(await page(id)).toMatchObject({ stage: 'paid', money: { heldFen: 50_000, toPayFen: 0 } })
    const { rows } = await scene().database.owner.query<{ status: string }>(
      'select status from casework.case_row where id = $1',
      [id],
    )
    expect(rows).toEqual([{ status: 'completed' }])
    await moneyAgrees()
  })

  it('can take back what was paid: refused by two, and the family reads what is to come back', async () => {
    const id = await confirmedClaim(scene())
    await payAll(scene())
    await decide(scene(), id, { kind: 'reopen', reason: '另一方已经在湖南申领过同一项待遇' })
    const refusal = { kind: 'refuse', ground: 'not-entitled', reason: '另一方已经在湖南申领过同一项待遇' } as const
    expect(codes(await decide(scene(), id, refusal))).toBe('needs-second')
    expect(codes(await decide(scene(), id, { kind: 'second', agree: false }, 'colleague'))).toBe('done')
    // Declined: it waits to be decided again, and the first decision still stands.
    expect(await page(id)).toMatchObject({ stage: 'again', money: { toRecoverFen: 0 } })
    await decide(scene(), id, refusal)
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }, 'colleague'))).toBe('done')
    expect(await page(id)).toMatchObject({
      stage: 'to-recover',
      money: { toRecoverFen: 50_000, lines: [{ why: { zh: '重新计算应发 0 元，已发 500 元，多发 500 元要退回' } }] },
    })
    await moneyAgrees()
  })

  it('waits while money is with the bank', async () => {
    const id = await confirmedClaim(scene())
    const { service, clock } = scene()
    const batch = randomUUID()
    await prepareBatch(service.casework, { access: accessOf(scene(), 'cashier-preparer'), id: batch, now: clock.now })
    expect(codes(await decide(scene(), id, { kind: 'reopen', reason }))).toEqual(['at-the-bank'])
  })

  it('cannot be written by one person after a payment: the database holds to it', async () => {
    const id = await confirmedClaim(scene())
    await expect(
      scene().database.owner.query(
        `insert into payment.decision (region, claim, seq, id, kind, as_of, rules, rule_version, deviates, due, actor, people,
           decided_at, basis, after_payment)
         select region, claim, 9, 'x', kind, as_of, rules, rule_version, false, due, actor, people, decided_at, basis, true
         from payment.decision where claim = $1 and kind = 'confirmed'`,
        [id],
      ),
    ).rejects.toThrow('second_after_payment')
  })
})

describe('an objection', () => {
  it('is answered by a colleague; upheld, the claim is open again and decided again, and both see it', async () => {
    const family = await makeFamily(scene(), 1)
    const id = await checkedClaim(scene(), family)
    expect(await object(id, family, '还没决定')).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-object' }] })
    await decide(scene(), id, { kind: 'refuse', ground: 'not-entitled', reason: null })
    expect(await page(id)).toMatchObject({ stage: 'refused', mayObject: true })
    const sent = await object(id, family, '老大在外地出生，这是第二个孩子', 'obj-1')
    expect(sent).toMatchObject({ ok: true, repeated: false })
    expect(await object(id, family, '老大在外地出生，这是第二个孩子', 'obj-1')).toMatchObject({ repeated: true })
    expect(await page(id)).toMatchObject({ mayObject: false, objections: [{ id: 'obj-1', answer: null }] })
    const answer = { kind: 'objection', objection: 'obj-1', upheld: true, words: '已核实老大的出生医学证明' } as const
    expect(codes(await decide(scene(), id, answer))).toEqual(['own-decision'])
    expect(codes(await decide(scene(), id, { ...answer, words: '好' }, 'colleague'))).toEqual(['reason-needed'])
    expect(codes(await decide(scene(), id, answer, 'colleague'))).toBe('done')
    expect(codes(await decide(scene(), id, answer, 'colleague'))).toEqual(['not-decided'])
    expect(await page(id)).toMatchObject({
      stage: 'again',
      objections: [{ answer: { upheld: true, words: '已核实老大的出生医学证明' } }],
    })
    const grant = { kind: 'confirm', amountFen: 50_000, reason: '已核实老大的出生医学证明' } as const
    expect(codes(await decide(scene(), id, grant, 'colleague'))).toBe('needs-second')
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }))).toBe('done')
    const access = await accessOfMother(family, id)
    const seen = await readClaim(scene().service, { access, claimId: id, on })
    expect(seen).toMatchObject({
      stage: 'to-pay',
      money: { toPayFen: 50_000 },
      decisions: [
        { kind: 'checked' },
        { kind: 'refused' },
        { kind: 'reopened' },
        { kind: 'proposed' },
        { kind: 'confirmed' },
      ],
    })
    expect(await payAll(scene())).toBeGreaterThanOrEqual(50_000)
    expect(await page(id)).toMatchObject({ stage: 'paid' })
    await moneyAgrees()
  })

  it('that is denied leaves the decision, with the words why', async () => {
    const family = await makeFamily(scene(), 1)
    const id = await checkedClaim(scene(), family)
    await decide(scene(), id, { kind: 'refuse', ground: 'not-entitled', reason: null })
    await object(id, family, '我觉得不公平', 'obj-2')
    const answer = {
      kind: 'objection',
      objection: 'obj-2',
      upheld: false,
      words: '人口库里只有一个孩子，第二个起才发',
    } as const
    expect(codes(await decide(scene(), id, answer, 'colleague'))).toBe('done')
    expect(await page(id)).toMatchObject({
      stage: 'refused',
      mayObject: true,
      decisions: [{}, {}, { kind: 'objection-denied', reason: '人口库里只有一个孩子，第二个起才发' }],
    })
  })

  it('against the township’s refusal gives the claim to the county', async () => {
    const family = await makeFamily(scene())
    const opened = await claim(scene(), family)
    const id = opened.ok ? opened.id : ''
    await decide(scene(), id, { kind: 'refuse', ground: 'claimed-elsewhere', reason: null })
    await object(id, family, '我们没有在别处领过', 'obj-3')
    const answer = { kind: 'objection', objection: 'obj-3', upheld: true, words: '查过全省系统，没有别处申领' } as const
    expect(codes(await decide(scene(), id, answer, 'colleague'))).toBe('done')
    expect(codes(await decide(scene(), id, confirm))).toBe('done')
    expect(await page(id)).toMatchObject({ stage: 'to-pay' })
  })
})
