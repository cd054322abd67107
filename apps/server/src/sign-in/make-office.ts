import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { openAuthPool, type Address } from '../database/connect.ts'
import type { Watch } from '../database/statements.ts'
import type { Secrets } from '../database/secrets.ts'
import { makeAuth, type IdentityProvider } from './auth.ts'
import type { CaseService } from '../cases/case-service.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import type { Demonstration } from './demonstration.ts'
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
  const office: Office = {
    register: { pool: app, ...(options.watch === undefined ? {} : { watch: options.watch }) },
    secrets,
    auth: makeAuth({ pool, secrets, origin, providers }),
    cookies: new KnownCookies(),
    auditor,
    messages,
    providers: providers.map(({ id }) => id),
    demonstration,
    perUser: new RateLimiterMemory({ points: options.requestsPerUser ?? usualRequests, duration: 60 }),
    cases: options.cases ?? null,
    claims: options.claims ?? null,
    now: options.now ?? (() => Temporal.Now.instant()),
    newCode: options.newCode ?? (() => String(randomInt(1_000_000)).padStart(6, '0')),
  }
  return { office, close: () => pool.end() }
}
