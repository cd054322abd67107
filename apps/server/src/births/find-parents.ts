import { withAccess } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { findingHash } from '../register/sealing.ts'
import type { Transaction } from '../database/statements.ts'
import type { Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import type { BirthNotice } from './birth-notice.ts'

/** A parent as this county's register knows them. */
export interface KnownParent {
  readonly person: string
  readonly name: string
  readonly township: string
  readonly village: string | null
  readonly birthDate: string
  /** Has a resident’s identity number on file. */
  readonly hasNumber: boolean
}

export interface KnownFamily {
  readonly mother: KnownParent | null
  readonly father: KnownParent | null
  /** Of the mother's household, else of the father's. */
  readonly address: string | null
  readonly householdKind: string | null
  /** The two are on file as husband and wife. */
  readonly married: boolean
}

/**
 * The parents of a notice, from the register: by identity number or id; the father also as the mother's husband. Read by
 * the program for the purpose of registering, and kept on the audit chain.
 */
export function findFamily(
  casework: Casework,
  { region, notice }: { readonly region: string; readonly notice: BirthNotice },
): Promise<KnownFamily> {
  const access = programAccess(region, { purpose: 'registration' })
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const mother = await findParent(tx, casework, { region, parent: notice.mother, sex: 'female' })
    const told = notice.father ?? null
    const [husband, named, hers] = await Promise.all([
      mother === null ? null : findHusband(tx, { region, mother }),
      told === null ? null : findParent(tx, casework, { region, parent: told, sex: 'male' }),
      findHome(tx, { region, of: mother }),
    ])
    const father = told === null ? husband : named
    const home = hers ?? (await findHome(tx, { region, of: father }))
    const people = [mother, father].flatMap((one) => (one === null ? [] : [one.person]))
    auditRead(tx, {
      access,
      kind: 'prefill',
      subject: mother?.person ?? null,
      detail: { notice: notice.id, people },
    })
    return {
      mother,
      father,
      address: home?.address ?? null,
      householdKind: home?.kind ?? null,
      married: husband !== null && husband.person === father?.person,
    }
  })
}

const columns =
  'p.id as person, p.name, p.township, p.village, p.birth_date as "birthDate", p.identity_fact is not null as "hasNumber"'

async function findParent(
  tx: Transaction,
  { secrets }: Casework,
  { region, parent, sex }: { readonly region: string; readonly parent: BirthNotice['mother']; readonly sex: string },
): Promise<KnownParent | null> {
  const { identityNumber, person } = parent
  const hash = identityNumber ? findingHash(secrets, 'identity', identityNumber.toUpperCase()) : null
  const rows = await tx.query<KnownParent & Record<string, unknown>>(
    `select ${columns} from register.person p where p.region = $1 and (p.sex is null or p.sex = $4) and p.id in (
       select $2::uuid union all
       select k.person from register.number_key k where k.region = $1 and k.kind = 'identity' and k.hash = decode($3, 'base64'))
     limit 2`,
    [region, person ?? null, hash, sex],
  )
  // An id and a number of two people name nobody.
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** Both may have stated the marriage, each from their side: that is one husband. */
async function findHusband(
  tx: Transaction,
  { region, mother }: { readonly region: string; readonly mother: KnownParent },
): Promise<KnownParent | null> {
  const rows = await tx.query<KnownParent & Record<string, unknown>>(
    `select distinct ${columns} from register.tie t join register.person p on p.region = t.region and p.id in (t.other, t.person)
     where t.region = $1 and p.region = $1 and t.kind = 'spouse' and upper_inf(t.valid) and $2 in (t.person, t.other)
       and p.id <> $2 and p.sex = 'male' limit 2`,
    [region, mother.person],
  )
  return rows.length === 1 ? (rows[0] ?? null) : null
}

async function findHome(
  tx: Transaction,
  { region, of }: { readonly region: string; readonly of: KnownParent | null },
): Promise<{ readonly address: string; readonly kind: string } | null> {
  if (of === null) return null
  const [row] = await tx.query<{ address: string; kind: string }>(
    `select h.address, h.kind from register.tie t join register.household h on h.region = t.region and h.id = t.other
     where t.region = $1 and h.region = $1 and t.person = $2 and t.kind = 'membership' and upper_inf(t.valid)
     order by t.valid desc limit 1`,
    [region, of.person],
  )
  return row ?? null
}
