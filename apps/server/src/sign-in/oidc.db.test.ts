import { afterAll, describe, expect, it } from 'vitest'
import { localClient, startLocalProvider, type LocalProvider } from '../testing/local-provider.ts'
import { officeScene, origin, unlimited } from '../testing/office-scene.ts'
import { signInAtProvider as signInAt } from '../testing/sign-in-at-provider.ts'

let local: LocalProvider | undefined

const scene = officeScene({
  limits: unlimited,
  providers: async () => {
    local = await startLocalProvider({
      redirects: [`${origin}/api/auth/callback/government`],
      claimsOf: (login) => ({ email: `${login}@government.example`, email_verified: true }),
    })
    return [{ id: 'government', people: 'staff', name: null, discoveryUrl: local.discoveryUrl, ...localClient }]
  },
})
afterAll(() => local?.close())

const signInAtProvider = (start: string, login: string) =>
  signInAt(start, { issuer: local?.issuer ?? '', origin, login })

const pathOf = (url: string) => url.slice(origin.length)

describe('the government’s identity provider', () => {
  it('signs in whom an administrator tied to it, with both factors done', async () => {
    const admin = await scene().as('administrator')
    const added = await admin.post('/api/staff/users', {
      name: '许七',
      username: 'xu.qi',
      identity: { provider: 'government', subject: 'sub-xu-qi' },
    })
    expect(added.status).toBe(200)
    const browser = scene().visitor()
    const start = await browser.get('/api/sign-in/oidc/start?provider=government')
    expect(start.status).toBe(302)
    const url = start.headers.get('location') ?? ''
    expect(url).toContain('code_challenge_method=S256')
    const back = await signInAtProvider(url, 'sub-xu-qi')
    const done = await browser.get(pathOf(back))
    expect([done.status, done.headers.get('location')]).toEqual([302, '/desk'])
    expect((await browser.get('/api/session')).body).toMatchObject({
      signedIn: true,
      kind: 'staff',
      secondFactor: 'done',
      user: { id: added.body['id'], name: '许七' },
    })
    // The same answer of the provider opens nothing again, in this browser or another.
    for (const thief of [browser, scene().visitor()]) {
      thief.cookies.delete('junheng.session_token')
      await thief.get(pathOf(back))
      expect((await thief.get('/api/session')).body).toMatchObject({ signedIn: false })
    }
    const { rows } = await scene().database.owner.query(
      `select access_token, refresh_token, id_token from auth.account where provider_id = 'government'`,
    )
    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
  })

  it('makes nobody a user, not even by the e-mail address of one', async () => {
    await scene().database.owner.query(`update auth.user set email = 'stranger@government.example' where id = $1`, [
      scene().users.reviewer,
    ])
    const browser = scene().visitor()
    const start = await browser.get('/api/sign-in/oidc/start?provider=government')
    const back = await signInAtProvider(start.headers.get('location') ?? '', 'stranger')
    const done = await browser.get(pathOf(back))
    expect(done.headers.get('location')).toMatch(/^\/desk\?sign-in=failed/)
    expect((await browser.get('/api/session')).body).toMatchObject({ signedIn: false })
  })

  it('is asked by nobody but this service: a state it did not make is refused', async () => {
    const browser = scene().visitor()
    const forged = await browser.get('/api/auth/callback/government?code=x&state=y')
    expect(forged.status).toBe(302)
    expect((await browser.get('/api/session')).body).toMatchObject({ signedIn: false })
    expect((await browser.get('/api/sign-in/oidc/start?provider=other')).status).toBe(404)
  })
})

it('none of the library’s own routes can be reached', async () => {
  const browser = await scene().as('reviewer')
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'get-session',
    'list-sessions',
    'two-factor/disable',
    'change-email',
    'delete-user',
  ]) {
    for (const method of ['GET', 'POST']) {
      expect([path, (await browser.send(method, `/api/auth/${path}`)).status]).toEqual([path, 404])
    }
  }
})
