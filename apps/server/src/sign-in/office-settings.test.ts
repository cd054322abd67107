import { isDomainError } from '@junheng/kernel'
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

describe('identity providers', () => {
  const reached = (prefix: string) => ({
    [`${prefix}_DISCOVERY`]: 'https://id.example/',
    [`${prefix}_CLIENT_ID`]: 'a',
    [`${prefix}_CLIENT_SECRET`]: 'b',
  })

  it('are those that are set up, staff’s and residents’ apart', () => {
    expect(read({}).providers).toEqual([])
    const both = {
      ...reached('JUNHENG_OIDC'),
      ...reached('JUNHENG_RESIDENT_OIDC'),
      JUNHENG_RESIDENT_OIDC_NAME: '鄂汇办',
    }
    expect(read(both).providers).toMatchObject([
      { id: 'government', people: 'staff', name: null },
      {
        id: 'resident',
        people: 'residents',
        name: '鄂汇办',
        // Of OpenID Connect itself: a phone, and that it was verified.
        claims: { identity: null, phone: 'phone_number', verified: 'phone_number_verified' },
      },
    ])
    const mapped = {
      ...reached('JUNHENG_RESIDENT_OIDC'),
      JUNHENG_RESIDENT_OIDC_CLAIMS: 'identity=id_number, name=real_name,region=address.region',
      JUNHENG_RESIDENT_OIDC_REGIONS: '42 340405',
    }
    expect(read(mapped).providers).toMatchObject([
      {
        claims: { identity: 'id_number', phone: null, name: 'real_name', verified: null, region: 'address.region' },
        regions: ['42', '340405'],
      },
    ])
  })

  it('that are set up in part or wrongly are refused by the name of the setting', () => {
    const refused = (environment: Record<string, string>) => {
      try {
        read(environment)
        return 'read'
      } catch (error) {
        return isDomainError(error) ? error.text.en : String(error)
      }
    }
    expect(refused({ JUNHENG_OIDC_CLIENT_ID: 'a' })).toMatch('JUNHENG_OIDC_DISCOVERY, JUNHENG_OIDC_CLIENT_SECRET')
    const resident = reached('JUNHENG_RESIDENT_OIDC')
    for (const [setting, value, said] of [
      ['DISCOVERY', 'nowhere', 'no address'],
      ['CLAIMS', 'number=id', '"number=id"'],
      ['CLAIMS', 'name=real_name', 'needs identity or phone'],
      ['REGIONS', '湖北', 'region codes'],
    ] as const) {
      const text = refused({ ...resident, [`JUNHENG_RESIDENT_OIDC_${setting}`]: value })
      expect([setting, text]).toEqual([setting, expect.stringContaining(`JUNHENG_RESIDENT_OIDC_${setting}`)])
      expect(text).toContain(said)
    }
  })
})
