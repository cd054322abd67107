import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { isDomainError } from '@junheng/kernel'
import { purposeRules, type Purpose } from '@junheng/register'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareWithRoot, countersign, dailyRoot } from '../database/audit/daily-root.ts'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { acrossCounties, tryAcrossCounties } from '../database/testing/across-counties.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import type { Access } from './access.ts'
import { auditChain } from './audit-chains.ts'
import { readPerson } from './read-person.ts'
import { search } from './search.ts'
import {
  accessOf,
  clerk,
  grantPosts,
  household,
  identityNumber,
  otherRegion,
  person,
  region,
  send,
  township,
  village,
} from './testing/scene.ts'

const database = testDatabase()
const stranger = '00000000-0000-4000-8000-000000000002'
const home = household()
const mother = person({
  name: '周敏',
  sex: 'female',
  birthDate: '1993-07-08',
  household: { id: home.household, role: 'head' },
})
const child = person({ name: '周周', birthDate: '2026-01-02', mother: { id: mother.person, region } })

beforeAll(async () => {
  await grantPosts(database())
  for (const command of [home, mother, child]) expect(await send(database(), command)).toMatchObject({ ok: true })
  const health = {
    kind: 'state-fact',
    person: mother.person,
    attribute: 'health',
    value: '孕期高血压',
    from: '2025-10-01',
  }
  expect(await send(database(), health)).toMatchObject({ ok: true })
})

const options = (access: Partial<Access>) => {
  return { register: { pool: database().app }, secrets: database().secrets, access: accessOf(access) }
}
const read = (access: Partial<Access>, id = mother.person, births = true) =>
  readPerson({ ...options(access), person: id, births })
const find = (text: string, access: Partial<Access> = {}) => search({ ...options(access), text })

/** Why it was refused; fails where it was not. */
async function refusal(attempt: Promise<unknown>): Promise<unknown> {
  try {
    await attempt
  } catch (error) {
    if (isDomainError(error, 'access-refused')) return error.info['why']
    throw error
  }
  throw new Error('it was allowed')
}

/** How many entries of a kind a county's chains hold. */
async function noticed(county: string, kind: string): Promise<number> {
  const { rows } = await database().owner.query<{ n: number }>(
    'select count(*) as n from audit.entry where region = $1 and kind = $2',
    [county, kind],
  )
  return rows[0]?.n ?? 0
}

async function expectNoticed<T>(county: string, kind: string, attempt: () => Promise<T>): Promise<T> {
  const before = await noticed(county, kind)
  const result = await attempt()
  expect(await noticed(county, kind)).toBe(before + 1)
  return result
}

describe('a forged region', () => {
  it('is refused and noticed where it was aimed', async () => {
    expect(await expectNoticed(otherRegion, 'refused', () => refusal(read({ region: otherRegion })))).toBe(
      'not-granted',
    )
  })
  it('inside an action is refused', async () => {
    const outcome = await expectNoticed(region, 'rejected', () =>
      send(database(), person({ township: '420303001' }), { region: otherRegion }),
    )
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'foreign-region' }] })
  })
  it('that is SQL never reaches the database', async () => {
    for (const forged of [`421202'; drop table register.person; --`, '421202,420303', '4212__', '']) {
      expect(await refusal(read({ region: forged }))).toBe('malformed-access')
    }
    expect(await refusal(read({ actor: `${clerk}' or true` }))).toBe('malformed-access')
    expect(await refusal(read({ purpose: `registration'; set role postgres; --` as Purpose }))).toBe('malformed-access')
  })
})

describe('a foreign or missing case', () => {
  it('opens nothing', async () => {
    for (const caseId of [`case-benefit-${otherRegion}`, 'case-guessed', null]) {
      const attempt = () => refusal(read({ purpose: 'benefit', caseId }))
      expect(await expectNoticed(region, 'refused', attempt)).toBe('no-such-case')
    }
    expect(await refusal(read({ purpose: 'benefit', caseId: `case-childcare-${region}` }))).toBe('no-such-case')
    expect(await read({ purpose: 'benefit', caseId: `case-benefit-${region}` })).toMatchObject({ name: '周敏' })
  })
})

