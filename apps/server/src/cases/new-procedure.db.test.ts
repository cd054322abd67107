import { randomUUID } from 'node:crypto'
import { sign, type Answer, type Delivery } from '@junheng/connector'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../database/testing/test-database.ts'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { signingKey } from '../departments/department-keys.ts'
import { departmentsApp } from '../departments/testing/departments-app.ts'
import { checkProjection } from '../register/check-projection.ts'
import { grantPosts, household, now, person, region, send as register } from '../register/testing/scene.ts'
import { checkCases } from './check-cases.ts'
import { confirmCase } from './confirm-case.ts'
import { formVersion } from './form-version.ts'
import { openByHand, type CaseAsked } from './open-by-hand.ts'
import { programAccess } from './programs.ts'
import { boundTo, openJson } from './sealed-json.ts'
import { day, testCasework } from './testing/casework-scene.ts'
import { proceduresWithNursery } from './testing/nursery-pack.ts'
import { ownerReader } from './testing/owner-reader.ts'

const database = testDatabase()
const procedures = await proceduresWithNursery()
const casework = testCasework(database, { procedures })
const enrolment = procedures.find(({ id }) => id === 'nursery-enrolment')
const home = household()
const member = { household: { id: home.household, role: '成员' } }
const mother = person({ name: '李梅', sex: 'female', birthDate: '1994-03-02', ...member })
const child = person({
  name: '王安安',
  sex: 'female',
  birthDate: '2024-05-01',
  ...member,
  mother: { id: mother.person, region },
})
const stranger = person({ name: '赵兰', sex: 'female' })

beforeAll(async () => {
  await grantPosts(database())
  for (const command of [home, mother, child, stranger])
    expect(await register(database(), command)).toMatchObject({ ok: true })
})

function asked(changes: Partial<CaseAsked> = {}): CaseAsked {
  return {
    access: programAccess(region, {}),
    id: randomUUID(),
    procedure: 'nursery-enrolment',
    units: ['family'],
    person: mother.person,
    child: child.person,
    applicant: mother.person,
    township: null,
    facts: {},
    now,
    ...changes,
  }
}

const codes = (outcome: Awaited<ReturnType<typeof openByHand>>) =>
  outcome.ok ? (outcome.repeated ? 'repeated' : 'opened') : outcome.problems.map(({ code }) => code)

/** What a department was sent of an item, as it came over the line. */
async function sentOf(caseId: string, item: string): Promise<Delivery> {
  const { rows } = await database().owner.query<{ id: string; body: Buffer }>(
    'select id, body from casework.delivery where case_id = $1 and item = $2',
    [caseId, item],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`nothing was sent of ${item}`)
  return openJson(database().secrets, boundTo.delivery(region, row.id), row.body) as Delivery
}

/** A department answers over HTTP, signed. */
async function answer(to: Delivery, department: Answer['department'], outputs: Answer['outputs']) {
  const said: Answer = {
    id: randomUUID(),
    department,
    delivery: to.id,
    case: to.case,
    item: to.item,
    sequence: 1,
    outcome: 'done',
    outputs,
    ground: null,
    reason: null,
    at: '2026-11-23T02:00:00Z',
  }
  const body = JSON.stringify(said)
  const signature = sign(signingKey(database().secrets, department), {
    id: said.id,
    seconds: now.epochMilliseconds / 1000,
    body,
  })
  const response = await departmentsApp(casework(), database(), { now: () => now }).request(
    `/api/departments/${department}/answers`,
    { method: 'POST', headers: { 'content-type': 'application/json', ...signature }, body },
  )
  return response.status
}

async function factsOf(kind: string, table = 'fact'): Promise<number> {
  const { rows } = await database().owner.query(`select 1 from register.${table} where subject = $1 and kind = $2`, [
    child.person,
    kind,
  ])
  return rows.length
}

