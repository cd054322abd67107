import { createHmac, timingSafeEqual } from 'node:crypto'

/** The headers of a signed call, as the Standard Webhooks specification names them. */
export interface SignatureHeaders {
  readonly 'webhook-id': string
  /** Seconds since 1970. */
  readonly 'webhook-timestamp': string
  /** One or more of `v1,<base64>`, separated by spaces: during a change of keys there are two. */
  readonly 'webhook-signature': string
}

/** How far the clocks of two offices may be apart. The specification's own tolerance. */
const toleranceSeconds = 5 * 60

/**
 * Signs a body for one department: HMAC-SHA256 over `id.seconds.body` with the key the two share (Standard Webhooks).
 * `key`: at least 24 bytes.
 */
export function sign(
  key: Uint8Array,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): SignatureHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${digest(key, `${id}.${seconds}.${body}`).toString('base64')}`,
  }
}

export type SignatureFault = 'unsigned' | 'stale' | 'forged'

/** Undefined where the body is signed by one of the keys and fresh at `now` (seconds); otherwise what is wrong. */
export function findSignatureFault(
  keys: readonly Uint8Array[],
  {
    headers,
    body,
    now,
  }: {
    readonly headers: Readonly<Partial<Record<keyof SignatureHeaders, string | undefined>>>
    readonly body: string
    readonly now: number
  },
): SignatureFault | undefined {
  const [id, at, signatures] = [headers['webhook-id'], headers['webhook-timestamp'], headers['webhook-signature']]
  if (id === undefined || at === undefined || signatures === undefined || !/^\d{1,12}$/.test(at)) return 'unsigned'
  const given = signatures
    .split(' ')
    .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []))
  const genuine = keys.some((key) => {
    const expected = digest(key, `${id}.${at}.${body}`)
    return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))
  })
  if (!genuine) return 'forged'
  return Math.abs(now - Number(at)) > toleranceSeconds ? 'stale' : undefined
}

function digest(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest()
}
