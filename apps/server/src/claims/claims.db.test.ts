import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { actOnCase } from '../cases/act-on-case.ts'
import { region } from '../register/testing/scene.ts'
import { bornHere, checkedClaim, claim, confirmedClaim, decide, makeFamily } from './testing/many-claims.ts'
import { claimsScene } from './testing/claims-scene.ts'
import type { DeedOutcome } from './deed.ts'
import { readClaim } from './read-claim.ts'
import { accessOf } from './testing/many-claims.ts'

const scene = claimsScene()
const codes = (outcome: DeedOutcome | Awaited<ReturnType<typeof claim>>) =>
  outcome.ok ? ('what' in outcome ? outcome.what : 'opened') : outcome.problems.map(({ code }) => code)
const confirm = { kind: 'confirm', amountFen: null, reason: null } as const
const reason = '区委书记办公会议纪要第 12 号'

describe('a claim', () => {
  it('is one for each benefit, person and period, however many ask at once', async () => {
    const family = await makeFamily(scene())
    const opened = await Promise.all(Array.from({ length: 5 }, () => claim(scene(), family)))
    expect(new Set(opened.map((one) => one.ok && one.id)).size).toBe(1)
    expect(opened.filter((one) => one.ok && !one.repeated)).toHaveLength(1)
    const { rows } = await scene().database.owner.query('select 1 from casework.case_row where subject = $1', [
      family.child,
    ])
    expect(rows).toHaveLength(1)
  })

  it('is of one’s own family, of a benefit that is money, in force, of this place, of a year that has begun', async () => {
    const [family, others] = [await makeFamily(scene()), await makeFamily(scene())]
    expect(await claim(scene(), { ...family, mother: others.mother })).toMatchObject({ ok: false, why: 'not-theirs' })
    expect(await claim(scene(), { ...family, child: randomUUID() })).toMatchObject({ ok: false, why: 'unknown-person' })
    expect(codes(await claim(scene(), family, { benefit: 'nothing' }))).toEqual(['unknown-benefit'])
    expect(codes(await claim(scene(), family, { benefit: 'maternity-leave' }))).toEqual(['not-claimable'])
    const year = { benefit: 'childcare-subsidy', period: '2027' }
    expect(codes(await claim(scene(), family, year))).toEqual(['in-the-future'])
  })

  it('takes no statement against the register, no value of the wrong kind, no account that is none', async () => {
    const family = await makeFamily(scene())
    const stated = (facts: object) => claim(scene(), family, { stated: { ...bornHere, ...facts } })
    expect(codes(await stated({ 'child.birthOrder': 1 }))).toEqual(['contradicts-what-is-known'])
    expect(codes(await stated({ 'child.birthDate': '2020-01-01' }))).toEqual(['contradicts-what-is-known'])
    expect(codes(await stated({ 'child.deliveredInInstitution': 'yes' }))).toEqual(['wrong-value'])
    expect(codes(await stated({ 'child.nonsense': 1 }))).toEqual(['wrong-value'])
    await expect(claim(scene(), family, { payee: { account: '12ab5678', accountHolder: '赵敏' } })).rejects.toThrow(
      'not taken',
    )
    const { rows } = await scene().database.owner.query('select 1 from payment.claim where subject = $1', [
      family.child,
    ])
    expect(rows).toEqual([])
  })

  it('is confirmed as the rules say, and not while a fact is missing', async () => {
    const family = await makeFamily(scene())
    const opened = await claim(scene(), family, { stated: {} })
    const id = opened.ok ? opened.id : ''
    await decide(scene(), id, { kind: 'check' }, 'township-worker')
    const refused = await decide(scene(), id, confirm)
    expect(codes(refused)).toEqual(['facts-missing'])
    expect(refused.ok || refused.problems[0]?.message.zh).toContain('住院出生')
    const sure = await confirmedClaim(scene())
    const same = await readClaim(scene().service, {
      access: accessOf(scene(), 'benefit-officer'),
      claimId: sure,
      on: '2026-11-23',
    })
    expect(same).toMatchObject({ outdated: false, stage: 'to-pay' })
    expect(codes(await decide(scene(), sure, { kind: 'recompute' }))).toBe('nothing-changed')
    expect(codes(await decide(scene(), sure, confirm))).toEqual(['already-decided'])
    expect(codes(await decide(scene(), randomUUID(), confirm))).toEqual([])
  })

  it('is not decided past the rules, as any case would be', async () => {
    const id = await checkedClaim(scene())
    const answer = {
      kind: 'answer',
      id: randomUUID(),
      on: '2026-11-23',
      by: { unit: 'health', person: null },
      item: 'confirmation',
      result: 'done',
      outputs: { 'claim.amount': 99999 },
      ground: null,
      pause: null,
      words: null,
    } as const
    const access = accessOf(scene(), 'benefit-officer')
    const sent = await actOnCase(scene().service.casework, {
      access,
      caseId: id,
      action: answer,
      now: scene().clock.now,
    })
    expect(sent).toMatchObject({ ok: false, problems: [{ code: 'claims-desk' }] })
  })

  it('is decided once for each id that is sent', async () => {
    const id = await checkedClaim(scene())
    const sent = { ...confirm, id: 'once' }
    const outcomes = await Promise.all([1, 2, 3].map(() => decide(scene(), id, sent)))
    expect(outcomes.filter((one) => one.ok && !one.repeated)).toHaveLength(1)
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
  })
})

