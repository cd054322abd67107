import { randomUUID } from 'node:crypto'
import type { Action } from '@junheng/casework'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { checkProjection } from '../register/check-projection.ts'
import { grantPosts, household, identityNumber, person, region, send as register } from '../register/testing/scene.ts'
import { checkCases } from './check-cases.ts'
import { answered, confirmation, day, openBirth, send, testCasework } from './testing/casework-scene.ts'
import { ownerReader } from './testing/owner-reader.ts'

const database = testDatabase()
const casework = testCasework(database)
const home = household()
const mother = person({ name: '李梅', sex: 'female', household: { id: home.household, role: '户主' } })
beforeAll(async () => {
  await grantPosts(database())
  await register(database(), home)
  await register(database(), mother)
})

async function deliveriesOf(caseId: string): Promise<readonly string[]> {
  const { rows } = await database().owner.query<{ line: string }>(
    `select kind || ' ' || item || ' to ' || department as line from casework.delivery where case_id = $1 order by created_at, item`,
    [caseId],
  )
  return rows.map(({ line }) => line)
}

describe('a case of a birth', () => {
  it('delivers at once what need not wait, and the rest as the family confirms and departments answer', async () => {
    const caseId = await openBirth(casework(), { parties: [{ person: mother.person, role: 'mother' }] })
    expect(await deliveriesOf(caseId)).toEqual(['deliver vaccination-record to health'])
    expect(await send(casework(), caseId, confirmation())).toMatchObject({ ok: true, repeated: false })
    expect(await deliveriesOf(caseId)).toEqual([
      'deliver birth-certificate to hospital',
      'deliver vaccination-record to health',
    ])
    const certified = answered('birth-certificate', 'hospital', { 'child.certificateNumber': 'S000000001' })
    expect(await send(casework(), caseId, certified)).toMatchObject({ ok: true })
    expect(await deliveriesOf(caseId)).toContain('deliver household-registration to police')
    const jobs = await database().owner.query(
      `select 1 from pgboss.job, jsonb_array_elements_text(data -> 'deliveries') as due (id)
       where name = 'delivery' and due.id in (select id::text from casework.delivery where case_id = $1)`,
      [caseId],
    )
    expect(jobs.rowCount).toBe(3)
  })

  it('makes the child known to the register, then gives number and household', async () => {
    const subject = randomUUID()
    const caseId = await openBirth(casework(), { subject, parties: [{ person: mother.person, role: 'mother' }] })
    await send(casework(), caseId, confirmation())
    await send(
      casework(),
      caseId,
      answered('birth-certificate', 'hospital', { 'child.certificateNumber': 'S000000002' }),
    )
    const kinds = async () =>
      (
        await database().owner.query<{ kind: string }>(
          `select kind from register.fact where subject = $1 union all select kind from register.fertility_fact
           where subject = $1 or object = $1 order by kind`,
          [subject],
        )
      ).rows.map(({ kind }) => kind)
    expect(await kinds()).toEqual(['birth', 'birth-date', 'mother', 'name', 'residence', 'sex'])
    const number = identityNumber('2026-11-20', 2)
    const registered = answered('household-registration', 'police', { 'child.identityNumber': number })
    expect(await send(casework(), caseId, registered)).toMatchObject({ ok: true })
    expect(await kinds()).toEqual([
      'birth',
      'birth-date',
      'identity-number',
      'membership',
      'mother',
      'name',
      'residence',
      'sex',
    ])
    const client = await database().owner.connect()
    expect((await checkProjection(client, { region })).differences).toEqual([])
    client.release()
  })

  it('takes no number of someone else’s birthday, and leaves nothing of the answer', async () => {
    const caseId = await openBirth(casework(), { parties: [{ person: mother.person, role: 'mother' }] })
    await send(casework(), caseId, confirmation())
    await send(
      casework(),
      caseId,
      answered('birth-certificate', 'hospital', { 'child.certificateNumber': 'S000000003' }),
    )
    const wrong = answered('household-registration', 'police', {
      'child.identityNumber': identityNumber('2026-11-19', 2),
    })
    const before = await deliveriesOf(caseId)
    expect(await send(casework(), caseId, wrong)).toMatchObject({
      ok: false,
      problems: [{ path: 'outputs.value', code: 'bearer-differs' }],
    })
    expect(await deliveriesOf(caseId)).toEqual(before)
    const right = answered('household-registration', 'police', {
      'child.identityNumber': identityNumber('2026-11-20', 4),
    })
    expect(await send(casework(), caseId, right)).toMatchObject({ ok: true })
  })

  it('takes the same action once, and refuses other content under its id', async () => {
    const caseId = await openBirth(casework())
    const action = confirmation()
    expect(await send(casework(), caseId, action)).toMatchObject({ ok: true, repeated: false })
    expect(await send(casework(), caseId, action)).toMatchObject({ ok: true, repeated: true })
    const other = { ...action, facts: { 'child.name': '王乐乐' } } as Action
    expect(await send(casework(), caseId, other)).toMatchObject({ ok: false, problems: [{ path: 'id' }] })
  })

  it('takes one of many that confirm at the same moment', async () => {
    const caseId = await openBirth(casework())
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send(casework(), caseId, confirmation())))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is closed when the family withdraws: what was delivered is cancelled, and nothing more is taken', async () => {
    const caseId = await openBirth(casework())
    await send(casework(), caseId, confirmation())
    const by = { unit: 'family', person: null }
    await send(casework(), caseId, { kind: 'withdraw', id: randomUUID(), on: day, by, words: '外地办' })
    expect((await deliveriesOf(caseId)).filter((line) => line.startsWith('cancel')).sort()).toEqual([
      'cancel birth-certificate to hospital',
      'cancel vaccination-record to health',
    ])
    const { rows } = await database().owner.query('select closed_on from access.case_file where case_id = $1', [caseId])
    expect(rows).toEqual([{ closed_on: day }])
    const late = answered('birth-certificate', 'hospital', { 'child.certificateNumber': 'S000000004' })
    expect(await send(casework(), caseId, late)).toMatchObject({ ok: false })
  })

  it('keeps no personal value in clear', async () => {
    const { rows } = await database().owner.query<{ found: string }>(
      `select c.table_name || '.' || c.column_name as found from information_schema.columns c
       where c.table_schema = 'casework' and c.data_type in ('jsonb', 'json')`,
    )
    // A message of the outbox, copied: which case, which item, what kind of step.
    expect(rows).toEqual([{ found: 'family_notice.body' }])
    const kept = ['case_row', 'action', 'waiting', 'delivery', 'family_notice'].map((table) => `casework.${table}`)
    for (const table of [...kept, 'register.outbox']) {
      const found = await database().owner.query(`select 1 from ${table} t where t::text ~ '李|2026-11-20'`)
      expect([table, found.rowCount]).toEqual([table, 0])
    }
  })

  it('is rebuilt from its actions to the letter, and the audit chain is whole', async () => {
    const client = await database().owner.connect()
    const checked = await checkCases(ownerReader(client), casework(), { region, on: day })
    client.release()
    expect(checked.cases).toBeGreaterThan(4)
    expect(checked.differences).toEqual([])
    expect((await verifyChains(database().auditor)).broken).toEqual([])
  })
})
