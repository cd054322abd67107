import { describe, expect, it } from 'vitest'
import { readOfficeSettings } from './office-settings.ts'

const prepare = async () => ({ cards: [] })
const read = (environment: Record<string, string>, host = '127.0.0.1') =>
  readOfficeSettings(environment, { host, prepare })

describe('the demonstration', () => {
  it('shows to this machine only, unless it is forced, and never where it is turned off', () => {
    expect(read({}).prepare).toBe(prepare)
    expect(read({}, '0.0.0.0').prepare).toBeNull()
    expect(read({}, '127.0.0.1.example.org').prepare).toBeNull()
    expect(read({ JUNHENG_DEMO: 'force' }, '0.0.0.0').prepare).toBe(prepare)
    expect(read({ JUNHENG_DEMO: '0' }).prepare).toBeNull()
  })
  it('shows messages; elsewhere nobody sees a code', () => {
    expect(read({}).messages.shown).not.toBeNull()
    expect(read({}, '0.0.0.0').messages.shown).toBeNull()
    expect(read({ JUNHENG_SMS_URL: 'https://sms.example/send' }).messages.shown).toBeNull()
  })
})

it('an identity provider needs all three of its settings', () => {
  const all = {
    JUNHENG_OIDC_DISCOVERY: 'https://id.example/',
    JUNHENG_OIDC_CLIENT_ID: 'a',
    JUNHENG_OIDC_CLIENT_SECRET: 'b',
  }
  expect(read(all).providers).toHaveLength(1)
  expect(read({ ...all, JUNHENG_OIDC_CLIENT_SECRET: undefined as never }).providers).toEqual([])
})
