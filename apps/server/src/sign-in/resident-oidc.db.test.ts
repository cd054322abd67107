import { afterAll, describe, expect, it } from 'vitest'
import { identityNumber, person, region, send } from '../register/testing/scene.ts'
import { localClient, startLocalProvider, type LocalProvider } from '../testing/local-provider.ts'
import { officeScene, origin, townshipCode, unlimited } from '../testing/office-scene.ts'
import { signInAtProvider } from '../testing/sign-in-at-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'

/** What the platforms tell of each name; tests add to it. */
const told = new Map<string, Readonly<Record<string, string | boolean>>>()
const started: LocalProvider[] = []

/** Three providers: one of staff, one platform that tells identity numbers, and one that tells phones only. */
const ids = ['government', 'resident', 'by-phone'] as const
const scene = officeScene({
  limits: unlimited,
  providers: async () => {
    const local = await startLocalProvider({
      redirects: ids.map((id) => `${origin}/api/auth/callback/${id}`),
      claimsOf: (login) => told.get(login) ?? {},
      told: ['id_number', 'real_name', 'region_code', 'id_verified'],
    })
    started.push(local)
    const reached = { name: null, discoveryUrl: local.discoveryUrl, ...localClient }
    const none = { identity: null, phone: null, name: null, verified: null, region: null }
    const residents = { ...reached, people: 'residents', scopes: ['openid', 'profile', 'phone'] } as const
    const providers: readonly IdentityProvider[] = [
      { id: 'government', people: 'staff', ...reached },
      {
        id: 'resident',
        ...residents,
        claims: { ...none, identity: 'id_number', name: 'real_name', verified: 'id_verified', region: 'region_code' },
        regions: ['42'],
      },
      {
        id: 'by-phone',
        ...residents,
        claims: { ...none, phone: 'phone_number', verified: 'phone_number_verified' },
        regions: [],
      },
    ]
    return providers
  },
})
afterAll(() => started.forEach((local) => local.close()))

/** Goes out by a button, signs in at the platform under a name, and comes back. */
async function comeBy(provider: (typeof ids)[number], login: string) {
  const browser = scene().visitor()
  const start = await browser.get(`/api/sign-in/oidc/start?provider=${provider}`)
  const url = start.headers.get('location') ?? ''
  const back = await signInAtProvider(url, { issuer: started[0]?.issuer ?? '', origin, login })
  const done = await browser.get(back.slice(origin.length))
  const session = (await browser.get('/api/session')).body
  return { browser, url, back: back.slice(origin.length), at: done.headers.get('location'), session }
}

/** Verified claims of an identity platform. */
const verified = (number: string, name: string, more: object = {}) => ({
  id_number: number,
  real_name: name,
  id_verified: true,
  region_code: region,
  ...more,
})

async function onFile(changes: object): Promise<string> {
  const command = person({ township: townshipCode, ...changes })
  const access = { actor: '00000000-0000-4000-8000-00000000000a' }
  expect(await send(scene().database, command, { access })).toMatchObject({ ok: true })
  return command.person
}

const failures = async () => {
  const { rows } = await scene().database.owner.query<{ why: string }>(
    `select body::jsonb -> 'detail' ->> 'why' as why from audit.entry where kind = 'sign-in-failed' order by at, chain, seq`,
  )
  return rows.map(({ why }) => why)
}

