import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem, problemResponses } from '../problems/problem.ts'
import { auditSignIn, nowhere } from './audit.ts'
import { callAuth, endEarlierSession } from './call-auth.ts'
import { sessionToken } from './cookies.ts'
import { readerOf } from './database.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { officeApp, open } from './office-app.ts'
import type { OfficeEnv } from './office.ts'
import { type ClaimRefusal, claimRefusals } from './resident-of-claims.ts'

const ProviderId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const redirects = { 302: { description: 'On to the next page' }, ...problemResponses(...open, 'not-found') }

const start = createRoute({
  method: 'get',
  path: '/api/sign-in/oidc/start',
  tags: ['session'],
  summary: 'Goes to an identity provider: of the government for staff, of residents for residents',
  request: { query: z.object({ provider: ProviderId }) },
  responses: redirects,
})

const callback = createRoute({
  method: 'get',
  path: '/api/auth/callback/{provider}',
  tags: ['session'],
  summary: 'Comes back from the identity provider',
  description:
    'Staff must have been tied to it by an administrator; residents must be on file with the number that it has verified.',
  request: {
    params: z.object({ provider: ProviderId }),
    query: z.looseObject({ state: z.string().max(2000).optional(), code: z.string().max(4000).optional() }),
  },
  responses: redirects,
})

export function oidcRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(start, async (c) => {
    const { auth, providers } = c.get('office')
    const { provider } = c.req.valid('query')
    const known = providers.find(({ id }) => id === provider)
    if (known === undefined) return problem(c, 'not-found')
    const outcome = await callAuth(c, () =>
      auth.api.signInSocial({
        body: { provider, callbackURL: home(known), errorCallbackURL: home(known), disableRedirect: true },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    const url = outcome.ok && 'url' in outcome.value ? outcome.value.url : undefined
    return url === undefined || url === null ? problem(c, 'not-found') : c.redirect(url, 302)
  })
  app.openapi(callback, async (c) => {
    const office = c.get('office')
    const provider = office.providers.find(({ id }) => id === c.req.valid('param').provider)
    if (provider === undefined) return problem(c, 'not-found')
    const answer = await office.auth.handler(c.req.raw)
    const token = sessionToken(
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
    const db = readerOf(office.register.pool)
    const refuse = async (why: string) => {
      const detail = { method: 'oidc', provider: provider.id, why }
      await auditSignIn(db, { region: nowhere, kind: 'sign-in-failed', actor: null, detail })
      return c.redirect(`${home(provider)}?sign-in=${why}`, 302)
    }
    if (token === null) return refuse(await reasonOf(answer))
    const kind = provider.people === 'staff' ? 'staff' : 'resident'
    const [user] = await db.query<{ id: string; region: string; kind: string }>(
      'select u.id, u.region, u.kind from auth.session s join auth.user u on u.id = s.user_id where s.token = $1',
      [token],
    )
    // A provider opens only the door that it was set up for, whatever stands in the table of accounts.
    if (user?.kind !== kind) {
      await db.query('delete from auth.session where token = $1', [token])
      return refuse('failed')
    }
    await endEarlierSession(c)
    const detail = { method: 'oidc', provider: provider.id }
    await auditSignIn(db, { region: user.region, kind: 'signed-in', actor: user.id, detail })
    return new Response(answer.body, answer)
  })
  return app
}

/** Where people of a provider come from and go back to. */
function home({ people }: Pick<IdentityProvider, 'people'>): '/desk' | '/me' {
  return people === 'staff' ? '/desk' : '/me'
}

/** Why nobody came in: what the claims were refused for, else that it failed; better-auth's own words stay here. */
async function reasonOf(answer: Response): Promise<ClaimRefusal | 'failed'> {
  if (answer.status !== 403) return 'failed'
  const { code } = (await answer.json()) as { readonly code?: unknown }
  return claimRefusals.find((why) => why === code) ?? 'failed'
}
