import { describe, expect, it } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { officeScene, origin, password, unlimited } from '../testing/office-scene.ts'

const scene = officeScene({ limits: unlimited })

async function chain(kind: string): Promise<readonly { region: string; actor: string | null }[]> {
  const { rows } = await scene().database.owner.query<{ region: string; actor: string | null }>(
    'select region, actor from audit.entry where kind = $1 order by at',
    [kind],
  )
  return rows
}

const age = (sql: string, browser: Browser) =>
  scene().database.owner.query(`update auth.session set ${sql} where token = $1`, [tokenOf(browser)])

function tokenOf(browser: Browser): string {
  return decodeURIComponent(browser.cookies.get('junheng.session_token') ?? '').split('.')[0] ?? ''
}

describe('a session', () => {
  it('ends after half an hour unused, and its use moves that end', async () => {
    const browser = await scene().as('county-officer')
    await age(`expires_at = now() + interval '1 minute', updated_at = now() - interval '29 minutes'`, browser)
    expect((await browser.get('/api/staff/posts')).status).toBe(200)
    const { rows } = await scene().database.owner.query<{ left: number }>(
      'select extract(epoch from expires_at - now())::integer as left from auth.session where token = $1',
      [tokenOf(browser)],
    )
    expect(rows[0]?.left).toBeGreaterThan(29 * 60)
    await age(`expires_at = now() - interval '1 second'`, browser)
    const before = (await chain('stale-session')).length
    expect((await browser.get('/api/staff/posts')).status).toBe(401)
    expect((await chain('stale-session')).slice(before)).toEqual([
      { region: '421202', actor: scene().users['county-officer'] },
    ])
    // It is gone, and its cookie stays worth nothing.
    expect((await browser.get('/api/session')).body).toMatchObject({ signedIn: false })
  })

  it('ends after eight hours however busy it was', async () => {
    const browser = await scene().as('county-officer')
    await age(`created_at = now() - interval '7 hours 59 minutes'`, browser)
    const { body } = await browser.get('/api/session')
    expect(Date.parse(String(body['expiresAt'])) - Date.now()).toBeLessThan(61_000)
    await age(`created_at = now() - interval '8 hours'`, browser)
    expect((await browser.get('/api/session')).body).toMatchObject({ signedIn: false })
  })

  it('is another one after every sign-in: one that was planted is worth nothing', async () => {
    const planted = scene().visitor()
    planted.cookies.set('junheng.session_token', 'planted-by-somebody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D')
    await planted.post('/api/demo/sign-in', { card: 'reviewer' })
    expect(tokenOf(planted)).not.toBe('planted-by-somebody')
    const first = tokenOf(planted)
    await planted.post('/api/demo/sign-in', { card: 'administrator' })
    expect(tokenOf(planted)).not.toBe(first)
    const old = scene().visitor()
    old.cookies.set('junheng.session_token', planted.cookies.get('junheng.session_token') ?? '')
    expect((await old.get('/api/session')).body).toMatchObject({ signedIn: true })
    const { rowCount } = await scene().database.owner.query('select from auth.session where token = $1', [first])
    expect(rowCount).toBe(0)
  })

  it('with a forged signature is nobody’s, and noticed', async () => {
    const browser = await scene().as('administrator')
    const before = (await chain('forged-session')).length
    const thief = scene().visitor()
    thief.cookies.set('junheng.session_token', `${tokenOf(browser)}.${'A'.repeat(43)}%3D`)
    expect((await thief.get('/api/staff/users')).status).toBe(401)
    thief.cookies.set('junheng.session_token', 'guessed.AAAA')
    expect((await thief.get('/api/staff/users')).status).toBe(401)
    expect((await chain('forged-session')).length).toBe(before + 1)
    expect((await chain('stale-session')).at(-1)).toEqual({ region: '100000', actor: null })
  })

  it('ends with signing out, on the server too', async () => {
    const browser = await scene().as('reviewer')
    const cookies = new Map(browser.cookies)
    expect((await browser.post('/api/sign-out')).status).toBe(200)
    const thief = scene().visitor()
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect((await thief.get('/api/access-log')).status).toBe(401)
  })

  it('is a cookie that scripts cannot read and other sites cannot send along', async () => {
    const response = await scene().app.request(`${origin}/api/demo/sign-in`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ card: 'reviewer' }),
    })
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith('junheng.session_token=')) ?? ''
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\//i)
    expect(cookie).not.toMatch(/domain=/i)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('loses what its post gave on the day the holding ends', async () => {
    const { owner } = scene().database
    const browser = await scene().as('township-worker')
    const search = () => browser.post('/api/people/search', { text: '单小雨', purpose: 'registration' })
    expect((await search()).status).toBe(200)
    const end = `daterange(lower(valid), (now() at time zone 'Asia/Shanghai')::date)`
    await owner.query(`update staff.holding set valid = ${end} where holder = $1`, [scene().users['township-worker']])
    expect((await search()).status).toBe(409)
    // The grant ends with it, so the database would refuse what the program forgot to.
    await owner.query(`update access.post_grant set valid = ${end} where actor = $1`, [
      scene().users['township-worker'],
    ])
    expect((await browser.get('/api/session')).body).toMatchObject({ posts: [], activePost: null })
    expect((await search()).body).toMatchObject({ type: '/problems/no-post' })
  })
})

