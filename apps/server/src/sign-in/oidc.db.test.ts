import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, describe, expect, it } from 'vitest'
import { Browser } from '../testing/browser.ts'
import { officeScene, origin, unlimited } from '../testing/office-scene.ts'

const client = { id: 'junheng', secret: 'a secret of this test' }
let server: Server | undefined
let issuer = ''

/** A real OpenID provider on a port of this machine. */
async function startProvider(): Promise<string> {
  server = createServer((request, response) => void handler(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${origin}/api/auth/callback/government`],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@government.example`, email_verified: true, name: id }),
    }),
    cookies: { keys: ['a key of this test'] },
  })
  const handler = provider.callback()
  return issuer
}

const scene = officeScene({
  limits: unlimited,
  providers: async () => [
    {
      id: 'government',
      discoveryUrl: `${await startProvider()}/.well-known/openid-configuration`,
      clientId: client.id,
      clientSecret: client.secret,
    },
  ],
})
afterAll(() => void server?.close())

/** Signs in at the provider as a person would, and brings back the address that it sends the browser to. */
async function signInAtProvider(start: string, login: string): Promise<string> {
  const there = new Browser((path, init) => fetch(path, { ...init, redirect: 'manual' }), issuer)
  let at = start
  for (let steps = 0; steps < 12; steps++) {
    const page = await there.send('GET', at)
    const location = page.headers.get('location')
    if (location !== null) {
      at = new URL(location, at).href
      if (at.startsWith(origin)) return at
      continue
    }
    const action = /action="([^"]+)"/.exec(page.text)?.[1]
    if (action === undefined) throw new Error(page.text)
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? 'login'
    const answer = await there.send('POST', new URL(action, at).href, {
      body: new URLSearchParams({ prompt, login, password: 'x' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    at = new URL(answer.headers.get('location') ?? '', at).href
  }
  throw new Error('the provider never came back')
}

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
