import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { addressOf, type Limit, rateLimit, requestsPerAddress, spend } from '../edge/rate-limit.ts'
import { sameOrigin } from '../edge/same-origin.ts'
import { storable } from '../edge/storable.ts'
import { problem } from '../problems/problem.ts'
import { findingHash } from '../register/sealing.ts'
import type { Office, OfficeEnv } from './office.ts'
import { beginning, type Preparing } from './preparing.ts'
import { notReady } from './session-routes.ts'
import { unkept } from './office-app.ts'

/** The way into the office: null until its database is open. */
export interface OfficeDoor {
  readonly office: () => Office | null
  /** How far it is, as long as there is none. */
  readonly preparing?: () => Preparing
  /** The public address of the service; null: whatever host a request names. */
  readonly origin: () => string | null
  /** Whether a proxy of ours stands before the service and names the address of each request. */
  readonly behindProxy: boolean
  /** Requests of one address; tests set their own. */
  readonly perAddress?: Limit
}

const paths = [
  '/api/session/*',
  '/api/sign-in/*',
  '/api/sign-out',
  '/api/auth/*',
  '/api/demo/*',
  '/api/people/*',
  '/api/register/*',
  '/api/cases/*',
  '/api/staff/*',
  '/api/access-log/*',
  '/api/break-glass/*',
  '/api/my/*',
  '/api/births/*',
  '/api/deliveries/*',
  '/api/claims/*',
  '/api/payments/*',
]

/** Puts before every route of the office what all of them need: the office, limits, and proof that a page of ours asks. */
export function guardOffice(
  app: OpenAPIHono,
  { office, preparing, origin, behindProxy, perAddress }: OfficeDoor,
): void {
  const address = (c: Context) => addressOf(c, behindProxy)
  const everything = rateLimit(perAddress ?? requestsPerAddress, address)
  const enter: MiddlewareHandler = async (c, next) => {
    const there = office()
    if (there === null) {
      return c.req.path === '/api/session' && c.req.method === 'GET'
        ? c.json(notReady(preparing?.() ?? beginning), 200, unkept)
        : problem(c, 'not-ready')
    }
    c.set('office' as never, there as never)
    return next()
  }
  // Programs of other departments: they send no Origin, and their signature is proof enough.
  app.use('/api/departments/*', storable(), enter)
  for (const path of paths) app.use(path, everything, sameOrigin(origin), storable(), enter)
  // Who guesses is counted in the database, for all programs of the service together.
  const knock: MiddlewareHandler<OfficeEnv> = async (c, next) => {
    const { limits, secrets } = c.get('office')
    const wait = await spend(limits.signIn, findingHash(secrets, 'address', address(c)))
    if (wait > 0) return problem(c, 'too-many-requests', { headers: { 'retry-after': String(wait) } })
    return next()
  }
  for (const path of ['/api/sign-in/*', '/api/auth/*', '/api/demo/sign-in']) app.use(path, knock as MiddlewareHandler)
}
