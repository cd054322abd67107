import { describe, expect, it } from 'vitest'
import { KnownCookies } from './known-cookies.ts'

const now = Temporal.Instant.from('2026-11-23T02:00:00Z')
const session = { id: 'a', updatedAt: '2026-11-23T01:59:30Z' }

describe('a cookie that was found to be ours', () => {
  it('suffices for its own session until the session is to be written again', () => {
    const cookies = new KnownCookies()
    cookies.remember('token.signature', 'a')
    expect(cookies.suffices('token.signature', session, now)).toBe(true)
    expect(cookies.suffices('token.signature', { ...session, updatedAt: '2026-11-23T01:59:00Z' }, now)).toBe(false)
  })

  it('says nothing of another signature or another session', () => {
    const cookies = new KnownCookies()
    cookies.remember('token.signature', 'a')
    expect(cookies.suffices('token.other', session, now)).toBe(false)
    expect(cookies.suffices('token.signature', { ...session, id: 'b' }, now)).toBe(false)
  })

  it('is forgotten when too many came after it', () => {
    const cookies = new KnownCookies()
    cookies.remember('first', 'a')
    for (let at = 0; at < 20_000; at++) cookies.remember(`cookie ${at}`, 'b')
    expect(cookies.suffices('first', session, now)).toBe(false)
    expect(cookies.suffices('cookie 19999', { ...session, id: 'b' }, now)).toBe(true)
  })
})
