import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyChains } from './database/audit/verify-chain.ts'
import { acrossCounties, tryAcrossCounties } from './database/testing/across-counties.ts'
import { beginWith } from './register/access.ts'
import { household, otherRegion, person, region } from './register/testing/scene.ts'
import type { Browser } from './testing/browser.ts'
import { officeScene, otherTownship, townshipCode, unlimited, villageCode } from './testing/office-scene.ts'

/** What somebody with a browser and bad intentions tries. All of it is refused, and all of it stands on the chain. */
const scene = officeScene({ limits: unlimited })

interface Noticed {
  readonly kind: string
  readonly region: string
  readonly actor: string | null
  readonly subject: string | null
  readonly why: string | null
  readonly body: string
}

/** Runs an attack and returns what it added to the audit chains. */
async function noticed(attack: () => Promise<unknown>): Promise<readonly Noticed[]> {
  const { owner } = scene().database
  const { rows: before } = await owner.query<{ n: number }>('select count(*) as n from audit.entry')
  await attack()
  const { rows } = await owner.query<Noticed>(
    `select kind, region, actor, subject, body::jsonb -> 'detail' ->> 'why' as why, body from audit.entry
     order by at, chain, seq offset $1`,
    [before[0]?.n ?? 0],
  )
  return rows
}

const action = (command: object, changes: object = {}) => ({
  id: randomUUID(),
  region,
  source: { kind: 'declared', reference: null },
  command,
  purpose: 'registration',
  ...changes,
})

async function expectRefused(
  attack: () => Promise<{ status: number; body: Readonly<Record<string, unknown>> }>,
  { status, problem, kind, why }: { status: number; problem: string; kind: string; why?: string },
): Promise<void> {
  let answer: Awaited<ReturnType<typeof attack>> | undefined
  const entries = await noticed(async () => (answer = await attack()))
  expect(answer).toMatchObject({ status, body: { type: `/problems/${problem}` } })
  expect(entries.map((entry) => [entry.kind, entry.why])).toContainEqual([kind, why ?? null])
}

describe('a forged region', () => {
  it('in an action is refused', async () => {
    const browser = await scene().as('county-officer')
    const attack = () => browser.post('/api/register/actions', action(person(), { region: otherRegion }))
    await expectRefused(attack, { status: 422, problem: 'invalid-action', kind: 'rejected' })
  })

  it('beside the body, in a header or in the address, changes nothing', async () => {
    const browser = await scene().as('village-worker')
    const forged = { 'x-region': otherRegion, 'x-township': '*', 'x-app-regions': otherRegion }
    const { status, body } = await browser.send('POST', '/api/people/search?region=420303&townships=*', {
      body: { text: '赵远方', purpose: 'registration' },
      headers: forged,
    })
    expect([status, body['people']]).toEqual([200, []])
    const mass = await browser.post('/api/people/search', {
      text: '赵远方',
      purpose: 'registration',
      region: otherRegion,
    })
    expect(mass.status).toBe(400)
  })

  it('of a township that is another’s is refused', async () => {
    const browser = await scene().as('township-worker')
    const attack = () => browser.post('/api/register/actions', action(person({ township: otherTownship })))
    await expectRefused(attack, { status: 422, problem: 'invalid-action', kind: 'rejected' })
  })
})

describe('a foreign case', () => {
  it('opens nothing: another post’s, a closed one’s, an invented one’s, one of another purpose', async () => {
    const officer = await scene().as('county-officer')
    const worker = await scene().as('township-worker')
    const open = async (browser: Browser, purpose: string) =>
      String((await browser.post('/api/cases', { purpose, about: scene().people.mother })).body['caseId'])
    const [foreign, closed, other, own] = [
      await open(officer, 'benefit'),
      await open(worker, 'benefit'),
      await open(worker, 'birth-service'),
      await open(worker, 'benefit'),
    ]
    expect((await worker.post(`/api/cases/${closed}/close`)).status).toBe(200)
    const read = (caseId: string) =>
      worker.post(`/api/people/${scene().people.mother}/read`, { purpose: 'benefit', caseId })
    expect((await read(own)).status).toBe(200)
    for (const caseId of [foreign, closed, other, 'case-guessed', `case-benefit-${otherRegion}`]) {
      await expectRefused(() => read(caseId), {
        status: 403,
        problem: 'no-such-case',
        kind: 'refused',
        why: 'no-such-case',
      })
    }
    await expectRefused(() => worker.post(`/api/cases/${foreign}/close`), {
      status: 404,
      problem: 'unknown-record',
      kind: 'refused',
      why: 'no-such-case',
    })
  })
})