describe('guessed ids', () => {
  it('find nobody and are noticed', async () => {
    expect(await expectNoticed(region, 'read-missing', () => read({}, randomUUID()))).toBeNull()
  })
  it('of another county find nobody', async () => {
    const access = { actor: stranger, region: otherRegion }
    expect(await expectNoticed(otherRegion, 'read-missing', () => read(access))).toBeNull()
    expect(await find('周敏', access)).toMatchObject({ people: [] })
  })
  it('of another township find nobody', async () => {
    const villageWorker = '00000000-0000-4000-8000-000000000003'
    await database().owner.query(
      `insert into access.post_grant (region, actor, post, townships, purposes) values ($1, $2, 'village', '{421202999}', '{registration}')`,
      [region, villageWorker],
    )
    const own = { actor: villageWorker, townships: ['421202999'] }
    expect(await refusal(read({ actor: villageWorker }))).toBe('not-granted')
    expect(await refusal(read({ actor: villageWorker, townships: [township] }))).toBe('not-granted')
    expect(await refusal(read({ ...own, fields: ['identity'] }))).toBe('not-granted')
    expect(await read(own)).toBeNull()
    expect(await find('周敏', own)).toMatchObject({ people: [] })
    const state = {
      kind: 'state-fact',
      person: mother.person,
      attribute: 'ethnicity',
      value: '土家族',
      from: '2026-01-01',
    }
    expect(await send(database(), state, { access: own })).toMatchObject({ problems: [{ code: 'unknown-id' }] })
    const settle = () => send(database(), person({ township }), { access: own })
    expect(await expectNoticed(region, 'rejected', settle)).toMatchObject({ problems: [{ code: 'out-of-scope' }] })
  })
})

describe('a village’s worker', () => {
  const worker = '00000000-0000-4000-8000-000000000004'
  const neighbour = '421202001002'
  const own = { actor: worker, townships: [township], villages: [village] }
  const villager = person({ name: '钱进', village, phone: '13700001111' })
  const other = person({ name: '钱多', village: neighbour, phone: '13700002222' })
  const nowhere = person({ name: '钱某' })
  beforeAll(async () => {
    await database().owner.query(
      `insert into access.post_grant (region, actor, post, townships, villages, purposes)
       values ($1, $2, 'village-worker', $3, $4, '{registration}')`,
      [region, worker, [township], [village]],
    )
    for (const command of [villager, other, nowhere])
      expect(await send(database(), command)).toMatchObject({ ok: true })
  })
  const names = async (text: string, access: Partial<Access> = own) => {
    const found = await find(text, access)
    return found.ok ? found.people.map(({ name }) => name) : found.problem.code
  }

  it('finds and reads the people of the village, and nobody else', async () => {
    expect(await names('钱', {})).toEqual(['钱多', '钱某', '钱进'])
    for (const text of ['钱', 'qian', 'qj', '13700001111']) expect([text, await names(text)]).toEqual([text, ['钱进']])
    expect(await names('13700002222')).toEqual([])
    expect(await read(own, villager.person)).toMatchObject({ name: '钱进', village, township })
    for (const { person: id } of [other, nowhere]) {
      expect(await expectNoticed(region, 'read-missing', () => read(own, id))).toBeNull()
    }
  })
  it('cannot claim another village, the whole township, or a village of another county', async () => {
    for (const villages of [[neighbour], [village, neighbour], null, [`${village}', '*`], ['420303001001'], ['*']]) {
      const why = await refusal(read({ ...own, villages }))
      const malformed = villages !== null && villages.some((one) => !/^421202\d{6}$/.test(one))
      expect([villages, why]).toEqual([villages, malformed ? 'malformed-access' : 'not-granted'])
    }
    expect(await refusal(read({ ...own, villages: [] }))).toBe('not-granted')
  })
  it('writes nothing of another village, and moves nobody into or out of it', async () => {
    const settle = (changes: object) => send(database(), person(changes), { access: own })
    expect(await settle({ name: '孙一', village })).toMatchObject({ ok: true })
    for (const changes of [{ village: neighbour }, {}]) {
      expect(await expectNoticed(region, 'rejected', () => settle(changes))).toMatchObject({
        problems: [{ code: 'out-of-scope' }],
      })
    }
    const move = (id: string, value: string) =>
      send(
        database(),
        { kind: 'state-fact', person: id, attribute: 'residence', value, from: '2026-02-01' },
        { access: own },
      )
    expect(await move(other.person, village)).toMatchObject({ problems: [{ code: 'unknown-id' }] })
    expect(await move(villager.person, neighbour)).toMatchObject({ problems: [{ code: 'out-of-scope' }] })
  })
  it('sees nobody when the program forgets to name villages', async () => {
    const client = await database().app.connect()
    await client.query(
      `begin; set local app.regions = '${region}'; set local app.townships = '*'; set local app.purpose = 'registration'; ${acrossCounties}`,
    )
    for (const table of ['person', 'household', 'person_page']) {
      expect([table, (await client.query(`select from register.${table}`)).rowCount]).toEqual([table, 0])
    }
    await client.query('rollback')
    client.release()
  })
})

