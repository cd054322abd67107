import { DomainError } from '@junheng/kernel'
import type { IdentityProvider, ResidentClaims, ResidentProvider } from './identity-provider.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The identity providers that the environment sets up: JUNHENG_OIDC_* for staff, JUNHENG_RESIDENT_OIDC_* for residents.
 * One that is set in part is refused by name (DomainError `bad-settings`): a door that is silently not there helps nobody.
 */
export function readProviders(environment: Environment): readonly IdentityProvider[] {
  const staff = connection(environment, 'JUNHENG_OIDC_')
  const resident = connection(environment, 'JUNHENG_RESIDENT_OIDC_')
  return [
    ...(staff === null ? [] : [{ id: 'government', people: 'staff', ...staff } as const]),
    ...(resident === null ? [] : [residentProvider(environment, resident)]),
  ]
}

type Connection = Pick<ResidentProvider, 'name' | 'discoveryUrl' | 'clientId' | 'clientSecret'>

function connection(environment: Environment, prefix: string): Connection | null {
  const value = (name: string) => environment[prefix + name]?.trim() ?? ''
  const needed = ['DISCOVERY', 'CLIENT_ID', 'CLIENT_SECRET'] as const
  const missing = needed.filter((name) => value(name) === '').map((name) => prefix + name)
  if (missing.length === needed.length) return null
  if (missing.length > 0) throw bad(missing.join(', '), { zh: '没有设置', en: 'is not set' })
  if (!URL.canParse(value('DISCOVERY'))) throw bad(`${prefix}DISCOVERY`, { zh: '不是网址', en: 'is no address' })
  return {
    name: value('NAME') === '' ? null : value('NAME'),
    discoveryUrl: value('DISCOVERY'),
    clientId: value('CLIENT_ID'),
    clientSecret: value('CLIENT_SECRET'),
  }
}

function residentProvider(environment: Environment, reached: Connection): ResidentProvider {
  const list = (name: string) => (environment[`JUNHENG_RESIDENT_OIDC_${name}`] ?? '').split(/[\s,]+/).filter(Boolean)
  const regions = list('REGIONS')
  if (regions.some((region) => !/^[1-9]\d{1,11}$/.test(region)))
    throw bad('JUNHENG_RESIDENT_OIDC_REGIONS', { zh: '须是区划代码', en: 'must be region codes' })
  const scopes = list('SCOPES')
  return {
    id: 'resident',
    people: 'residents',
    ...reached,
    scopes: scopes.length === 0 ? ['openid', 'profile', 'phone'] : scopes,
    claims: readClaims(list('CLAIMS')),
    regions,
  }
}

const told = ['identity', 'phone', 'name', 'verified', 'region'] as const

/** `identity=id_number, name=name`; without any: the phone of OpenID Connect's own claims. */
function readClaims(pairs: readonly string[]): ResidentClaims {
  const setting = 'JUNHENG_RESIDENT_OIDC_CLAIMS'
  const given: Partial<Record<(typeof told)[number], string>> = {}
  for (const pair of pairs) {
    const [what = '', claim = ''] = pair.split('=')
    const known = told.find((one) => one === what)
    if (known === undefined || claim === '')
      throw bad(setting, { zh: `看不懂“${pair}”，可用：${told.join('、')}`, en: `"${pair}": use ${told.join(', ')}` })
    given[known] = claim
  }
  const byPhone = given.identity === undefined
  if (byPhone && given.phone === undefined && pairs.length > 0)
    throw bad(setting, { zh: '须有 identity 或 phone', en: 'needs identity or phone' })
  return {
    identity: given.identity ?? null,
    phone: given.phone ?? (byPhone ? 'phone_number' : null),
    name: given.name ?? null,
    verified: given.verified ?? (byPhone ? 'phone_number_verified' : null),
    region: given.region ?? null,
  }
}

function bad(setting: string, text: { readonly zh: string; readonly en: string }): DomainError<'bad-settings'> {
  return new DomainError('bad-settings', {
    text: { zh: `环境变量 ${setting}：${text.zh}`, en: `environment variable ${setting}: ${text.en}` },
  })
}