describe('guessed ids', () => {
  it('find nobody, and cannot be told from those of another township', async () => {
    const browser = await scene().as('village-worker')
    const read = (id: string) => browser.post(`/api/people/${id}/read`, { purpose: 'registration' })
    const texts = new Set<string>()
    for (const id of [randomUUID(), scene().people.elsewhere, scene().people.household]) {
      await expectRefused(() => read(id), { status: 404, problem: 'unknown-record', kind: 'read-missing' })
      texts.add((await read(id)).text.replace(/"requestId":"[^"]+"/, ''))
    }
    expect(texts.size).toBe(1)
    for (const id of ['1', "' or 1=1 --", '../../etc/passwd', '%00', `${randomUUID()};drop`]) {
      expect([id, (await read(encodeURIComponent(id))).status]).toEqual([id, 400])
    }
  })

  it('of posts, users and emergencies change nothing', async () => {
    const admin = await scene().as('administrator')
    const reviewer = await scene().as('reviewer')
    const id = randomUUID()
    const attacks = [
      [
        () => admin.post(`/api/staff/posts/${id}/holder`, { user: scene().users.reviewer, from: '2026-01-01' }),
        'no-such-post',
      ],
      [() => admin.send('DELETE', `/api/staff/posts/${id}/substitute`, { body: { on: '2026-01-01' } }), 'nobody-there'],
      [() => admin.post(`/api/staff/users/${id}/reset`), 'no-such-user'],
      [() => reviewer.post(`/api/break-glass/${id}/review`, { finding: '属实' }), 'no-such-reading'],
    ] as const
    for (const [attack, why] of attacks) {
      const [status, problem] = why === 'nobody-there' ? [409, 'conflict'] : [404, 'unknown-record']
      await expectRefused(attack, { status, problem, kind: 'refused', why })
    }
  })

  it('that are no ids are noticed too, without what was sent', async () => {
    const browser = await scene().as('village-worker')
    const entries = await noticed(() =>
      browser.post(`/api/people/${encodeURIComponent("' or 1=1 --")}/read`, { purpose: 'registration' }),
    )
    expect(entries).toMatchObject([{ kind: 'malformed', region, actor: scene().users['village-worker'] }])
    expect(entries[0]?.body).toContain('POST /api/people/:id/read')
    expect(entries[0]?.body).not.toContain('1=1')
  })
})

describe('SQL in what is typed', () => {
  it('is a name like any other, or no name', async () => {
    const browser = await scene().as('county-officer')
    for (const text of [`' or 1=1 --`, `x'); drop table register.person; --`, '单%', '_', '\\']) {
      const { status, body } = await browser.post('/api/people/search', { text, purpose: 'registration' })
      expect([text, status, body['people']]).toEqual([text, 200, []])
    }
    const attack = () =>
      browser.post('/api/register/actions', action(person({ name: `王'); drop table register.person; --` })))
    await expectRefused(attack, { status: 422, problem: 'invalid-action', kind: 'rejected' })
    for (const username of [`admin'--`, `' or ''='`, 'administrator"; --']) {
      const answer = await scene().visitor().post('/api/sign-in/password', { username, password: `' or 1=1 --` })
      expect([username, answer.status]).toEqual([username, 401])
    }
    const filter = await (
      await scene().as('reviewer')
    ).get(`/api/access-log?kind=${encodeURIComponent(`read' or 1=1`)}`)
    expect(filter.status).toBe(400)
  })
})

describe('a replayed request', () => {
  it('writes once, and with another content under the same id is refused', async () => {
    const browser = await scene().as('county-officer')
    const sent = action(household({ township: townshipCode, village: villageCode }))
    const first = await browser.post('/api/register/actions', sent)
    expect(first).toMatchObject({ status: 200, body: { repeated: false } })
    expect(await browser.post('/api/register/actions', sent)).toMatchObject({
      status: 200,
      body: { repeated: true, facts: first.body['facts'] },
    })
    const changed = { ...sent, command: { ...sent.command, address: '别处1号' } }
    const attack = () => browser.post('/api/register/actions', changed)
    await expectRefused(attack, { status: 422, problem: 'invalid-action', kind: 'rejected' })
  })

  it('of a signed-out session is refused', async () => {
    const browser = await scene().as('county-officer')
    const thief = scene().visitor()
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    await browser.post('/api/sign-out')
    const attack = () => thief.post('/api/people/search', { text: '单小雨', purpose: 'registration' })
    await expectRefused(attack, { status: 401, problem: 'sign-in-needed', kind: 'stale-session', why: 'unknown' })
  })
})

describe('a stale session', () => {
  it('is refused under its owner’s name', async () => {
    const browser = await scene().as('county-officer')
    await scene().database.owner.query(
      `update auth.session set created_at = now() - interval '9 hours' where user_id = $1`,
      [scene().users['county-officer']],
    )
    const attack = () => browser.post('/api/people/search', { text: '单小雨', purpose: 'registration' })
    await expectRefused(attack, { status: 401, problem: 'sign-in-needed', kind: 'stale-session', why: 'ended' })
  })
})

describe('a post that is smuggled in', () => {
  it('by header, query or body counts for nothing', async () => {
    const browser = await scene().as('school-clerk')
    const post = scene().posts['county-officer']
    const forged = {
      'x-post': post,
      'x-active-post': post,
      'x-actor': scene().users['county-officer'],
      'x-forwarded-user': 'admin',
    }
    await expectRefused(
      () =>
        browser.send('POST', `/api/people/search?post=${post}&activePost=${post}`, {
          body: { text: '单小雨', purpose: 'registration' },
          headers: forged,
        }),
      { status: 403, problem: 'not-allowed', kind: 'refused', why: 'not-granted' },
    )
    const body = { text: '单小雨', purpose: 'registration', post, actor: scene().users['county-officer'] }
    expect((await browser.post('/api/people/search', body)).status).toBe(400)
    await expectRefused(() => browser.post('/api/session/post', { post }), {
      status: 403,
      problem: 'not-allowed',
      kind: 'refused',
      why: 'not-their-post',
    })
  })

  it('written into the session opens nothing either', async () => {
    const browser = await scene().as('school-clerk')
    await scene().database.owner.query('update auth.session set active_post = $1 where user_id = $2', [
      scene().posts['county-officer'],
      scene().users['school-clerk'],
    ])
    const { body } = await browser.get('/api/session')
    expect(body['activePost']).toBe(scene().posts['school-clerk'])
  })
})

describe('mass assignment', () => {
  it('is refused on every route that takes a body', async () => {
    const admin = await scene().as('administrator')
    for (const more of [
      { kind: 'staff' },
      { region: otherRegion },
      { two_factor_enabled: true },
      { id: randomUUID() },
      { posts: [] },
    ]) {
      let status = 0
      const entries = await noticed(async () => {
        status = (await admin.post('/api/staff/users', { name: '新人', username: 'mass', ...more })).status
      })
      expect([more, status, entries.map(({ kind }) => kind)]).toEqual([more, 400, ['malformed']])
    }
    const resident = await scene().as('resident')
    const asked = { text: '改一下', person: scene().people.child, answered_by: scene().users.resident }
    expect((await resident.post('/api/my/correction-request', asked)).status).toBe(400)
    expect((await scene().visitor().post('/api/demo/sign-in', { card: 'reviewer', user: randomUUID() })).status).toBe(
      400,
    )
    const polluted = await admin.send('POST', '/api/staff/users', {
      body: `{"name":"新人","username":"mass2","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}`,
    })
    expect(polluted.status).toBe(400)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('power over oneself', () => {
  it('is nobody’s: no administrator appoints, dismisses or resets themself', async () => {
    const admin = await scene().as('administrator')
    const self = scene().users.administrator
    const appoint = await admin.post(`/api/staff/posts/${scene().vacantPost}/holder`, {
      user: self,
      from: '2026-01-01',
    })
    expect(appoint.status).toBe(409)
    const own = scene().posts.administrator
    expect((await admin.send('DELETE', `/api/staff/posts/${own}/holder`, { body: { on: '2027-01-01' } })).status).toBe(
      409,
    )
    expect((await admin.post('/api/people/search', { text: '单小雨', purpose: 'registration' })).status).toBe(403)
  })

  it('nor does anybody review their own emergency', async () => {
    const officer = await scene().as('health-worker')
    const read = (reason?: string) =>
      officer.post(`/api/people/${scene().people.mother}/read`, {
        purpose: 'emergency',
        ...(reason === undefined ? {} : { reason }),
      })
    await expectRefused(() => read(), { status: 422, problem: 'reason-needed', kind: 'refused', why: 'no-reason' })
    expect((await read('产妇大出血转院，需核实血型与病史')).status).toBe(200)
    const reviewer = await scene().as('reviewer')
    const { readings } = (await reviewer.get('/api/break-glass')).body as {
      readings: { id: string; subjects: string[] }[]
    }
    const [first] = readings
    expect(first).toMatchObject({
      subjects: [scene().people.mother],
      actor: { post: { zh: '区妇幼保健院' } },
      reason: '产妇大出血转院，需核实血型与病史',
      review: null,
    })
    const review = (browser: Browser) =>
      browser.post(`/api/break-glass/${String(first?.id)}/review`, { finding: '属实' })
    await scene().database.owner.query(`update access.break_glass set actor = $1 where id = $2`, [
      scene().users.reviewer,
      first?.id,
    ])
    expect((await review(reviewer)).status).toBe(409)
    await scene().database.owner.query(`update access.break_glass set actor = $1 where id = $2`, [
      scene().users['health-worker'],
      first?.id,
    ])
    expect((await review(officer)).status).toBe(403)
    expect((await review(reviewer)).status).toBe(200)
    expect((await review(reviewer)).status).toBe(409)
  })
})

describe('births asked for a forbidden purpose', () => {
  it('are refused, and both administrator and reviewer see who asked', async () => {
    for (const role of ['police-registrar', 'school-clerk'] as const) {
      const purpose = role === 'school-clerk' ? 'school-entry' : 'household-registration'
      const browser = await scene().as(role)
      const caseId = String((await browser.post('/api/cases', { purpose })).body['caseId'])
      const read = (births: boolean) =>
        browser.post(`/api/people/${scene().people.child}/read`, { purpose, caseId, births })
      await expectRefused(() => read(true), {
        status: 403,
        problem: 'forbidden-purpose',
        kind: 'refused',
        why: 'forbidden-purpose',
      })
      const page = await read(false)
      expect([page.status, page.body['household'], page.body['ties']]).toEqual([200, null, []])
      for (const kind of ['birth', 'mother', 'membership', 'health'])
        expect(page.text).not.toContain(`"kind":"${kind}"`)
      const address = () => browser.post('/api/people/search', { text: '怀德路12号', purpose, caseId })
      await expectRefused(address, {
        status: 403,
        problem: 'forbidden-purpose',
        kind: 'refused',
        why: 'forbidden-purpose',
      })
      for (const seer of ['administrator', 'reviewer'] as const) {
        const { entries } = (await (await scene().as(seer)).get('/api/access-log/refusals')).body as {
          entries: object[]
        }
        expect(entries[0]).toMatchObject({
          why: 'forbidden-purpose',
          actor: { id: scene().users[role] },
          purpose,
          caseId,
        })
      }
    }
  })
})

describe('fields', () => {
  it('are shown whole only where the post grants them', async () => {
    const read = async (role: 'village-worker' | 'county-officer' | 'health-worker', fields: readonly string[]) =>
      (await scene().as(role)).post(`/api/people/${scene().people.mother}/read`, { purpose: 'registration', fields })
    expect((await read('county-officer', ['identity'])).body).toMatchObject({
      identityNumber: scene().people.identityNumber,
    })
    expect((await read('county-officer', [])).text).not.toContain(scene().people.identityNumber)
    await expectRefused(() => read('village-worker', ['identity']), {
      status: 403,
      problem: 'not-allowed',
      kind: 'refused',
      why: 'not-granted',
    })
    await expectRefused(() => read('county-officer', ['health']), {
      status: 403,
      problem: 'not-allowed',
      kind: 'refused',
      why: 'not-granted',
    })
    expect((await read('county-officer', [])).text).not.toContain('孕期高血压')
  })
})

describe('a tampered audit row', () => {
  it('is named by the reviewer’s verification, over HTTP', async () => {
    const reviewer = await scene().as('reviewer')
    expect((await reviewer.get('/api/access-log/verify')).body).toMatchObject({ ok: true, first: null })
    const { owner } = scene().database
    const at = `region = '${region}' and chain = 0 and seq = 3`
    await owner.query(`update audit.entry set actor = $1 where ${at}`, [randomUUID()])
    const { body } = await reviewer.get('/api/access-log/verify')
    expect(body).toMatchObject({ ok: false, first: { region, chain: 0, seq: 3, why: 'columns-differ' } })
    await owner.query(`update audit.entry set actor = (body::jsonb ->> 'actor')::uuid where ${at}`)
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
  })
})

describe('the app’s role', () => {
  it('can neither appoint, grant, link nor review around the functions that ask', async () => {
    const statements = [
      `insert into staff.holding (region, id, post, holder, role, valid) values ('${region}', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'holder', '[2020-01-01,)')`,
      `update staff.holding set valid = '[2020-01-01,)'`,
      'delete from staff.holding',
      `update staff.post set kind = 'county-officer'`,
      `update staff.post_kind set purposes = '{registration}'`,
      `insert into access.resident (region, actor, person) values ('${region}', gen_random_uuid(), gen_random_uuid())`,
      `select staff.hold('${region}', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'holder', '[2020-01-01,)', null)`,
      `select staff.may('${region}', gen_random_uuid(), 'manage-staff', null)`,
      `update access.break_glass set finding = 'x'`,
      `update access.post_grant set valid = '(,)'`,
    ]
    for (const statement of statements) {
      const code = await tryAcrossCounties(scene().database.app, statement).then(
        () => 'allowed',
        (error: unknown) => (error as { code: string }).code,
      )
      expect([statement, code]).toEqual([statement, '42501'])
    }
  })

  it('without an administrator’s name appoints nobody', async () => {
    const client = await scene().database.app.connect()
    await client.query(
      `begin; set local app.regions = '${region}'; set local app.actor = '${scene().users['county-officer']}'`,
    )
    const { rows } = await client.query(
      `select staff.appoint(gen_random_uuid(), $1, $2, 'holder', '2026-01-01', null) as said`,
      [scene().vacantPost, scene().users['county-officer']],
    )
    expect(rows).toEqual([{ said: 'not-granted' }])
    await client.query('rollback')
    client.release()
  })

  it('reading as a resident sees nobody but them, even when the program forgets to ask', async () => {
    const client = await scene().database.app.connect()
    await client.query(
      beginWith([
        ['app.regions', region],
        ['app.townships', '*'],
        ['app.villages', '*'],
        ['app.purpose', 'data-subject'],
        ['app.births', 'open'],
        ['app.fields', 'identity,phone,health'],
        ['app.self', scene().people.mother],
      ]),
    )
    await client.query(acrossCounties)
    const ids = async (sql: string) => new Set((await client.query<{ id: string }>(sql)).rows.map(({ id }) => id))
    for (const sql of [
      'select id from register.person',
      'select subject as id from register.fact',
      'select subject as id from register.fertility_fact',
      'select subject as id from register.health_fact',
      'select person as id from register.tie',
      'select person as id from register.number_key',
    ]) {
      expect([sql, await ids(sql)]).toEqual([sql, new Set([scene().people.mother])])
    }
    for (const table of ['household', 'address_key', 'action', 'identity_number']) {
      expect([table, (await client.query(`select from register.${table}`)).rowCount]).toEqual([table, 0])
    }
    await client.query('rollback')
    client.release()
  })
})
