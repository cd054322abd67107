import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { openAuthPool, type Address } from '../database/connect.ts'
import type { Limit } from '../edge/rate-limit.ts'
import type { Watch } from '../database/statements.ts'
import type { Secrets } from '../database/secrets.ts'
import { makeAuth } from './auth.ts'
import type { CaseService } from '../cases/case-service.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import type { Demonstration } from './demonstration.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { makeLimits, type SharedLimits } from './shared-limits.ts'
import { KnownCookies } from './known-cookies.ts'
import type { Messages } from './messages.ts'
import type { Office } from './office.ts'

/** Five a second: no person reads more, and no page asks for more. */
const usualRequests = 300

export interface MakeOfficeOptions {
  readonly app: Pool
  readonly auditor: Pool
  /** As junheng_app. */
  readonly address: Address
  readonly secrets: Secrets
  readonly origin: string
  readonly providers: readonly IdentityProvider[]
  readonly messages: Messages
  readonly demonstration: Demonstration | null
  /** A minute. */
  readonly requestsPerUser?: number
  /** Tests set their own. */
  readonly limits?: Partial<SharedLimits<Limit>>
  /** Sees every statement about a county: tests. */
  readonly watch?: Watch
  readonly cases?: CaseService | null
  readonly claims?: ClaimService | null
  readonly now?: () => Temporal.Instant
  readonly newCode?: () => string
}

/** An office over an open database, and how to let go of the connections that it opened itself. */
export function makeOffice(options: MakeOfficeOptions): {
  readonly office: Office
  readonly close: () => Promise<void>
} {
  const { app, auditor, address, secrets, origin, providers, messages, demonstration } = options
  const pool = openAuthPool(address)
  const register = { pool: app, ...(options.watch === undefined ? {} : { watch: options.watch }) }
  const office: Office = {
    register,
    secrets,
    auth: makeAuth({ pool, register, secrets, origin, providers }),
    cookies: new KnownCookies(),
    auditor,
    messages,
    providers: providers.map(({ id, name, people }) => ({ id, name, people })),
    limits: makeLimits(app, options.limits),
    demonstration,
    perUser: new RateLimiterMemory({ points: options.requestsPerUser ?? usualRequests, duration: 60 }),
    cases: options.cases ?? null,
    claims: options.claims ?? null,
    now: options.now ?? (() => Temporal.Now.instant()),
    newCode: options.newCode ?? (() => String(randomInt(1_000_000)).padStart(6, '0')),
  }
  return { office, close: () => pool.end() }
}
