import type { MiddlewareHandler } from 'hono'
import { problem } from '../problems/problem.ts'

/**
 * Refuses whatever changes something and was not sent by a page of this service: a browser always says where a request
 * comes from, and no page of another site can say that it is ours. JSON only, which no plain form can send.
 * `origin`: the public address, or null for whatever host the request names.
 */
export function sameOrigin(origin: () => string | null): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const from = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const same = from === undefined ? site === 'same-origin' : isOwn(from, { own: origin(), url: c.req.url })
    if (!same || (site !== undefined && site !== 'same-origin')) return problem(c, 'cross-site')
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
    // Neither can be sent by a plain form.
    if (type !== 'application/json' && type !== 'application/octet-stream') return problem(c, 'unsupported-media-type')
    return next()
  }
}

/** The public address where it is known, else the host that was asked: a proxy may have taken the TLS off. */
function isOwn(from: string, { own, url }: { readonly own: string | null; readonly url: string }): boolean {
  if (!URL.canParse(from)) return false
  const { origin, host } = new URL(from)
  return own === null ? host === new URL(url).host : origin === new URL(own).origin
}
