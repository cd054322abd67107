import { parseResidentId } from '@junheng/kernel'
import { normalisePhone } from '@junheng/register'
import type { ResidentProvider } from './identity-provider.ts'
import type { Office } from './office.ts'
import { isNamed, peopleOfNumber, type Candidate, type ProvenNumber } from './resident-of-number.ts'

/** Why nobody is let in: said on the page, and kept on the chain without any number. */
export const claimRefusals = [
  'unverified',
  'no-number',
  'wrong-region',
  'not-on-file',
  'other-name',
  'several',
] as const
export type ClaimRefusal = (typeof claimRefusals)[number]

export type Claimed =
  | { readonly ok: true; readonly found: Candidate; readonly proven: ProvenNumber }
  | { readonly ok: false; readonly why: ClaimRefusal }

/** The verified claims of an identity provider, as it sent them. */
export type Profile = Readonly<Record<string, unknown>>

/**
 * Who of the register a provider's claims name. The number decides, never the account or an e-mail address; a name that is
 * told must be the one on file, and a region that is told must be where the file lies.
 */
export async function findByClaims(
  office: Pick<Office, 'register' | 'secrets'>,
  { claims, regions }: Pick<ResidentProvider, 'claims' | 'regions'>,
  profile: Profile,
): Promise<Claimed> {
  const refused = (why: ClaimRefusal): Claimed => ({ ok: false, why })
  if (claims.verified !== null && !isTrue(claimOf(profile, claims.verified))) return refused('unverified')
  const proven = numberOf(profile, claims)
  if (proven === null) return refused('no-number')
  const told = claims.region === null ? null : textOf(profile, claims.region)
  if (claims.region !== null && (told === null || !/^[1-9]\d{1,11}$/.test(told))) return refused('wrong-region')
  const mayBe = (county: string) =>
    (regions.length === 0 || regions.some((allowed) => agree(county, allowed))) &&
    (told === null || agree(county, told))
  const candidates = await peopleOfNumber(office, proven, mayBe)
  const name = claims.name === null ? null : textOf(profile, claims.name)
  const named = claims.name === null ? candidates : candidates.filter((one) => name !== null && isNamed(one, name))
  const [found, ...others] = named
  if (found === undefined) return refused(candidates.length === 0 ? 'not-on-file' : 'other-name')
  return others.length === 0 ? { ok: true, found, proven } : refused('several')
}

/** The identity number where one is told; a phone only where the provider tells no identity numbers at all. */
function numberOf(profile: Profile, claims: ResidentProvider['claims']): ProvenNumber | null {
  if (claims.identity !== null) {
    const parsed = parseResidentId(textOf(profile, claims.identity) ?? '')
    return parsed.ok ? { kind: 'identity', number: parsed.id.reveal() } : null
  }
  const phone = claims.phone === null ? null : normalisePhone(textOf(profile, claims.phone) ?? '')
  return phone === null ? null : { kind: 'phone', number: phone }
}

/** Whether one code lies in the area of the other. */
function agree(county: string, code: string): boolean {
  const trimmed = code.replace(/(00)+$/, '')
  return county.startsWith(trimmed) || trimmed.startsWith(county)
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

function textOf(profile: Profile, claim: string): string | null {
  const value = claimOf(profile, claim)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A claim by its name, which may hold dots itself; else along the dots. */
function claimOf(profile: Profile, claim: string): unknown {
  if (Object.hasOwn(profile, claim)) return profile[claim]
  let at: unknown = profile
  for (const part of claim.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Profile)[part]
  }
  return at
}
