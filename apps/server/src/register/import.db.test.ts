import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../database/connect.ts'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase, type TestDatabase } from '../database/testing/test-database.ts'
import { checkProjection } from './check-projection.ts'
import { importActions, type ImportOptions } from './import-actions.ts'
import { accessOf, grantPosts, household, identityNumber, now, person, region, send, today } from './testing/scene.ts'

const database = testDatabase()
const other = testDatabase()
beforeAll(async () => {
  await grantPosts(database())
  await grantPosts(other())
})

const source = { kind: 'import', reference: 'list-1' } as const
const bring = (commands: readonly unknown[], changes: Partial<ImportOptions> = {}) =>
  importActions({
    register: { pool: database().app },
    secrets: database().secrets,
    access: accessOf(),
    id: randomUUID(),
    source,
    commands: () => commands,
    today,
    now,
    batch: 3,
    ...changes,
  })

/** A family whose members come in different batches, with ties, events, changes and all kinds of numbers. */
function family(order: number) {
  const home = household({ village: '421202001001' })
  const mother = person({
    name: '欧阳娜仁',
    sex: 'female',
    birthDate: '1992-03-04',
    identityNumber: identityNumber('1992-03-04', order * 2),
    phone: '13812345678',
    household: { id: home.household, role: 'head' },
  })
  const father = person({
    name: '扎西次仁',
    birthDate: '1990-01-01',
    household: { id: home.household, role: 'spouse' },
  })
  const child = person({
    name: '欧阳多多',
    birthDate: '2024-02-29',
    identityNumber: identityNumber('2024-02-29', order * 2 + 1),
    household: { id: home.household, role: 'child' },
    mother: { id: mother.person, region },
    father: { id: father.person, region },
  })
  const tie = (a: string, b: string) => {
    return { kind: 'record-tie', person: a, tie: 'spouse', other: { id: b, region }, from: '2020-05-20' }
  }
  const state = (attribute: string, value: string) => {
    return { kind: 'state-fact', person: mother.person, attribute, value, from: '2026-01-01' }
  }
  const commands = [
    home,
    mother,
    father,
    child,
    tie(mother.person, father.person),
    tie(father.person, mother.person),
    state('residence', '421202001002'),
    state('phone', '13912345678'),
    state('health', '孕期高血压'),
    { kind: 'record-event', person: father.person, event: 'death', on: '2026-03-01' },
  ]
  return { commands, home, mother, father, child }
}

/** All that the register holds, without the ids that are drawn anew each time. */
async function contents({ owner }: TestDatabase): Promise<Readonly<Record<string, unknown>>> {
  const drawn = new Set(['id', 'fact', 'action', 'cipher', 'identity_fact', 'phone_fact'])
  const tables = [
    'fact',
    'fertility_fact',
    'health_fact',
    'sealed',
    'person',
    'household',
    'number_key',
    'identity_number',
    'address_key',
    'tie',
  ]
  const read = async (table: string) => {
    const { rows } = await owner.query<Record<string, unknown>>(`select * from register.${table}`)
    const kept = rows.map((row) =>
      JSON.stringify(Object.entries(row).filter(([column]) => (column === 'id' ? 'name' in row : !drawn.has(column)))),
    )
    return [table, kept.sort()] as const
  }
  return Object.fromEntries(await Promise.all(tables.map(read)))
}

describe('an import', () => {
  const families = [family(1), family(2)]
  const commands = families.flatMap((one) => one.commands)
  const id = randomUUID()

  it('leaves the register as the same commands one by one would', async () => {
    for (const command of commands) expect(await send(other(), command)).toMatchObject({ ok: true })
    await other().owner.query(`update register.fact set source = 'import', reference = 'list-1'`)
    await other().owner.query(`update register.fertility_fact set source = 'import', reference = 'list-1'`)
    await other().owner.query(`update register.health_fact set source = 'import', reference = 'list-1'`)
    expect(await bring(commands, { id, secrets: other().secrets })).toEqual({ ok: true, repeated: false, commands: 20 })
    expect(await contents(database())).toEqual(await contents(other()))
    const client = await database().owner.connect()
    expect(await checkProjection(client, { region })).toEqual({ subjects: 8, differences: [] })
    client.release()
  })

  it('is one action, one message and one entry of the audit chain, with digest, counts and source', async () => {
    const { rows } = await database().owner.query<{ kind: string; detail: Record<string, unknown> }>(
      `select kind, body::jsonb -> 'detail' as detail from audit.entry where kind in ('act', 'import')`,
    )
    expect(rows).toEqual([
      {
        kind: 'import',
        detail: { action: id, digest: expect.stringMatching(/^.{43}=$/), commands: 20, facts: 56, source },
      },
    ])
    const { rows: others } = await database().owner.query(
      `select kind, result from register.action union all select topic, body - 'action' from register.outbox`,
    )
    expect(others).toEqual([
      { kind: 'import', result: { commands: 20 } },
      { kind: 'import', result: { commands: 20, facts: 56 } },
    ])
  })

  it('sent again changes nothing; other content under its id is refused', async () => {
    const before = await contents(database())
    expect(await bring(commands, { id })).toEqual({ ok: true, repeated: true, commands: 20 })
    expect(await bring(commands.slice(1), { id })).toMatchObject({ problems: [{ code: 'id-used-for-other-content' }] })
    expect(await bring(commands, { id, source: { kind: 'import', reference: 'list-2' } })).toMatchObject({ ok: false })
    expect(await contents(database())).toEqual(before)
  })

  it('sent twice at the same moment is done once', async () => {
    const { commands: fresh } = family(3)
    const twice = randomUUID()
    const outcomes = await Promise.all([bring(fresh, { id: twice }), bring(fresh, { id: twice })])
    expect(outcomes).toContainEqual({ ok: true, repeated: false, commands: 10 })
    expect(outcomes).toContainEqual({ ok: true, repeated: true, commands: 10 })
  })
})

