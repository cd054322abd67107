import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '../problems/problem.ts'

export interface Limit {
  readonly points: number
  readonly seconds: number
}

/** How many requests an address may send to one program of the service: a whole county office may stand behind one. */
export const requestsPerAddress: Limit = { points: 1200, seconds: 60 }

/** Answers 429 with Retry-After once `keyOf` a request has spent its points. */
export function rateLimit({ points, seconds }: Limit, keyOf: (c: Context) => string): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (c, next) => {
    const wait = await spend(limiter, keyOf(c))
    if (wait > 0) return problem(c, 'too-many-requests', { headers: { 'retry-after': String(wait) } })
    return next()
  }
}

/** Seconds to wait; 0: go on. */
export async function spend(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000))
    throw rejection
  }
}

/** The address at the other end of the connection; behind a proxy of ours, the last one that it names. */
export function addressOf(c: Context, behindProxy: boolean): string {
  if (behindProxy) {
    const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (last !== undefined && last !== '') return last
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Called without a connection: tests.
    return 'unknown'
  }
}
