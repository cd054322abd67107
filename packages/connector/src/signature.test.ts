import { assert, integer, property, string, uint8Array, uuid } from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { findSignatureFault, sign } from './signature.ts'

const key = new Uint8Array(32).fill(3)
const signed = sign(key, { id: 'a', seconds: 1_000_000, body: '{"x":1}' })
const fault = (changes: { headers?: object; body?: string; now?: number; keys?: readonly Uint8Array[] }) =>
  findSignatureFault(changes.keys ?? [key], {
    headers: { ...signed, ...changes.headers },
    body: changes.body ?? '{"x":1}',
    now: changes.now ?? 1_000_000,
  })

describe('a signature', () => {
  it('is that of the Standard Webhooks specification, as its reference implementation makes it', () => {
    assert(
      property(
        uint8Array({ minLength: 24, maxLength: 64 }),
        uuid(),
        integer({ min: 1, max: 4e9 }),
        string({ unit: 'grapheme' }),
        (secret, id, seconds, body) => {
          const theirs = new Webhook(Buffer.from(secret).toString('base64')).sign(id, new Date(seconds * 1000), body)
          expect(sign(secret, { id, seconds, body })['webhook-signature']).toBe(theirs)
        },
      ),
    )
  })

  it('is taken within five minutes either way', () => {
    expect(fault({})).toBeUndefined()
    expect(fault({ now: 1_000_300 })).toBeUndefined()
    expect(fault({ now: 1_000_301 })).toBe('stale')
    expect(fault({ now: 999_699 })).toBe('stale')
  })

  it('is refused for another body, id, time or key', () => {
    expect(fault({ body: '{"x":2}' })).toBe('forged')
    expect(fault({ headers: { 'webhook-id': 'b' } })).toBe('forged')
    expect(fault({ headers: { 'webhook-timestamp': '1000001' } })).toBe('forged')
    expect(fault({ keys: [new Uint8Array(32).fill(4)] })).toBe('forged')
    expect(fault({ headers: { 'webhook-signature': 'v1,AAAA v2,x nonsense' } })).toBe('forged')
  })

  it('is missed where a header is missing or no time', () => {
    for (const header of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      expect(fault({ headers: { [header]: undefined } })).toBe('unsigned')
    }
    expect(fault({ headers: { 'webhook-timestamp': '1e6' } })).toBe('unsigned')
  })

  it('is taken by the old or the new key while keys are being changed', () => {
    expect(fault({ keys: [new Uint8Array(32).fill(4), key] })).toBeUndefined()
  })
})