describe('an identity platform for residents', () => {
  it('lets in the person of the register whose identity number it has verified, each time the same', async () => {
    const { mother, identityNumber: number } = scene().people
    told.set('shan', verified(number, '单小雨'))
    const first = await comeBy('resident', 'shan')
    expect(new URL(first.url).searchParams.get('nonce')).toMatch(/^.{16,}$/)
    expect(first.url).toContain('code_challenge_method=S256')
    expect(first.at).toBe('/me')
    // The same sign-in that a code by SMS gives: one person, one user.
    expect(first.session).toMatchObject({ kind: 'resident', posts: [], user: { id: scene().users.resident } })
    expect((await first.browser.get('/api/my/record')).body).toMatchObject({ id: mother })
    expect((await first.browser.get('/api/staff/work')).status).toBe(403)
    expect((await comeBy('resident', 'shan')).session).toMatchObject({ user: { id: scene().users.resident } })
    const { rows } = await scene().database.owner.query<{ row: string }>(
      `select a::text as row from auth.account a where provider_id = 'resident'`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain('shan')
  })

  it('that tells a verified phone lets in whose phone it is', async () => {
    const who = await onFile({ name: '冯六', phone: '13922220001' })
    told.set('feng', { phone_number: '+86 139 2222 0001', phone_number_verified: true })
    const { browser, at } = await comeBy('by-phone', 'feng')
    expect(at).toBe('/me')
    expect((await browser.get('/api/my/record')).body).toMatchObject({ id: who })
  })

  it('follows the register, not the account, when a number passes to somebody else', async () => {
    const [ida, idb] = [identityNumber('1981-01-01', 61), identityNumber('1982-01-01', 63)]
    const a = await onFile({ name: '陈甲', birthDate: '1981-01-01', identityNumber: ida })
    const b = await onFile({ name: '陈乙', birthDate: '1982-01-01', identityNumber: idb })
    told.set('chen', verified(ida, '陈甲'))
    expect((await (await comeBy('resident', 'chen')).browser.get('/api/my/record')).body).toMatchObject({ id: a })
    told.set('chen', verified(idb, '陈乙'))
    expect((await (await comeBy('resident', 'chen')).browser.get('/api/my/record')).body).toMatchObject({ id: b })
  })

  it('is refused, with the reason on the page and on the chain, and no number on either', async () => {
    const shared = '13922220009'
    await onFile({ name: '李一', phone: shared })
    await onFile({ name: '李二', phone: shared, sex: 'female' })
    const { identityNumber: number } = scene().people
    const dead = identityNumber('1931-01-01', 31)
    const gone = await onFile({ name: '已故', birthDate: '1931-01-01', identityNumber: dead })
    await scene().database.owner.query(`update register.person set death_date = '2020-02-02' where id = $1`, [gone])
    const cases = [
      ['resident', 'not-on-file', verified(identityNumber('1970-01-01', 70), '某某')],
      ['resident', 'not-on-file', verified(dead, '已故')],
      ['resident', 'unverified', verified(number, '单小雨', { id_verified: false })],
      ['resident', 'unverified', { id_number: number, real_name: '单小雨', region_code: region }],
      ['resident', 'other-name', verified(number, '单大雨')],
      ['resident', 'other-name', { id_number: number, id_verified: true, region_code: region }],
      ['resident', 'no-number', verified('421202199203040000', '单小雨')],
      ['resident', 'not-on-file', verified(number, '单小雨', { region_code: '420303' })],
      ['resident', 'wrong-region', { id_number: number, real_name: '单小雨', id_verified: true }],
      ['by-phone', 'unverified', { phone_number: '13812345678', phone_number_verified: false }],
      ['by-phone', 'several', { phone_number: shared, phone_number_verified: true }],
      ['by-phone', 'not-on-file', { phone_number: '13922229999', phone_number_verified: true }],
    ] as const
    const before = (await failures()).length
    for (const [n, [provider, why, claims]] of cases.entries()) {
      told.set(`refused-${n}`, claims)
      const { at, session } = await comeBy(provider, `refused-${n}`)
      expect([n, at]).toEqual([n, `/me?sign-in=${why}`])
      expect(session).toMatchObject({ signedIn: false })
    }
    expect((await failures()).slice(before)).toEqual(cases.map(([, why]) => why))
    const { rows } = await scene().database.owner.query<{ n: string }>(
      `select count(*)::text as n from audit.entry where body like '%' || $1 || '%'`,
      [number],
    )
    expect(rows).toEqual([{ n: '0' }])
  })

  it('speaks only for the regions that it was set up for', async () => {
    // Tells 42 (Hubei) only; somebody of another province is nobody here, whoever has the number.
    told.set('away', verified(scene().people.identityNumber, '单小雨', { region_code: '340405' }))
    expect((await comeBy('resident', 'away')).at).toBe('/me?sign-in=not-on-file')
  })

  it('is no door for staff, and the one of staff none for residents', async () => {
    const { identityNumber: number } = scene().people
    told.set('both', { ...verified(number, '单小雨'), email: 'both@government.example', email_verified: true })
    const asStaff = await comeBy('government', 'both')
    expect([asStaff.at, asStaff.session['signedIn']]).toEqual(['/desk?sign-in=failed', false])
    const admin = await scene().as('administrator')
    const tied = await admin.post('/api/staff/users', {
      name: '许七',
      username: 'xu.qi',
      identity: { provider: 'resident', subject: 'both' },
    })
    expect(tied.status).toBe(400)
    // Whatever stands in the table: a resident's provider opens no desk, a staff provider no resident's page.
    await scene().database.owner.query(
      `insert into auth.account (account_id, provider_id, user_id) values ('crossed', 'government', $1)`,
      [scene().users.resident],
    )
    const crossed = await comeBy('government', 'crossed')
    expect([crossed.at, crossed.session['signedIn']]).toEqual(['/desk?sign-in=failed', false])
  })

  it('answers once: its answer opens nothing in another browser, again, or with another’s state', async () => {
    told.set('shan', verified(scene().people.identityNumber, '单小雨'))
    const begun = await comeBy('resident', 'shan')
    const again = await begun.browser.get(begun.back)
    expect(again.headers.get('location')).toBe('/me?sign-in=failed')
    const thief = scene().visitor()
    expect((await thief.get(begun.back)).headers.get('location')).toBe('/me?sign-in=failed')
    expect((await thief.get('/api/session')).body).toMatchObject({ signedIn: false })
    // The answer to one request, brought to another browser that made its own: code and state do not belong together.
    const victim = scene().visitor()
    const own = await victim.get('/api/sign-in/oidc/start?provider=resident')
    const state = new URL(own.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const fresh = scene().visitor()
    const started1 = await fresh.get('/api/sign-in/oidc/start?provider=resident')
    const back = await signInAtProvider(started1.headers.get('location') ?? '', {
      issuer: started[0]?.issuer ?? '',
      origin,
      login: 'shan',
    })
    const swapped = new URL(back)
    swapped.searchParams.set('state', state)
    const refused = await victim.get(`${swapped.pathname}${swapped.search}`)
    expect(refused.headers.get('location')).toBe('/me?sign-in=failed')
    expect((await victim.get('/api/session')).body).toMatchObject({ signedIn: false })
  })

  it('whose token carries another nonce is refused', async () => {
    told.set('shan', verified(scene().people.identityNumber, '单小雨'))
    const browser = scene().visitor()
    const start = await browser.get('/api/sign-in/oidc/start?provider=resident')
    const url = new URL(start.headers.get('location') ?? '')
    // As if the token had been made for another request.
    url.searchParams.set('nonce', 'of-somebody-else-entirely')
    const back = await signInAtProvider(url.href, { issuer: started[0]?.issuer ?? '', origin, login: 'shan' })
    const done = await browser.get(back.slice(origin.length))
    expect(done.headers.get('location')).toBe('/me?sign-in=failed')
    expect((await browser.get('/api/session')).body).toMatchObject({ signedIn: false })
  })
})
