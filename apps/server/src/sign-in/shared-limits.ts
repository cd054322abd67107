import type { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Limit } from '../edge/rate-limit.ts'

/** Counted in the database, so that they hold across programs and restarts: what guesses, and what costs money. */
export interface SharedLimits<T> {
  /** Attempts to sign in, by address. */
  readonly signIn: T
  /** Codes by SMS, by phone. */
  readonly codes: T
}

const usual: SharedLimits<Limit> = {
  // A whole county office may stand behind one address.
  signIn: { points: 60, seconds: 60 },
  codes: { points: 5, seconds: 3600 },
}

export function makeLimits(pool: Pool, given: Partial<SharedLimits<Limit>> = {}): SharedLimits<RateLimiterPostgres> {
  const limiter = (name: keyof SharedLimits<Limit>) => {
    const { points, seconds } = given[name] ?? usual[name]
    return new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'auth',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    })
  }
  return { signIn: limiter('signIn'), codes: limiter('codes') }
}
