import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem, problemResponses } from '../problems/problem.ts'
import { auditSignIn } from './audit.ts'
import { callAuth, endEarlierSession } from './call-auth.ts'
import { sessionToken } from './cookies.ts'
import { readerOf } from './database.ts'
import { officeApp, open } from './office-app.ts'
import type { OfficeEnv } from './office.ts'

const ProviderId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const redirects = { 302: { description: 'On to the next page' }, ...problemResponses(...open, 'not-found') }

const start = createRoute({
  method: 'get',
  path: '/api/sign-in/oidc/start',
  tags: ['session'],
  summary: 'Goes to the government’s identity provider',
  request: { query: z.object({ provider: ProviderId }) },
  responses: redirects,
})

const callback = createRoute({
  method: 'get',
  path: '/api/auth/callback/{provider}',
  tags: ['session'],
  summary: 'Comes back from the identity provider',
  description: 'Who it names must have been tied to a user by an administrator; nobody is made a user by signing in.',
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
    if (!providers.includes(provider)) return problem(c, 'not-found')
    const outcome = await callAuth(c, () =>
      auth.api.signInSocial({
        body: { provider, callbackURL: '/desk', errorCallbackURL: '/desk?sign-in=failed', disableRedirect: true },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    const url = outcome.ok && 'url' in outcome.value ? outcome.value.url : undefined
    return url === undefined || url === null ? problem(c, 'not-found') : c.redirect(url, 302)
  })
  app.openapi(callback, async (c) => {
    const office = c.get('office')
    if (!office.providers.includes(c.req.valid('param').provider)) return problem(c, 'not-found')
    const answer = await office.auth.handler(c.req.raw)
    const token = sessionToken(
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
    if (token !== null) {
      await endEarlierSession(c)
      const db = readerOf(office.register.pool)
      const [user] = await db.query<{ id: string; region: string }>(
        'select u.id, u.region from auth.session s join auth.user u on u.id = s.user_id where s.token = $1',
        [token],
      )
      if (user !== undefined) {
        await auditSignIn(db, { region: user.region, kind: 'signed-in', actor: user.id, detail: { method: 'oidc' } })
      }
    }
    return new Response(answer.body, answer)
  })
  return app
}
