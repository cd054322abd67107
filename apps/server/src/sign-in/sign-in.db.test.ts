import { describe, expect, it } from 'vitest'
import { officeScene, password, unlimited, type Role } from '../testing/office-scene.ts'
import { totp } from '../testing/totp.ts'

const scene = officeScene({ limits: unlimited })

describe('a card of the demonstration', () => {
  it('signs in and acts from its post', async () => {
    const browser = await scene().as('county-officer')
    const { body } = await browser.get('/api/session')
    expect(body).toMatchObject({ signedIn: true, demo: true, ready: true, kind: 'staff', secondFactor: 'done' })
    expect(body['activePost']).toBe(scene().posts['county-officer'])
    const found = await browser.post('/api/people/search', { text: '单小雨', purpose: 'registration' })
    expect(found).toMatchObject({ status: 200, body: { people: [{ id: scene().people.mother }] } })
    const page = await browser.post(`/api/people/${scene().people.mother}/read`, { purpose: 'registration' })
    expect(page).toMatchObject({ status: 200, body: { name: '单小雨', household: { members: [{}, {}] } } })
  })
})

describe('staff', () => {
  it('sign in by password, set a second factor up, and need it from then on', async () => {
    const browser = scene().visitor()
    expect(await browser.post('/api/sign-in/password', { username: 'reviewer', password })).toMatchObject({
      body: { next: 'set-up-second-factor' },
    })
    for (const path of ['/api/staff/posts', '/api/access-log', '/api/my/record', '/api/cases']) {
      expect((await browser.get(path)).body).toMatchObject({ type: '/problems/second-factor-needed' })
    }
    expect((await browser.post('/api/sign-in/second-factor/set-up', { password: 'another' })).status).toBe(401)
    const set = await browser.post('/api/sign-in/second-factor/set-up', { password })
    expect(set).toMatchObject({ status: 200, body: { uri: expect.stringContaining('otpauth://totp/') } })
    // Nothing counts before a code of it was given.
    expect((await browser.get('/api/staff/posts')).status).toBe(403)
    const code = totp(String(set.body['secret']), Date.now())
    const before = browser.cookieHeader()
    expect(await browser.post('/api/sign-in/second-factor', { code })).toMatchObject({ body: { next: 'done' } })
    expect(browser.cookieHeader()).not.toBe(before)
    expect((await browser.get('/api/session')).body).toMatchObject({ secondFactor: 'done' })
    expect((await browser.get('/api/access-log')).status).toBe(200)

    const again = scene().visitor()
    expect(await again.post('/api/sign-in/password', { username: 'Reviewer', password })).toMatchObject({
      body: { next: 'second-factor' },
    })
    expect((await again.get('/api/session')).body).toMatchObject({ signedIn: false, secondFactorWaits: true })
    expect((await again.get('/api/access-log')).status).toBe(401)
    // The code that was used counts no second time; a backup code counts once.
    expect((await again.post('/api/sign-in/second-factor', { code })).status).toBe(401)
    const [backup] = set.body['backupCodes'] as string[]
    expect(await again.post('/api/sign-in/second-factor', { code: backup })).toMatchObject({ body: { next: 'done' } })
    expect((await again.get('/api/session')).body).toMatchObject({ signedIn: true, secondFactor: 'done' })
    const third = scene().visitor()
    await third.post('/api/sign-in/password', { username: 'reviewer', password })
    expect((await third.post('/api/sign-in/second-factor', { code: backup })).status).toBe(401)
  })

  it('are locked out after five wrong codes, also over several sign-ins', async () => {
    const browser = await withSecondFactor('township-worker')
    const statuses: number[] = []
    for (let tries = 0; tries < 4; tries++) {
      const fresh = scene().visitor()
      await fresh.post('/api/sign-in/password', { username: 'township-worker', password })
      for (const code of ['111111', '222222']) {
        statuses.push((await fresh.post('/api/sign-in/second-factor', { code: `${code.slice(0, 5)}${tries}` })).status)
      }
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses.slice(5)).toEqual([423, 423, 423])
    const right = scene().visitor()
    await right.post('/api/sign-in/password', { username: 'township-worker', password })
    expect((await right.post('/api/sign-in/second-factor', { code: browser.nextCode() })).status).toBe(423)
  })

  it('are locked out after five wrong passwords, whether or not they exist, for a quarter of an hour', async () => {
    const { owner } = scene().database
    for (const username of ['school-clerk', 'nobody-at-all']) {
      const browser = scene().visitor()
      const statuses: number[] = []
      for (let tries = 0; tries < 6; tries++) {
        statuses.push((await browser.post('/api/sign-in/password', { username, password: `wrong ${tries}` })).status)
      }
      expect([username, statuses]).toEqual([username, [401, 401, 401, 401, 423, 423]])
    }
    const browser = scene().visitor()
    const locked = await browser.post('/api/sign-in/password', { username: 'school-clerk', password })
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([423, '900'])
    expect(await entries('locked-out', scene().users['school-clerk'])).toBe(1)
    await owner.query(`update auth.failure set locked_until = locked_until - interval '15 minutes'`)
    expect((await browser.post('/api/sign-in/password', { username: 'school-clerk', password })).status).toBe(200)
  })

  it('gain nothing by trying many passwords at once', async () => {
    const tries = Array.from({ length: 12 }, (_, n) =>
      scene()
        .visitor()
        .post('/api/sign-in/password', { username: 'police-registrar', password: n === 11 ? password : `w${n}` }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(4)
    expect(statuses.filter((status) => status === 423).length).toBeGreaterThanOrEqual(7)
  })

  it('change their password, which ends every other session', async () => {
    const [one, other] = [scene().visitor(), scene().visitor()]
    for (const browser of [one, other])
      await browser.post('/api/sign-in/password', { username: 'health-worker', password })
    const fresh = 'an even longer pass phrase'
    await setUp(one, 'health-worker')
    expect((await one.post('/api/session/password', { old: password, new: fresh })).status).toBe(200)
    expect((await other.get('/api/session')).body).toMatchObject({ signedIn: false })
    expect((await one.get('/api/session')).body).toMatchObject({ signedIn: true })
    const { rows } = await scene().database.owner.query<{ password: string }>(
      `select password from auth.account where user_id = $1`,
      [scene().users['health-worker']],
    )
    expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('are reset by an administrator: sessions, password and second factor are new', async () => {
    const admin = await scene().as('administrator')
    const worker = scene().visitor()
    await worker.post('/api/sign-in/password', { username: 'village-worker', password })
    const reset = await admin.post(`/api/staff/users/${scene().users['village-worker']}/reset`)
    expect(reset).toMatchObject({ status: 200, body: { password: expect.stringMatching(/^[\w-]{16}$/) } })
    expect((await worker.get('/api/session')).body).toMatchObject({ signedIn: false })
    expect((await worker.post('/api/sign-in/password', { username: 'village-worker', password })).status).toBe(401)
    expect(
      await worker.post('/api/sign-in/password', { username: 'village-worker', password: reset.body['password'] }),
    ).toMatchObject({ body: { next: 'set-up-second-factor' } })
    expect((await admin.post(`/api/staff/users/${scene().users['administrator']}/reset`)).status).toBe(409)
    expect((await admin.post(`/api/staff/users/${scene().users['resident']}/reset`)).status).toBe(404)
  })
})

async function withSecondFactor(role: Exclude<Role, 'resident'>) {
  const browser = scene().visitor()
  await browser.post('/api/sign-in/password', { username: role, password })
  const secret = await setUp(browser, role)
  return { nextCode: () => totp(secret, Date.now() + 30_000) }
}

async function setUp(browser: ReturnType<ReturnType<typeof scene>['visitor']>, role: string): Promise<string> {
  const set = await browser.post('/api/sign-in/second-factor/set-up', { password })
  const secret = String(set.body['secret'])
  const done = await browser.post('/api/sign-in/second-factor', { code: totp(secret, Date.now()) })
  expect([role, done.status]).toEqual([role, 200])
  return secret
}

async function entries(kind: string, actor: string): Promise<number> {
  const { rows } = await scene().database.owner.query<{ n: number }>(
    'select count(*) as n from audit.entry where kind = $1 and actor = $2',
    [kind, actor],
  )
  return rows[0]?.n ?? 0
}