describe('a decision other than the rules’', () => {
  it('needs an amount, a reason and a second person, and is then left alone', async () => {
    const id = await checkedClaim(scene(), await makeFamily(scene(), 1))
    expect(codes(await decide(scene(), id, confirm))).toEqual(['not-entitled'])
    expect(codes(await decide(scene(), id, { ...confirm, amountFen: 50_000 }))).toEqual(['reason-needed'])
    expect(codes(await decide(scene(), id, { ...confirm, amountFen: 50_000, reason }))).toBe('needs-second')
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }))).toEqual(['same-person'])
    const page = await readClaim(scene().service, {
      access: accessOf(scene(), 'benefit-officer'),
      claimId: id,
      on: '2026-11-23',
    })
    expect(page).toMatchObject({ stage: 'second', money: { dueFen: 0 } })
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }, 'colleague'))).toBe('done')
    expect(codes(await decide(scene(), id, { kind: 'recompute' }))).toEqual(['decided-by-people'])
    const after = await readClaim(scene().service, {
      access: accessOf(scene(), 'colleague'),
      claimId: id,
      on: '2026-11-23',
    })
    expect(after).toMatchObject({ stage: 'to-pay', money: { dueFen: 50_000 }, outdated: false })
    expect(after?.decisions.at(-1)).toMatchObject({
      kind: 'confirmed',
      deviates: true,
      reason,
      second: scene().users.colleague,
    })
  })

  it('can be declined, and then the rules’ own can be taken', async () => {
    const id = await checkedClaim(scene())
    const refusal = { kind: 'refuse', ground: 'not-entitled', reason } as const
    expect(codes(await decide(scene(), id, refusal))).toBe('needs-second')
    expect(codes(await decide(scene(), id, { kind: 'second', agree: false }, 'colleague'))).toBe('done')
    expect(codes(await decide(scene(), id, { kind: 'second', agree: true }, 'colleague'))).toEqual(['nothing-proposed'])
    expect(codes(await decide(scene(), id, confirm))).toBe('done')
  })

  it('is a refusal by the rules where they say no: no second person', async () => {
    const id = await checkedClaim(scene(), await makeFamily(scene(), 1))
    expect(codes(await decide(scene(), id, { kind: 'refuse', ground: 'whatever', reason: null }))).not.toBe('done')
    expect(codes(await decide(scene(), id, { kind: 'refuse', ground: 'not-entitled', reason: null }))).toBe('done')
    const page = await readClaim(scene().service, {
      access: accessOf(scene(), 'benefit-officer'),
      claimId: id,
      on: '2026-11-23',
    })
    expect(page).toMatchObject({
      stage: 'refused',
      decisions: [{}, { kind: 'refused', because: { zh: expect.stringContaining('第一个孩子') } }],
    })
  })

  it('cannot be written without a second person, nor by one alone: the database holds to it', async () => {
    const id = await confirmedClaim(scene())
    const insert = (second: string) =>
      scene().database.owner.query(
        `insert into payment.decision select region, claim, 9, 'x', kind, as_of, rules, rule_version, true, due, ground, actor,
           ${second}, people, decided_at, basis from payment.decision where claim = $1 and kind = 'confirmed'`,
        [id],
      )
    await expect(insert('null')).rejects.toThrow('check constraint')
    await expect(insert('actor')).rejects.toThrow('check constraint')
    const { rows } = await scene().database.owner.query<{ can: boolean }>(
      `select has_table_privilege('junheng_app', t, p) as can from unnest(array['payment.decision', 'payment.ledger', 'payment.bank_answer']) t,
         unnest(array['update', 'delete']) p`,
    )
    expect(rows.every(({ can }) => !can)).toBe(true)
    expect(region).toBe('421202')
  })
})