describe('an import with something wrong', () => {
  /** Problems as "path code", and nothing written. */
  async function wrong(commands: readonly unknown[], changes: Partial<ImportOptions> = {}) {
    const before = await contents(database())
    const outcome = await bring(commands, changes)
    expect(await contents(database())).toEqual(before)
    return outcome.ok ? 'taken' : outcome.problems.map(({ path, code }) => `${path} ${code}`)
  }
  const number = identityNumber('1990-05-06', 31)
  const checkDigit = number.endsWith('X') ? '0' : 'X'

  it('names every command that cannot be read, and the field', async () => {
    expect(
      await wrong([
        person(),
        person({ identityNumber: number.slice(0, 17) + checkDigit }),
        person({ birthDate: '2025-02-29' }),
        person({ birthDate: '2027-01-01' }),
        person({ name: `王'); drop table register.person; --` }),
        person({ village: '421202002001' }),
        'nothing',
      ]),
    ).toEqual([
      'commands[1].identityNumber wrong-check-digit',
      'commands[2].birthDate no-such-day',
      'commands[3].birthDate in-the-future',
      'commands[4].name not-a-name',
      'commands[5].village not-a-village',
      'commands[6] not-an-object',
      'commands[6].kind missing',
    ])
  })

  it('names a mother younger than her child, whether she is on file, of an earlier batch or of the same one', async () => {
    const mother = person({ sex: 'female', birthDate: '2001-01-01' })
    const child = (born: string) => person({ birthDate: born, mother: { id: mother.person, region } })
    const many = [person(), person(), person(), person()]
    expect(await wrong([mother, child('2000-01-01')])).toEqual(['commands[1].mother parent-younger-than-child'])
    expect(await wrong([mother, ...many, child('2000-01-01')])).toEqual([
      'commands[5].mother parent-younger-than-child',
    ])
    expect(await wrong([child('2026-01-01'), mother])).toEqual(['commands[0].mother unknown-id'])
    expect(await bring([mother])).toMatchObject({ ok: true })
    expect(await wrong([...many, child('2000-01-01'), child('2009-01-01')])).toEqual([
      'commands[4].mother parent-younger-than-child',
      'commands[5].mother parent-too-young',
    ])
  })

  it('names the second person of an identity number: in one batch, in two, against the register, in another county', async () => {
    const one = () => person({ identityNumber: number })
    const many = [person(), person(), person()]
    const taken = (at: number) => [`commands[${at}].identityNumber identity-number-taken`]
    expect(await wrong([one(), one()])).toEqual(taken(1))
    expect(await wrong([one(), ...many, one()])).toEqual(taken(4))
    expect(await send(database(), one())).toMatchObject({ ok: true })
    expect(await wrong([person(), one()])).toEqual(taken(1))
    const stranger = accessOf({ region: '420303', actor: '00000000-0000-4000-8000-000000000002' })
    expect(await wrong([{ ...one(), township: '420303001' }], { access: stranger })).toEqual(taken(0))
  })

  it('names an id that is taken, on file or in the same import', async () => {
    const there = person()
    expect(await send(database(), there)).toMatchObject({ ok: true })
    const twin = person()
    expect(await wrong([there, twin, twin])).toEqual(['commands[0].person id-taken', 'commands[2].person id-taken'])
  })

  it('is refused to who may not write the whole county', async () => {
    expect(await wrong([person()], { access: accessOf({ townships: ['421202001'] }) })).toEqual([
      'command out-of-scope',
    ])
    const benefit = accessOf({ purpose: 'benefit', caseId: `case-benefit-${region}` })
    expect(await wrong([person()], { access: benefit })).toEqual(['command out-of-scope'])
    const { rows } = await database().owner.query(`select count(*) as n from audit.entry where kind = 'rejected'`)
    expect(rows).toEqual([{ n: expect.any(Number) }])
  })

  it('lists a hundred problems and says that there are more', async () => {
    const outcome = await bring(Array.from({ length: 120 }, () => person({ sex: 'x' })))
    expect(outcome).toMatchObject({ ok: false, more: true })
    expect(!outcome.ok && outcome.problems).toHaveLength(100)
  })

  it('takes rare characters and long Mongolian and Tibetan names', async () => {
    const names = [
      '𬱖𠅤',
      '\ue863小明',
      '孛儿只斤·额尔德尼巴特尔·苏和巴雅尔',
      'བསྟན་འཛིན་རྒྱ་མཚོ',
      'ᠪᠠᠲᠤᠮᠥᠩᠬᠡ',
      'A'.repeat(100),
    ]
    const people = names.map((name) => person({ name }))
    expect(await bring(people)).toMatchObject({ ok: true })
    const { rows } = await database().owner.query<{ name: string }>(
      'select name from register.person where id = any ($1::uuid[])',
      [people.map(({ person: id }) => id)],
    )
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort())
  })
})