describe('SQL in what is typed', () => {
  it('is no name', async () => {
    const command = person({ name: `王'); drop table register.person; --` })
    const outcome = await expectNoticed(region, 'rejected', () => send(database(), command))
    expect(outcome).toMatchObject({
      problems: [{ path: 'command.name', code: 'not-a-name', message: { en: 'A name cannot hold ")"' } }],
    })
  })
  it('is an address like any other', async () => {
    const address = `永安路1号'; delete from register.fact; --`
    expect(await send(database(), household({ address }))).toMatchObject({ ok: true })
  })
  it('finds nothing', async () => {
    for (const text of [`' or 1=1 --`, `%`, `周%`, `x'); drop table register.person; --`]) {
      expect(await find(text)).toMatchObject({ ok: true, people: [] })
    }
  })
})

describe('the purposes that births may never decide', () => {
  const forbidden = purposeRules.filter((rule) => rule.forbidden).map(({ purpose }) => purpose)
  it('are the five of the plans, and the database says the same of every purpose', async () => {
    expect(forbidden).toEqual(['household-registration', 'school-entry', 'hiring', 'appraisal', 'promotion'])
    const { rows } = await database().owner.query('select * from access.purpose')
    expect(rows).toEqual(
      purposeRules.map(({ purpose, categories, needsCase, forbidden: never }) => {
        return { purpose, categories, needs_case: needsCase, forbidden: never }
      }),
    )
  })
  it('are refused births by the database, and the attempt is kept', async () => {
    for (const purpose of forbidden) {
      const access = { purpose, caseId: `case-${purpose}-${region}` }
      expect(await expectNoticed(region, 'refused', () => refusal(read(access)))).toBe('forbidden-purpose')
      expect(await expectNoticed(region, 'refused', () => refusal(find('怀德路', access)))).toBe('forbidden-purpose')
    }
  })
  it('see a person without births, parents, marriage, household or health', async () => {
    const access = { purpose: 'hiring', caseId: `case-hiring-${region}` } as const
    const page = await read(access, child.person, false)
    expect(page?.history.map(({ kind }) => kind).sort()).toEqual(['birth-date', 'name', 'residence', 'sex'])
    expect((await read(access, mother.person, false))?.history.map(({ kind }) => kind)).not.toContain('birth')
  })
  it('see no birth even when the program forgets to ask', async () => {
    const { app } = database()
    for (const purpose of [...forbidden, 'gossip', '']) {
      const client = await app.connect()
      await client.query(
        `begin; set local app.regions = '${region}'; set local app.townships = '*'; set local app.purpose = '${purpose}';
         set local app.births = 'open'; set local app.fields = 'health'; ${acrossCounties}`,
      )
      for (const table of ['fertility_fact', 'tie', 'health_fact']) {
        expect((await client.query(`select from register.${table}`)).rowCount).toBe(0)
      }
      await client.query('rollback')
      client.release()
    }
    expect((await database().owner.query('select from register.fertility_fact')).rowCount).toBeGreaterThan(0)
  })
})

describe('the app’s role', () => {
  const statements = [
    `update register.fact set value = '{}'`,
    'delete from register.fact',
    `update register.action set result = '{}'`,
    'delete from audit.entry',
    `update audit.entry set body = '{}'`,
    `insert into audit.entry (region, chain, seq, at, kind, body, hash) values ('421202', 0, 999, now(), 'x', '{}', '')`,
    'select * from audit.chain_head',
    `insert into access.post_grant (region, actor, post, purposes) values ('421202', '${clerk}', 'x', '{registration}')`,
    'select * from access.post_grant',
    'alter table register.person disable row level security',
    'drop policy guard on register.person',
    'create table register.mine (x int)',
    'create table public.mine (x int)',
    'set role postgres',
    'truncate register.person',
    `copy register.person to '/tmp/people'`,
    `copy register.person to program 'cat'`,
  ]
  it('can change no history, no grant and no policy', async () => {
    for (const statement of statements) {
      const code = await tryAcrossCounties(database().app, statement).then(
        () => 'allowed',
        (error: unknown) => (error as { code: string }).code,
      )
      expect([statement, code]).toEqual([statement, '42501'])
    }
  })
  it('sees nothing without settings', async () => {
    for (const table of [
      'person',
      'household',
      'fact',
      'fertility_fact',
      'health_fact',
      'sealed',
      'tie',
      'number_key',
      'identity_number',
      'action',
      'outbox',
    ]) {
      expect([table, (await tryAcrossCounties(database().app, `select from register.${table}`)).rowCount]).toEqual([
        table,
        0,
      ])
    }
  })
  it('cannot write for a purpose that does not allow it', async () => {
    const access = { purpose: 'benefit', caseId: `case-benefit-${region}` } as const
    const outcome = await expectNoticed(region, 'rejected', () => send(database(), person(), { access }))
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'out-of-scope' }] })
  })
})

