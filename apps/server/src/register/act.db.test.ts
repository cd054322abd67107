import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { checkProjection } from './check-projection.ts'
import { readPerson } from './read-person.ts'
import { search } from './search.ts'
import { accessOf, clerk, grantPosts, household, identityNumber, now, person, region, send } from './testing/scene.ts'

const database = testDatabase()
beforeAll(() => grantPosts(database()))

const register = () => ({ pool: database().app })
const read = (id: string, changes = {}, births = true) =>
  readPerson({ register: register(), secrets: database().secrets, access: accessOf(changes), person: id, births })
const find = async (text: string, changes = {}) => {
  const found = await search({ register: register(), secrets: database().secrets, access: accessOf(changes), text })
  return found.ok ? found.people.map(({ name }) => name) : found.problem.code
}

describe('a family in the register', () => {
  const home = household()
  const mother = person({
    name: '单小雨',
    sex: 'female',
    birthDate: '1992-03-04',
    identityNumber: identityNumber('1992-03-04', 22),
    phone: '13812345678',
    household: { id: home.household, role: 'head' },
  })
  const child = person({
    name: '王多多',
    birthDate: '2026-11-01',
    household: { id: home.household, role: 'child' },
    mother: { id: mother.person, region },
  })

  beforeAll(async () => {
    for (const command of [home, mother, child]) expect(await send(database(), command)).toMatchObject({ ok: true })
  })

  it('is read with numbers masked, unless the field is granted and asked for', async () => {
    const masked = await read(mother.person)
    expect(masked).toMatchObject({
      name: '单小雨',
      identityNumber: expect.stringMatching(/^4\*{16}[\dX]$/),
      phone: '138****5678',
    })
    const whole = await read(mother.person, { fields: ['identity', 'phone'] })
    expect(whole).toMatchObject({ identityNumber: mother['identityNumber'], phone: '13812345678' })
  })

  it('shows the birth in the mother’s history too', async () => {
    const page = await read(mother.person)
    expect(page?.history.filter(({ kind }) => kind === 'birth').map(({ object }) => object?.id)).toEqual([child.person])
  })

  it('is found by name, given name, pinyin, initials, numbers and address', async () => {
    for (const text of [
      '单小雨',
      '小雨',
      '单',
      'shanxiaoyu',
      'xiaoyu',
      'SXY',
      'shan xiao yu',
      '138 1234 5678',
      String(mother['identityNumber']),
    ]) {
      expect([text, await find(text)]).toEqual([text, ['单小雨']])
    }
    for (const text of ['怀德路12号', '永安街道', '湖北省咸宁市'])
      expect([text, (await find(text)).length]).toEqual([text, 2])
    expect(await find('不存在')).toEqual([])
    expect(await find(`${String(mother['identityNumber']).slice(0, 17)}Z`)).toEqual([])
  })

  it('keeps what was believed when a fact is corrected', async () => {
    const before = await read(mother.person)
    const name = before?.history.find(({ kind }) => kind === 'name')
    const later = now.add({ hours: 1 })
    const correction = {
      kind: 'correct-fact',
      subject: mother.person,
      fact: name?.id,
      how: 'replace',
      attribute: 'name',
      value: '单晓雨',
      reason: '登记时写错',
    }
    expect(await send(database(), correction, { now: later })).toMatchObject({ ok: true })
    const after = await read(mother.person)
    expect(after?.name).toBe('单晓雨')
    const names = after?.history.filter(({ kind }) => kind === 'name')
    expect(names?.map(({ value, recordedAt }) => [value, recordedAt])).toEqual([
      [{ name: '单小雨' }, '2026-11-23T02:00:00.000000Z'],
      [{ name: '单晓雨' }, '2026-11-23T03:00:00.000000Z'],
    ])
    expect(await find('小雨')).toEqual([])
    expect(await send(database(), correction, { now: later })).toMatchObject({
      ok: false,
      problems: [{ code: 'not-believed' }],
    })
  })

  it('has projections that can be rebuilt from the facts', async () => {
    const client = await database().owner.connect()
    try {
      expect(await checkProjection(client, { region })).toEqual({ subjects: 3, differences: [] })
      await client.query(`update register.person set name = '别人' where id = $1`, [child.person])
      await client.query('delete from register.tie where person = $1', [mother.person])
      const damaged = await checkProjection(client, { region, repair: true })
      expect(damaged.differences.map(({ subject }) => subject).sort()).toEqual([child.person, mother.person].sort())
      expect((await checkProjection(client, { region })).differences).toEqual([])
    } finally {
      client.release()
    }
  })

  it('leaves an audit chain that verifies, with every reading in it', async () => {
    const { broken, entries } = await verifyChains(database().auditor)
    expect(broken).toEqual([])
    expect(entries).toBeGreaterThan(15)
    const { rows } = await database().auditor.query(
      `select distinct kind from audit.entry where region = $1 and subject = $2 and actor = $3 order by kind`,
      [region, mother.person, clerk],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['act', 'read'])
  })

  it('stores no number in clear anywhere', async () => {
    const { owner } = database()
    const { rows } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('register', 'audit', 'access')`,
    )
    for (const { name } of rows) {
      const text = JSON.stringify((await owner.query(`select t::text from ${name} t`)).rows)
      expect(text).not.toContain(String(mother['identityNumber']))
      expect(text).not.toContain('13812345678')
    }
  })
})

describe('the same person registered twice at the same moment', () => {
  it('is there once, and its projection is what its facts say', async () => {
    for (let round = 0; round < 10; round++) {
      const command = person({ name: '钱一' })
      const twin = { ...command, name: '钱二', phone: '13912345678' }
      const outcomes = await Promise.all([send(database(), command), send(database(), twin)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'id-taken' }] })
    }
    const client = await database().owner.connect()
    expect((await checkProjection(client, { region })).differences).toEqual([])
    client.release()
  })
})

describe('sending again', () => {
  it('changes nothing and answers the same', async () => {
    const [id, command] = [randomUUID(), person({ name: '赵一' })]
    const first = await send(database(), command, { id })
    expect(await send(database(), command, { id })).toEqual({ ...first, repeated: true })
    const { rows } = await database().owner.query('select count(*) as n from register.fact where subject = $1', [
      command.person,
    ])
    expect(rows).toEqual([{ n: 4 }])
  })

  it('is refused when the content differs', async () => {
    const [id, command] = [randomUUID(), person({ name: '赵二' })]
    await send(database(), command, { id })
    expect(await send(database(), { ...command, name: '赵三' }, { id })).toMatchObject({
      ok: false,
      problems: [{ code: 'id-used-for-other-content' }],
    })
  })

  it('at the same moment does it once', async () => {
    const [id, command] = [randomUUID(), person({ name: '赵四' })]
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => send(database(), command, { id })))
    expect(outcomes.map((outcome) => outcome.ok && outcome.repeated).filter((repeated) => !repeated)).toHaveLength(1)
  })
})