it(
  'killed between any two statements an import leaves nothing, and sent again it is whole',
  { timeout: 300_000 },
  async () => {
    const { address, secrets, owner, app } = database()
    const traces = async (one: ReturnType<typeof family>, id: string) => {
      const people = [one.mother, one.father, one.child].map(({ person: subject }) => subject)
      const { rows } = await owner.query<{ n: number }>(
        `select count(*) as n from register.action where id = $1
       union all select count(*) from register.fact where action = $1
       union all select count(*) from register.fertility_fact where action = $1
       union all select count(*) from register.outbox where id = $1
       union all select count(*) from audit.entry where kind = 'import' and body::jsonb -> 'detail' ->> 'action' = $1::text
       union all select count(*) from register.person where id = any ($2::uuid[])
       union all select count(*) from register.tie where person = any ($2::uuid[])
       union all select count(*) from register.identity_number where person = any ($2::uuid[])`,
        [id, people],
      )
      return rows.map(({ n }) => n)
    }
    const nothing = [0, 0, 0, 0, 0, 0, 0, 0]
    const whole = [1, 19, 8, 1, 1, 3, 7, 2]
    let statements = 0
    const counted = family(40)
    await bring(counted.commands, { register: { pool: app, watch: () => void statements++ }, batch: 5 })
    const moments = [...Array.from({ length: statements + 1 }, (_, at) => at), null]
    expect(statements).toBeGreaterThan(25)
    const kill = async (killBefore: number | null, order: number) => {
      const [one, id] = [family(order), randomUUID()]
      const message = JSON.stringify({ address, secrets, imported: { id, commands: one.commands }, killBefore })
      const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/killed-child.ts'), message], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')
      const left = await traces(one, id)
      if (killBefore !== null)
        expect([killBefore, left]).toEqual([killBefore, killBefore < statements ? nothing : whole])
      else expect([nothing, whole]).toContainEqual(left)
      const again = { id, source: { kind: 'import', reference: null } as const }
      expect(await bring(one.commands, again)).toMatchObject({ ok: true })
      expect([killBefore, await traces(one, id)]).toEqual([killBefore, whole])
    }
    for (let at = 0; at < moments.length; at += 3) {
      await Promise.all(moments.slice(at, at + 3).map((moment, i) => kill(moment, 50 + at + i)))
    }
    expect((await verifyChains(database().auditor)).broken).toEqual([])
  },
)

it('looks people up one by one, however fast the county grows', async () => {
  const { address, secrets, owner } = database()
  const pool = openPool({ ...address, user: 'junheng_app', password: secrets.app }, { max: 1 })
  const people = Array.from({ length: 3000 }, () => person({ phone: '13912345678' }))
  const again = people.map(({ person: id }) => {
    return { kind: 'state-fact', person: id, attribute: 'phone', value: '13812345678', from: '2026-01-01' }
  })
  const read = async () => {
    const { rows } = await owner.query<{ n: number }>(
      `select sum(coalesce(idx_tup_fetch, 0) + seq_tup_read)::bigint as n from pg_stat_user_tables
       where schemaname = 'register' and relname in ('person', 'fact', 'tie', 'number_key')`,
    )
    return rows[0]?.n ?? 0
  }
  await owner.query('select pg_stat_force_next_flush()')
  const before = await read()
  expect(await bring([...people, ...again], { register: { pool }, batch: 100 })).toMatchObject({ ok: true })
  // What a connection has read is told when it ends.
  await pool.end()
  await expect.poll(read).toBeGreaterThan(before)
  // Each person is looked up twice, with some five facts and a number; reading the county each time would be 60 times as much.
  expect((await read()) - before).toBeLessThan(40 * people.length)
})