describe('a procedure that is nothing but a file in a pack', () => {
  it('is opened by a mother, filled in from the register, told to each department no more than it says, and recorded', async () => {
    const opening = asked()
    const opened = await openByHand(casework(), opening)
    if (!opened.ok || enrolment === undefined) throw new Error(JSON.stringify(opened))
    expect(opened.state.facts).toEqual({
      'child.name': '王安安',
      'child.birthDate': '2024-05-01',
      'household.address': home['address'],
    })
    expect(codes(await openByHand(casework(), opening))).toBe('repeated')
    const confirmed = await confirmCase(casework(), {
      access: opening.access,
      caseId: opening.id,
      id: randomUUID(),
      form: formVersion(enrolment),
      facts: { 'nursery.name': '小树苗托育园', 'household.phone': '13812345678' },
      person: mother.person,
      now,
    })
    expect(confirmed).toMatchObject({ ok: true, typed: 2 })

    const check = await sentOf(opening.id, 'entry-check')
    expect(check.facts).toEqual({ name: '王安安', birthDate: '2024-05-01' })
    expect(await answer(check, 'hospital', { entryCheck: 'T7' })).toBe(200)
    const enrol = await sentOf(opening.id, 'enrolment')
    expect(enrol.facts).toEqual({
      name: '王安安',
      birthDate: '2024-05-01',
      'nursery.name': '小树苗托育园',
      'household.phone': '13812345678',
    })
    expect([await factsOf('phone'), await factsOf('guardian', 'fertility_fact')]).toEqual([0, 0])
    expect(await answer(enrol, 'health', { placeNumber: 'P1' })).toBe(200)
    expect([await factsOf('phone'), await factsOf('guardian', 'fertility_fact')]).toEqual([1, 1])
    const { rows } = await database().owner.query(
      `select c.status, (select array_agg(kind order by kind) from register.action where purpose = 'childcare') as told
       from casework.case_row c where c.id = $1`,
      [opening.id],
    )
    expect(rows).toEqual([{ status: 'completed', told: ['record-tie', 'state-fact'] }])
  })

  it('knows the same matter again, until it came to nothing', async () => {
    const first = asked({ facts: { 'nursery.name': '向日葵' } })
    expect(codes(await openByHand(casework(), first))).toBe('opened')
    const again = () => openByHand(casework(), asked({ facts: { 'nursery.name': '向日葵' } }))
    expect(codes(await again())).toEqual(['already-open'])
    await database().owner.query(`update casework.case_row set status = 'withdrawn' where id = $1`, [first.id])
    expect(codes(await again())).toBe('opened')
    await database().owner.query(`update casework.case_row set status = 'offered' where id = $1`, [first.id])
  })

  it('is opened for one’s own child only, by whom it names, and with what it asks', async () => {
    expect(codes(await openByHand(casework(), asked({ person: stranger.person, applicant: stranger.person })))).toEqual(
      ['not-its-parent'],
    )
    expect(codes(await openByHand(casework(), asked({ units: ['police'] })))).toEqual(['not-yours'])
    expect(codes(await openByHand(casework(), asked({ child: randomUUID() })))).toEqual(['unknown-person'])
    expect(codes(await openByHand(casework(), asked({ facts: { 'child.placeNumber': 'P9' } })))).toEqual(['not-asked'])
    expect(codes(await openByHand(casework(), asked({ procedure: 'claim' })))).toEqual(['claims-desk'])
    expect(codes(await openByHand(casework(), asked({ procedure: 'one-birth' })))).toEqual(['birth-notice'])
    expect(codes(await openByHand(casework(), asked({ procedure: 'unheard-of' })))).toEqual(['unknown-procedure'])
  })

  it('leaves chain, cases and register whole', async () => {
    expect((await verifyChains(database().auditor)).broken).toEqual([])
    const client = await database().owner.connect()
    expect((await checkProjection(client, { region })).differences).toEqual([])
    expect((await checkCases(ownerReader(client), casework(), { region, on: day })).differences).toEqual([])
    client.release()
  })
})
