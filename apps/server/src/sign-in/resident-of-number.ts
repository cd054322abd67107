import { randomUUID } from 'node:crypto'
import { findingHash, unseal } from '../register/sealing.ts'
import { inCounty, readerOf } from './database.ts'
import type { Office } from './office.ts'

/** A number that somebody has proven to be theirs, in its usual form. */
export interface ProvenNumber {
  readonly kind: 'phone' | 'identity'
  readonly number: string
}

/** Somebody of the register with that number. */
export interface Candidate {
  readonly region: string
  readonly person: string
  readonly name: string
  readonly identityNumber: string | null
}

type Looking = Pick<Office, 'register' | 'secrets'>

/** Everybody alive with this number in the counties served; each county's chain keeps that it was asked. */
export async function peopleOfNumber(
  { register, secrets }: Looking,
  { kind, number }: ProvenNumber,
  isAllowed: (county: string) => boolean = () => true,
): Promise<readonly Candidate[]> {
  const db = readerOf(register.pool)
  const hash = findingHash(secrets, kind, number)
  const [served] = await db.query<{ counties: readonly string[] }>('select staff.counties() as counties')
  const candidates: Candidate[] = []
  for (const region of (served?.counties ?? []).filter(isAllowed)) {
    const rows = await db.query<{ person: string; name: string; identity_cipher: Buffer | null }>(
      `select person, name, identity_cipher from access.people_of_number($1, $2, decode($3, 'base64'))`,
      [region, kind, hash],
    )
    for (const { person, name, identity_cipher: cipher } of rows) {
      const identityNumber = cipher === null ? null : unseal(secrets, 'identity', cipher)
      candidates.push({ region, person, name, identityNumber })
    }
  }
  return candidates
}

export interface Told {
  readonly name: string | undefined
  readonly idLast4: string | undefined
}

/** Who of the register this phone belongs to, by what was told where several share it; never by a guess. */
export async function findResident(
  office: Looking,
  phone: string,
  { name, idLast4 }: Told,
): Promise<{ readonly found: Candidate } | { readonly found: null; readonly why: 'nobody' | 'several' | 'no-match' }> {
  const candidates = await peopleOfNumber(office, { kind: 'phone', number: phone })
  const [first, ...others] = candidates
  if (first === undefined) return { found: null, why: 'nobody' } as const
  if (others.length === 0) return { found: first } as const
  if (name === undefined || idLast4 === undefined) return { found: null, why: 'several' } as const
  const matching = candidates.filter(
    (one) => isNamed(one, name) && one.identityNumber?.slice(-4).toUpperCase() === idLast4.toUpperCase(),
  )
  const [only] = matching
  return only !== undefined && matching.length === 1
    ? ({ found: only } as const)
    : ({ found: null, why: 'no-match' } as const)
}

/** Whether somebody bears a name that was told, in whichever form of its characters. */
export function isNamed({ name }: Pick<Candidate, 'name'>, told: string): boolean {
  return name.normalize('NFC') === told.normalize('NFC').trim()
}

/** The user that is this person, made the first time. Throws where the number stopped being theirs meanwhile. */
export async function userOfResident(
  { register, secrets }: Looking,
  { region, person, name }: Candidate,
  { kind, number }: ProvenNumber,
): Promise<string> {
  const earlier = await inCounty({ register }, { region, actor: null }, async (tx) => {
    const [row] = await tx.query<{ actor: string }>(
      'select actor from access.resident where region = $1 and person = $2',
      [region, person],
    )
    return row?.actor
  })
  const db = readerOf(register.pool)
  const user = earlier ?? randomUUID()
  if (earlier === undefined) {
    await db.query(
      `insert into auth.user (id, name, email, kind, region)
       values ($1::uuid, $2, $1::uuid || '@resident.invalid', 'resident', $3)`,
      [user, name, region],
    )
  }
  const [row] = await db.query<{ actor: string | null }>(
    `select access.link_resident($1, $2, $3, $4, decode($5, 'base64')) as actor`,
    [region, user, person, kind, findingHash(secrets, kind, number)],
  )
  if (row === undefined || row.actor === null) throw new Error('the number is no longer that person’s')
  return row.actor
}
