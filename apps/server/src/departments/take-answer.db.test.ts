import { randomUUID } from 'node:crypto'
import { sign, type Answer, type Department } from '@junheng/connector'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { grantPosts, identityNumber, now, region } from '../register/testing/scene.ts'
import { programAccess } from '../cases/programs.ts'
import { readCase } from '../cases/read-case.ts'
import { confirmation, day, openBirth, send, testCasework } from '../cases/testing/casework-scene.ts'
import { signingKey } from './department-keys.ts'
import { departmentsApp } from './testing/departments-app.ts'

const database = testDatabase()
const casework = testCasework(database)
beforeAll(() => grantPosts(database()))

interface Sent {
  readonly id: string
  readonly caseId: string
  readonly item: string
  readonly department: Department
}

async function deliveryOf(caseId: string, item: string): Promise<Sent> {
  const { rows } = await database().owner.query<{ id: string; department: Department }>(
    'select id, department from casework.delivery where case_id = $1 and item = $2 order by case_seq desc limit 1',
    [caseId, item],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`nothing was delivered of ${item}`)
  return { ...row, caseId, item }
}

function answer(to: Sent, changes: Partial<Answer> = {}): Answer {
  return {
    id: randomUUID(),
    department: to.department,
    delivery: to.id,
    case: to.caseId,
    item: to.item,
    sequence: 1,
    outcome: 'done',
    outputs: to.item === 'birth-certificate' ? { certificateNumber: 'S000000009' } : { vaccinationNumber: 'SV1' },
    ground: null,
    reason: null,
    at: '2026-11-23T02:00:00Z',
    ...changes,
  }
}

/** A refusal on the ground that the item has, in the department's own words. */
function refusal(to: Sent, ground: Partial<NonNullable<Answer['ground']>>, changes: Partial<Answer> = {}): Answer {
  const own = { code: 'not-met', text: '母亲姓名与住院登记不一致', clause: null, ...ground }
  return answer(to, { outcome: 'refused', ground: own, outputs: {}, ...changes })
}

/** Sends an answer as a department would: over HTTP, signed. */
async function post(said: Answer, { key, to = said.department }: { key?: Uint8Array; to?: string } = {}) {
  const body = JSON.stringify(said)
  const seconds = now.epochMilliseconds / 1000
  const signature = sign(key ?? signingKey(database().secrets, said.department), { id: said.id, seconds, body })
  const response = await departmentsApp(casework(), database(), { now: () => now }).request(
    `/api/departments/${to}/answers`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signature },
      body,
    },
  )
  const json = (await response.json()) as { taken?: string; type?: string; errors?: { path: string }[] }
  return [
    response.status,
    json.taken ?? `${json.type ?? ''} ${json.errors?.map(({ path }) => path).join() ?? ''}`.trim(),
  ]
}

async function confirmed(): Promise<string> {
  const caseId = await openBirth(casework())
  await send(casework(), caseId, confirmation())
  return caseId
}

async function stateOf(id: string): Promise<string | undefined> {
  const { rows } = await database().owner.query<{ state: string }>(
    'select state from casework.delivery where id = $1',
    [id],
  )
  return rows[0]?.state
}

