import type { Pool } from 'pg'
import type { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Secrets } from '../database/secrets.ts'
import type { Register } from '../register/access.ts'
import type { Auth } from './auth.ts'
import type { CaseService } from '../cases/case-service.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import type { Demonstration } from './demonstration.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { SharedLimits } from './shared-limits.ts'
import type { KnownCookies } from './known-cookies.ts'
import type { Messages } from './messages.ts'

/** What every route about people and staff stands on. It is there once the database is open. */
export interface Office {
  readonly register: Register
  readonly secrets: Secrets
  readonly auth: Auth
  readonly cookies: KnownCookies
  /** As junheng_auditor: verifies the chains. */
  readonly auditor: Pool
  readonly messages: Messages
  /** The identity providers that may be used. */
  readonly providers: readonly Pick<IdentityProvider, 'id' | 'name' | 'people'>[]
  readonly demonstration: Demonstration | null
  readonly limits: SharedLimits<RateLimiterPostgres>
  /** Requests a minute of one user, in this program. */
  readonly perUser: RateLimiterMemory
  /** Work on cases; null where this service keeps none. */
  readonly cases: CaseService | null
  /** Claims and payments; null where this service keeps no cases. */
  readonly claims: ClaimService | null
  readonly now: () => Temporal.Instant
  /** Six figures by chance. */
  readonly newCode: () => string
}

/** Hono's variables of a request to the office. */
export interface OfficeEnv {
  readonly Variables: { readonly office: Office }
}
