import { randomUUID } from 'node:crypto'
import { findingHash, unseal } from '../register/sealing.ts'
import { inCounty, readerOf } from './database.ts'
import type { Office } from './office.ts'

interface Candidate {
  readonly region: string
  readonly person: string
  readonly name: string
  readonly identityNumber: string | null
}

export interface Told {
  readonly name: string | undefined
  readonly idLast4: string | undefined
}

/** Who of the register this phone belongs to, by what was told where several share it; never by a guess. */
export async function findResident(
  office: Office,
  phone: string,
  told: Told,
): Promise<{ readonly found: Candidate } | { readonly found: null; readonly why: 'nobody' | 'several' | 'no-match' }> {
  const db = readerOf(office.register.pool)
  const hash = findingHash(office.secrets, 'phone', phone)
  const [served] = await db.query<{ counties: readonly string[] }>('select staff.counties() as counties')
  const candidates: Candidate[] = []
  for (const region of served?.counties ?? []) {
    const rows = await db.query<{ person: string; name: string; identity_cipher: Buffer | null }>(
      `select person, name, identity_cipher from access.people_of_phone($1, decode($2, 'base64'))`,
      [region, hash],
    )
    for (const { person, name, identity_cipher: cipher } of rows) {
      const identityNumber = cipher === null ? null : unseal(office.secrets, 'identity', cipher)
      candidates.push({ region, person, name, identityNumber })
    }
  }
  return choose(candidates, told)
}

function choose(candidates: readonly Candidate[], { name, idLast4 }: Told) {
  const [first, ...others] = candidates
  if (first === undefined) return { found: null, why: 'nobody' } as const
  if (others.length === 0) return { found: first } as const
  if (name === undefined || idLast4 === undefined) return { found: null, why: 'several' } as const
  const wanted = name.normalize('NFC').trim()
  const matching = candidates.filter(
    (one) => one.name === wanted && one.identityNumber?.slice(-4).toUpperCase() === idLast4.toUpperCase(),
  )
  const [only] = matching
  return only !== undefined && matching.length === 1
    ? ({ found: only } as const)
    : ({ found: null, why: 'no-match' } as const)
}

/** The user that is this person, made the first time. Throws where the phone stopped being theirs meanwhile. */
export async function userOfResident(
  office: Office,
  { region, person, name }: Candidate,
  phone: string,
): Promise<string> {
  const earlier = await inCounty(office, { region, actor: null }, async (tx) => {
    const [row] = await tx.query<{ actor: string }>(
      'select actor from access.resident where region = $1 and person = $2',
      [region, person],
    )
    return row?.actor
  })
  const db = readerOf(office.register.pool)
  const user = earlier ?? randomUUID()
  if (earlier === undefined) {
    await db.query(
      `insert into auth.user (id, name, email, kind, region)
       values ($1::uuid, $2, $1::uuid || '@resident.invalid', 'resident', $3)`,
      [user, name, region],
    )
  }
  const [row] = await db.query<{ actor: string | null }>(
    `select access.link_resident($1, $2, $3, decode($4, 'base64')) as actor`,
    [region, user, person, findingHash(office.secrets, 'phone', phone)],
  )
  if (row === undefined || row.actor === null) throw new Error('the phone is no longer that person’s')
  return row.actor
}