describe('health', () => {
  it('shows only where the field was granted and asked for', async () => {
    const seen = async (access: Partial<Access>) =>
      (await read(access))?.history.filter(({ kind }) => kind === 'health').length
    expect(await seen({})).toBe(0)
    expect(await seen({ fields: ['health'] })).toBe(1)
    expect(Object.values((await read({ fields: ['health'] }))?.health ?? {})).toEqual(['孕期高血压'])
    expect(await seen({ fields: ['health'], purpose: 'benefit', caseId: `case-benefit-${region}` })).toBe(0)
  })
})

describe('breaking the glass', () => {
  it('needs a reason, is noticed, and is reviewed by someone else', async () => {
    const emergency = { purpose: 'emergency' } as const
    expect(await refusal(read({ ...emergency, reason: '急' }))).toBe('no-reason')
    const reason = '产妇大出血转院，需联系家属核实血型与病史'
    expect(await expectNoticed(region, 'break-glass', () => read({ ...emergency, reason }))).toMatchObject({
      name: '周敏',
    })
    const { owner } = database()
    const open = await owner.query('select actor, reason from access.break_glass where reviewed_at is null')
    expect(open.rows).toEqual([{ actor: clerk, reason }])
    const review = (by: string) =>
      owner.query(`update access.break_glass set reviewed_by = $1, reviewed_at = now(), finding = '属实'`, [by])
    await expect(review(clerk)).rejects.toThrow('break_glass_check')
    await review(stranger)
  })
})

describe('two people with one identity number', () => {
  it('are refused, in the same county and across counties, with nothing half-written', async () => {
    const number = identityNumber('1990-05-06', 77)
    expect(await send(database(), person({ identityNumber: number }))).toMatchObject({ ok: true })
    const second = person({ identityNumber: number })
    const outcome = await expectNoticed(region, 'rejected', () => send(database(), second))
    expect(outcome).toMatchObject({ problems: [{ path: 'command.identityNumber', code: 'identity-number-taken' }] })
    expect(
      await send(
        database(),
        { ...second, township: '420303001' },
        { region: otherRegion, access: { actor: stranger, region: otherRegion } },
      ),
    ).toMatchObject({
      problems: [{ code: 'identity-number-taken' }],
    })
    const { rowCount } = await database().owner.query('select from register.fact where subject = $1', [second.person])
    expect(rowCount).toBe(0)
  })
})

describe('the audit chain', () => {
  /** Tampers inside a transaction that is rolled back, and says what the verification found. */
  async function broken(...statements: readonly string[]) {
    const client = await database().owner.connect()
    try {
      await client.query('begin')
      for (const statement of statements) await client.query(statement)
      const { broken: found } = await verifyChains(client)
      return found.map(({ chain, seq, why }) => [chain, seq, why])
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const chain = auditChain(clerk, 'write')
  const at = `region = '${region}' and chain = ${chain}`

  it('names the first entry that was changed, moved or taken out', async () => {
    expect(await broken()).toEqual([])
    expect(
      await broken(`update audit.entry set body = replace(body, 'act', 'cat') where ${at} and seq in (2, 3)`),
    ).toEqual([[chain, 2, 'changed']])
    expect(await broken(`update audit.entry set actor = '${stranger}' where ${at} and seq = 2`)).toEqual([
      [chain, 2, 'columns-differ'],
    ])
    expect(await broken(`delete from audit.entry where ${at} and seq = 3`)).toEqual([[chain, 3, 'missing']])
    expect(await broken(`delete from audit.entry where ${at}`)).toEqual([[chain, 1, 'missing']])
    const last = `(select max(seq) from audit.entry where ${at})`
    expect((await broken(`delete from audit.entry where ${at} and seq = ${last}`))[0]?.[2]).toBe('missing')
    expect((await broken(`delete from audit.chain_head where ${at}`))[0]?.[2]).toBe('end-differs')
  })

  it('cannot be cut off or rewritten behind a root that was exported and countersigned', async () => {
    const { owner } = database()
    const { rows } = await owner.query<{ day: string }>(`select (now() at time zone 'Asia/Shanghai')::date as day`)
    const { privateKey } = generateKeyPairSync('ed25519')
    const root = countersign(await dailyRoot(owner, rows[0]?.day as never), { by: '县审计局', key: privateKey })
    expect(await compareWithRoot(owner, root)).toEqual({ intact: true, badSignatures: [], differing: [] })

    const client = await owner.connect()
    await client.query('begin')
    await client.query(`delete from audit.entry where ${at} and seq > 2`)
    await client.query(
      `update audit.chain_head h set seq = 2, hash = (select hash from audit.entry where ${at} and seq = 2) where ${at}`,
    )
    expect((await verifyChains(client)).broken).toEqual([])
    expect((await compareWithRoot(client, root)).differing.map((end) => end.chain)).toEqual([chain])
    await client.query('rollback')
    client.release()

    const forged = { ...root, root: root.root.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }
    expect(await compareWithRoot(owner, forged)).toMatchObject({ intact: false, badSignatures: ['县审计局'] })
  })
})