describe('a department’s answer', () => {
  it('is taken when it is signed by that department, and never when it is not', async () => {
    const delivery = await deliveryOf(await confirmed(), 'birth-certificate')
    const said = answer(delivery)
    expect(await post(said, { key: Buffer.alloc(32, 7) })).toEqual([401, '/problems/bad-signature'])
    expect(await post(said, { key: signingKey(database().secrets, 'police') })).toEqual([
      401,
      '/problems/bad-signature',
    ])
    // Signed by the police, and sent to their address, in the hospital's name.
    const forged = { key: signingKey(database().secrets, 'police'), to: 'police' }
    expect(await post(said, forged)).toEqual([401, '/problems/bad-signature'])
    expect(await stateOf(delivery.id)).toBe('waiting')
    expect(await post(said)).toEqual([200, 'applied'])
    expect(await stateOf(delivery.id)).toBe('done')
  })

  it('that comes again is answered again and changes nothing', async () => {
    const caseId = await confirmed()
    const said = answer(await deliveryOf(caseId, 'birth-certificate'))
    expect(await post(said)).toEqual([200, 'applied'])
    for (let time = 0; time < 3; time++) expect(await post(said)).toEqual([200, 'repeated'])
    const { rows } = await database().owner.query('select 1 from casework.action where case_id = $1 and id = $2', [
      caseId,
      said.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it('sent ten times at the same moment is taken once', async () => {
    const said = answer(await deliveryOf(await confirmed(), 'birth-certificate'))
    const taken = await Promise.all(Array.from({ length: 10 }, () => post(said)))
    expect(taken.map(([, what]) => String(what)).toSorted()).toEqual([
      'applied',
      ...Array.from({ length: 9 }, () => 'repeated'),
    ])
  })

  it('that a later one has overtaken is ignored', async () => {
    const caseId = await confirmed()
    const delivery = await deliveryOf(caseId, 'birth-certificate')
    expect(await post(answer(delivery, { sequence: 2 }))).toEqual([200, 'applied'])
    expect(await post(refusal(delivery, {}))).toEqual([200, 'stale'])
    expect(await post(answer(delivery, { sequence: 3, outcome: 'accepted', outputs: {} }))).toEqual([200, 'stale'])
    expect(await stateOf(delivery.id)).toBe('done')
  })

  it('may say done before it says accepted, and that it accepted twice', async () => {
    const delivery = await deliveryOf(await confirmed(), 'birth-certificate')
    const accepted = () => post(answer(delivery, { outcome: 'accepted', outputs: {} }))
    expect([await accepted(), await accepted()]).toEqual([
      [200, 'applied'],
      [200, 'noted'],
    ])
    expect(await stateOf(delivery.id)).toBe('accepted')
  })

  it('for another case, item or department, or to nothing that was sent, says what does not fit', async () => {
    const delivery = await deliveryOf(await confirmed(), 'birth-certificate')
    const other = await deliveryOf(await confirmed(), 'vaccination-record')
    expect(await post(answer(delivery, { case: randomUUID() }))).toEqual([409, '/problems/answer-conflict case'])
    expect(await post(answer(delivery, { case: other.caseId }))).toEqual([409, '/problems/answer-conflict case'])
    expect(await post(answer(delivery, { item: 'vaccination-record' }))).toEqual([
      409,
      '/problems/answer-conflict item',
    ])
    expect(await post(answer(delivery, { delivery: randomUUID() }))).toEqual([
      409,
      '/problems/answer-conflict delivery',
    ])
    expect(await post(answer(delivery, { department: 'police' }))).toEqual([
      409,
      '/problems/answer-conflict department',
    ])
    expect(await stateOf(delivery.id)).toBe('waiting')
  })

  it('for a case that has ended says so, and when', async () => {
    const caseId = await confirmed()
    const delivery = await deliveryOf(caseId, 'birth-certificate')
    const by = { unit: 'family', person: null }
    await send(casework(), caseId, { kind: 'withdraw', id: randomUUID(), on: day, by, words: '到外地办' })
    expect(await post(answer(delivery))).toEqual([409, '/problems/answer-conflict case'])
    const cancelled = await deliveryOf(caseId, 'birth-certificate')
    expect(await post(answer(cancelled, { outcome: 'cancelled', outputs: {} }))).toEqual([200, 'noted'])
    expect(await stateOf(delivery.id)).toBe('cancelled')
  })

  it('without what the item gives, or with what it does not, leaves nothing', async () => {
    const delivery = await deliveryOf(await confirmed(), 'birth-certificate')
    expect(await post(answer(delivery, { outputs: {} }))).toEqual([
      422,
      '/problems/invalid-answer outputs.child.certificateNumber',
    ])
    const extra = { certificateNumber: 'S1', price: 3 }
    expect(await post(answer(delivery, { outputs: extra }))).toEqual([422, '/problems/invalid-answer outputs.price'])
    expect(await stateOf(delivery.id)).toBe('waiting')
    expect(await post(answer(delivery, { sequence: 1 }))).toEqual([200, 'applied'])
  })

  it('that asks for more makes the family bring it, and the department gets the correction', async () => {
    const caseId = await confirmed()
    const delivery = await deliveryOf(caseId, 'birth-certificate')
    const asked = answer(delivery, { outcome: 'needs-more', reason: '请补户口簿首页', outputs: {} })
    expect(await post(asked)).toEqual([200, 'applied'])
    const by = { unit: 'family', person: null }
    const facts = { 'child.name': '李安宁' }
    await send(casework(), caseId, {
      kind: 'provide',
      id: randomUUID(),
      on: day,
      by,
      item: delivery.item,
      facts,
      papers: {},
    })
    const correction = await deliveryOf(caseId, 'birth-certificate')
    expect(correction.id).not.toBe(delivery.id)
    // Whoever answers the first once more is behind: the correction decides.
    expect(await post(answer(delivery, { sequence: 3 }))).toEqual([200, 'noted'])
    expect(await post(answer(correction, { sequence: 4 }))).toEqual([200, 'applied'])
  })

  it('that refuses keeps its own ground: code, words and clause, for whoever looks at the case', async () => {
    const caseId = await confirmed()
    const delivery = await deliveryOf(caseId, 'birth-certificate')
    expect(await post(refusal(delivery, { clause: '《出生医学证明管理办法》第九条' }))).toEqual([200, 'applied'])
    const access = programAccess(region, {})
    const page = await readCase(casework(), { access, caseId, viewers: ['family'], on: day })
    expect(page?.items.find(({ id }) => id === 'birth-certificate')?.answer).toEqual({
      on: day,
      result: 'refused',
      ground: 'not-met',
      words: '母亲姓名与住院登记不一致',
      clause: '《出生医学证明管理办法》第九条',
    })
  })

  it('that refuses without a ground, or on one that the item does not have, is not taken', async () => {
    const delivery = await deliveryOf(await confirmed(), 'birth-certificate')
    const groundless = answer(delivery, { outcome: 'refused', reason: '材料不符', outputs: {} })
    expect(await post(groundless)).toEqual([400, '/problems/invalid-request ground'])
    expect(await post(answer(delivery, { ground: refusal(delivery, {}).ground }))).toEqual([
      400,
      '/problems/invalid-request ground',
    ])
    expect(await post(refusal(delivery, { code: 'no-mood' }))).toEqual([422, '/problems/invalid-answer ground'])
    expect(await stateOf(delivery.id)).toBe('waiting')
  })

  it('giving a number that is another child’s is refused whole', async () => {
    const numbers: string[] = []
    for (const order of [2, 2]) {
      const caseId = await confirmed()
      await post(answer(await deliveryOf(caseId, 'birth-certificate')))
      const police = await deliveryOf(caseId, 'household-registration')
      const outputs = { identityNumber: identityNumber('2026-11-20', order) }
      numbers.push(String(await post(answer(police, { outputs }))))
    }
    expect(numbers).toEqual(['200,applied', '422,/problems/invalid-answer outputs.identityNumber'])
  })

  it('leaves an audit chain that is whole', async () => {
    expect((await verifyChains(database().auditor)).broken).toEqual([])
  })
})
