import type { Context } from 'hono'
import { acceptedEncoding, type EncodedBody } from './encoding.ts'

export interface Kept {
  readonly body: EncodedBody
  readonly type: string
  /** Strong validator, quotes included. */
  readonly etag: string
}

/** Sends a kept body in the best encoding, or 304 where the reader has it already. */
export function send(c: Context, kept: Kept, cacheControl: string): Response {
  const accepted = acceptedEncoding(c.req.header('accept-encoding'))
  const encoding = kept.body[accepted] === null ? 'identity' : accepted
  const headers = {
    etag: kept.etag,
    'cache-control': cacheControl,
    vary: 'Accept-Encoding',
  }
  if (matches(c.req.header('if-none-match'), kept.etag)) return c.body(null, 304, headers)
  return c.body(kept.body[encoding] ?? kept.body.identity, 200, {
    ...headers,
    'content-type': kept.type,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  })
}

/** A year, never asked for again: for addresses that carry their content's hash. */
export const forever = 'public, max-age=31536000, immutable'
/** Kept, but asked about each time. */
export const revalidate = 'no-cache'

/** A weak mark is ignored: proxies add it when they compress. */
function matches(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//u, '') === etag)
}
