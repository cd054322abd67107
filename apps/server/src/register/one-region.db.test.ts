import { beforeAll, expect, it } from 'vitest'
import { beyondOneCounty } from '../database/testing/beyond-one-county.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import {
  accessOf,
  grantPosts,
  household,
  identityNumber,
  now,
  person,
  region,
  send,
  today,
  township,
} from './testing/scene.ts'
import { act } from './act.ts'
import { importActions } from './import-actions.ts'
import { readPerson } from './read-person.ts'
import { search } from './search.ts'

const database = testDatabase()
beforeAll(() => grantPosts(database()))

/** Every statement that the register sends when it writes, corrects, reads and searches. */
async function collect(): Promise<ReadonlySet<string>> {
  const statements = new Set<string>()
  const watch = (sql: string) => void statements.add(sql.replace(/\s+/g, ' ').trim())
  const { app, secrets } = database()
  const register = { pool: app, watch }
  const home = household()
  const mother = person({ sex: 'female' })
  const child = person({
    birthDate: '2024-02-29',
    identityNumber: identityNumber('2024-02-29', 5),
    phone: '13812345678',
    household: { id: home.household, role: 'child' },
    mother: { id: mother.person, region },
  })
  for (const command of [home, mother, child]) await send(database(), command, { watch })
  const page = await readPerson({
    register,
    secrets,
    access: accessOf({ fields: ['health'] }),
    person: child.person,
    births: true,
  })
  const correct = (kind: string, rest: object) => {
    const fact = page?.history.find((one) => one.kind === kind)?.id
    return send(database(), { kind: 'correct-fact', subject: child.person, fact, reason: '更正', ...rest }, { watch })
  }
  expect(await correct('identity-number', { how: 'withdraw' })).toMatchObject({ ok: true })
  expect(await correct('membership', { how: 'withdraw' })).toMatchObject({ ok: true })
  for (const text of ['王小明', 'wang', '13812345678', identityNumber('2024-02-29', 5), '永安街道']) {
    expect(await search({ register, secrets, access: accessOf(), text })).toMatchObject({ ok: true })
    const village = accessOf({ townships: [township], villages: [`${township}001`] })
    expect(await search({ register, secrets, access: village, text })).toMatchObject({ ok: true })
  }
  await act({ register, secrets, access: accessOf(), input: {}, today, now })
  const source = { kind: 'import', reference: null } as const
  const newborn = person({ birthDate: '2026-02-28', mother: { id: mother.person, region } })
  const married = { kind: 'record-tie', tie: 'spouse', person: newborn.person, from: '2026-03-01' }
  const many = [
    household(),
    newborn,
    { ...married, other: { id: child.person, region } },
    { kind: 'state-fact', person: mother.person, attribute: 'phone', value: '13800000000', from: '2026-03-01' },
    person({ identityNumber: identityNumber('1990-05-06', 5), phone: '13812345678' }),
  ]
  const options = { register, secrets, access: accessOf(), source, today, now }
  expect(await importActions({ ...options, id: newborn.person, commands: () => many, batch: 2 })).toMatchObject({
    ok: true,
  })
  await importActions({ ...options, id: newborn.person, commands: () => [], batch: 2 })
  return statements
}

it('no statement of the register reaches beyond one county', async () => {
  const statements = [...(await collect())]
  expect(statements.length).toBeGreaterThan(22)
  expect(statements.filter((sql) => beyondOneCounty(sql).length > 0)).toEqual([])
})

it('every search and page keeps its index under row-level security', async () => {
  const { owner, app } = database()
  await owner.query(
    `insert into register.person (region, id, township, name, given_name, pinyin, given_pinyin, initials, birth_date)
     select (420000 + n % 10 + 145)::text, gen_random_uuid(), '421202001', 'n' || n, 'g' || n, 'p' || n, 'q' || n, 'i' || n, '2000-01-01'
     from generate_series(1, 30000) n`,
  )
  await owner.query('analyze register.person')
  const client = await app.connect()
  await client.query(
    `begin; set local app.regions = '420150'; set local app.townships = '*'; set local app.villages = '*'; set local app.purpose = 'registration'`,
  )
  for (const column of ['name', 'given_name', 'pinyin', 'given_pinyin', 'initials']) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select * from register.person where region = '420150' and ${column} >= 'x1' and ${column} < 'x2' order by ${column} limit 20`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain(`person_by_${column}`)
    expect(plan).not.toContain('Seq Scan')
  }
  await client.query('rollback')
  client.release()
})
