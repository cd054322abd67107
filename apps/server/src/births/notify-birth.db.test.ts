import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../database/testing/test-database.ts'
import { findCase } from '../cases/case-rows.ts'
import { hospital, testCasework } from '../cases/testing/casework-scene.ts'
import { ownerReader } from '../cases/testing/owner-reader.ts'
import {
  grantPosts,
  household,
  identityNumber,
  now,
  person,
  region,
  send as register,
} from '../register/testing/scene.ts'
import type { BirthNotice } from './birth-notice.ts'
import { notifyBirth, type NoticeOutcome } from './notify-birth.ts'

const database = testDatabase()
const casework = testCasework(database)
const home = household()
const number = identityNumber('1994-03-02', 2)
const mother = person({
  name: '李梅',
  sex: 'female',
  birthDate: '1994-03-02',
  identityNumber: number,
  household: { id: home.household, role: '户主' },
})
const father = person({ name: '王强', sex: 'male', birthDate: '1992-01-01' })
beforeAll(async () => {
  await grantPosts(database())
  for (const command of [home, mother, father]) expect(await register(database(), command)).toMatchObject({ ok: true })
  const other = { id: father.person, region }
  const tie = { kind: 'record-tie', person: mother.person, tie: 'spouse', other, from: '2020-01-01' }
  expect(await register(database(), tie)).toMatchObject({ ok: true })
})

function notice(changes: Partial<BirthNotice> = {}): BirthNotice {
  return {
    id: randomUUID(),
    record: `R-${randomUUID().slice(0, 8)}`,
    kind: 'live-birth',
    where: 'in-institution',
    mother: { name: '李梅', identityNumber: number },
    child: { sex: 'female', birthDate: '2026-11-20', weightGrams: 3250, order: 1, of: 1 },
    ...changes,
  }
}

function tell(told: BirthNotice): Promise<NoticeOutcome> {
  return notifyBirth(casework(), { access: hospital, by: { unit: 'hospital', person: null }, notice: told, now })
}

const codes = (outcome: NoticeOutcome) => (outcome.ok ? outcome.what : outcome.problems.map(({ code }) => code))

describe('a notice of a birth', () => {
  it('makes an offer filled in from the register, open to mother and father', async () => {
    const outcome = await tell(notice())
    expect(outcome).toMatchObject({ ok: true, what: 'opened', number: '咸安-2026-000001' })
    const client = await database().owner.connect()
    const kept = await findCase(ownerReader(client), casework(), {
      region,
      caseId: outcome.ok ? outcome.caseId : '',
    })
    client.release()
    expect(kept?.state.facts).toEqual({
      'child.sex': 'female',
      'child.birthDate': '2026-11-20',
      'child.weightGrams': 3250,
      'mother.name': '李梅',
      'mother.identityNumber': number,
      'father.name': '王强',
      'household.address': home['address'],
    })
    expect(kept?.row.people).toEqual(expect.arrayContaining([mother.person, father.person]))
    expect(kept?.row).toMatchObject({ status: 'offered', township: '421202001' })
  })

  it('of the same birth by hospital and parent is one case, a day apart or not', async () => {
    const parent = { record: null, where: 'outside' as const, mother: { name: '李梅', person: mother.person } }
    const born = { sex: 'male' as const, birthDate: '2025-10-01', order: 1, of: 1 }
    const first = await tell(notice({ child: born }))
    for (const birthDate of ['2025-09-30', '2025-10-01', '2025-10-02']) {
      const again = await tell(notice({ ...parent, child: { ...born, birthDate } }))
      expect([birthDate, again]).toEqual([birthDate, { ...first, what: 'joined' }])
    }
    expect(codes(await tell(notice({ ...parent, child: { ...born, birthDate: '2025-10-03' } })))).toBe('opened')
  })

  it('told by ten at the same moment opens one case', async () => {
    const child = { sex: 'male' as const, birthDate: '2024-06-01', order: 1, of: 1 }
    const told = await Promise.all(Array.from({ length: 10 }, () => tell(notice({ child }))))
    expect(told.map(codes).filter((what) => what === 'opened')).toHaveLength(1)
    expect(new Set(told.map((one) => one.ok && one.caseId)).size).toBe(1)
  })

  it('is taken once, and not with other content under its id', async () => {
    const once = notice({ child: { sex: 'male', birthDate: '2023-01-05', order: 1, of: 1 } })
    const first = await tell(once)
    expect(await tell(once)).toEqual({ ...first, what: 'repeated' })
    expect(codes(await tell({ ...once, place: '三楼' }))).toEqual(['id-used-for-other-content'])
  })

  it('makes one case for each of twins', async () => {
    const twin = (order: number) => notice({ child: { sex: 'female', birthDate: '2022-02-02', order, of: 2 } })
    const [first, second] = [await tell(twin(1)), await tell(twin(2))]
    expect([codes(first), codes(second)]).toEqual(['opened', 'opened'])
    expect(first.ok && second.ok && first.caseId !== second.caseId).toBe(true)
  })

  it('naming a second mother for one child is refused by the number of the case, not by her name', async () => {
    const first = notice({ child: { sex: 'male', birthDate: '2021-05-05', order: 1, of: 1 } })
    const opened = await tell(first)
    const other = await tell({
      ...first,
      id: randomUUID(),
      mother: { name: '赵兰', identityNumber: identityNumber('1990-01-01', 4) },
    })
    expect(other).toMatchObject({ ok: false, why: 'conflict', problems: [{ path: 'mother', code: 'two-mothers' }] })
    const message = other.ok ? '' : other.problems[0]?.message.zh
    expect(message).toContain(opened.ok ? opened.number : '?')
    expect(message).not.toContain('李梅')
  })

  it('with a wrong number, a future day or no hospital number says each, and opens nothing', async () => {
    const wrong = notice({
      record: null,
      mother: { name: '李梅', identityNumber: identityNumber('1994-03-02', 1) },
      child: { sex: 'female', birthDate: '2026-11-24', order: 1, of: 1 },
    })
    expect(codes(await tell(wrong))).toEqual(['in-the-future', 'parent-sex', 'record-missing'])
    const { rows } = await database().owner.query('select 1 from casework.notice where id = $1', [wrong.id])
    expect(rows).toEqual([])
  })

  it('of a mother whom this county does not know opens a case all the same', async () => {
    const outcome = await tell(notice({ mother: { name: 'Anna Berg' } }))
    expect(codes(outcome)).toBe('opened')
  })
})
