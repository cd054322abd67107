import type { PersonRole, Procedure, Written, WrittenFacts } from '@junheng/casework'
import { auditRead } from '../register/audit-read.ts'
import { withAccess } from '../register/access.ts'
import type { Casework } from './casework.ts'
import { programAccess } from './programs.ts'

/** Somebody of a case that is to be opened, as this county's register knows them. */
export interface KnownPerson {
  readonly id: string
  readonly role: PersonRole
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly township: string
  readonly village: string | null
}

export interface KnownPeople {
  readonly people: readonly KnownPerson[]
  /** Where the applicant's household stands, else the child's; null: this county knows none. */
  readonly address: string | null
}

interface PersonRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly township: string
  readonly village: string | null
}

/**
 * The child a case is to be about with its parents and guardians, and who applies. Read by the program for the purpose of
 * registering, as of a birth, and kept on the audit chain.
 */
export function findKnownPeople(
  casework: Casework,
  {
    region,
    child,
    applicant,
  }: { readonly region: string; readonly child: string | null; readonly applicant: string | null },
): Promise<KnownPeople> {
  const access = programAccess(region, { purpose: 'registration' })
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const ties = await tx.query<{ kind: 'mother' | 'father' | 'guardian'; other: string }>(
      `select kind, other from register.tie
       where region = $1 and person = $2 and kind in ('mother', 'father', 'guardian') and upper_inf(valid)`,
      [region, child],
    )
    const wanted: readonly (readonly [PersonRole, string])[] = [
      ...(child === null ? [] : [['child', child] as const]),
      ...ties.map(({ kind, other }) => [kind, other] as const),
      ...(applicant === null ? [] : [['applicant', applicant] as const]),
    ]
    const ids = [...new Set(wanted.map(([, id]) => id))]
    const rows = await tx.query<PersonRow>(
      `select id, name, sex, birth_date as "birthDate", township, village from register.person
       where region = $1 and id = any ($2::uuid[])`,
      [region, ids],
    )
    const [home] = await tx.query<{ address: string }>(
      `select h.address from register.tie t join register.household h on h.region = t.region and h.id = t.other
       where t.region = $1 and h.region = $1 and t.person = any ($2::uuid[]) and t.kind = 'membership' and upper_inf(t.valid)
       order by t.person = $3 desc, t.valid desc limit 1`,
      [region, ids, applicant ?? child],
    )
    auditRead(tx, { access, kind: 'prefill', subject: child ?? applicant, detail: { people: ids } })
    const people = wanted.flatMap(([role, id]): readonly KnownPerson[] => {
      const row = rows.find((one) => one.id === id)
      return row === undefined ? [] : [{ ...row, role }]
    })
    return { people, address: home?.address ?? null }
  })
}

/** What the form need not ask, because a register has it; only fields that the form says are known from somewhere. */
export function prefilledFrom(
  { form }: Procedure,
  { people, address, region }: KnownPeople & { readonly region: string },
): WrittenFacts {
  const known = new Map<string, Written | null>(
    people.flatMap(({ role, name, sex, birthDate }): readonly (readonly [string, Written | null])[] => [
      [`${role}.name`, name],
      [`${role}.sex`, sex],
      [`${role}.birthDate`, birthDate],
    ]),
  )
  known.set('household.address', address)
  known.set('household.registrationRegion', address === null ? null : Number(region))
  known.set('child.registrationRegion', people.some(({ role }) => role === 'child') ? Number(region) : null)
  return Object.fromEntries(
    form.flatMap(({ name, prefilledFrom }): readonly (readonly [string, Written])[] => {
      const value = known.get(name) ?? null
      return prefilledFrom === null || value === null ? [] : [[name, value]]
    }),
  )
}