describe('a request from another site', () => {
  const body = JSON.stringify({ username: 'reviewer', password })
  const send = (headers: Record<string, string>) =>
    scene().app.request(`${origin}/api/sign-in/password`, { method: 'POST', headers, body })

  it('changes nothing', async () => {
    const json = { 'content-type': 'application/json' }
    const refused: readonly Record<string, string>[] = [
      json,
      { ...json, origin: 'https://evil.example' },
      { ...json, origin: 'null' },
      { ...json, origin: `${origin}.evil.example` },
      { ...json, origin: 'not an address' },
      { ...json, 'sec-fetch-site': 'cross-site' },
      { ...json, 'sec-fetch-site': 'same-site' },
      { ...json, origin, 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of refused) {
      const answer = await send(headers)
      expect([headers, answer.status]).toEqual([headers, 403])
    }
    expect((await send({ ...json, origin })).status).toBe(200)
    expect((await send({ ...json, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('cannot be a plain form', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', '']) {
      const answer = await send({ origin, ...(type === '' ? {} : { 'content-type': type }) })
      expect([type, answer.status]).toEqual([type, 415])
    }
  })

  it('is refused on every route that changes something', async () => {
    const described = (await import('../app.ts')).describeService().paths ?? {}
    for (const [path, item] of Object.entries(described)) {
      for (const method of Object.keys(item ?? {}).filter((one) => one !== 'get')) {
        if (path.startsWith('/api/places') || path.startsWith('/api/situation')) continue
        const at = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')
        const answer = await scene().app.request(`${origin}${at}`, {
          method: method.toUpperCase(),
          headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
          body: '{}',
        })
        // Departments call from elsewhere; their signature is what lets them in.
        const refusal = path.startsWith('/api/departments/') ? 401 : 403
        expect([method, path, answer.status]).toEqual([method, path, refusal])
      }
    }
  })
})

describe('limits', () => {
  const few = officeScene({ limits: { signIn: { points: 3, seconds: 60 }, everything: { points: 8, seconds: 60 } } })

  it('of one address are told with how long to wait', async () => {
    const browser = few().visitor()
    const statuses: number[] = []
    for (let n = 0; n < 5; n++) {
      const answer = await browser.post('/api/sign-in/password', { username: `x${n}`, password: 'x' })
      statuses.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429])
    for (let n = 0; n < 3; n++) expect((await browser.get('/api/session')).status).toBe(200)
    expect((await browser.get('/api/session')).status).toBe(429)
  })

  const busy = officeScene({ limits: unlimited, requestsPerUser: 5 })

  it('of one user hold over all their browsers', async () => {
    const browsers = [await busy().as('administrator'), await busy().as('administrator')]
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) statuses.push((await browsers[n % 2]?.get('/api/staff/posts'))?.status ?? 0)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect((await (await busy().as('reviewer')).get('/api/staff/posts')).status).toBe(200)
  })
})
