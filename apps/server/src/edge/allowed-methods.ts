import type { MiddlewareHandler } from 'hono'
import { problem } from '../problems/problem.ts'

/** Answers 405 with `Allow` where the path is known but not for this method. Mounted after the routes it knows. */
export function allowedMethods(
  routes: readonly { readonly method: string; readonly path: string }[],
): MiddlewareHandler {
  const patterns = routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({
      method,
      pattern: new RegExp(`^${path.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u'),
    }))
  return async (c, next) => {
    const allowed = new Set(patterns.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method))
    const asked = c.req.method === 'HEAD' ? 'GET' : c.req.method
    if (allowed.size > 0 && !allowed.has(asked)) {
      return problem(c, 'method-not-allowed', { headers: { allow: [...allowed].join(', ') } })
    }
    await next()
    return undefined
  }
}
