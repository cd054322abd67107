import { projectHousehold, projectPerson, type Fact, type NumberOnFile } from '@junheng/register'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { addressKeys } from './address-keys.ts'
import { rangeText } from './fact-rows.ts'
import { nameKeys } from './name-keys.ts'

/** What the projections should hold about one person or household; null: nothing. */
export interface Projected {
  readonly person: PersonRow | null
  readonly household: HouseholdRow | null
  readonly numbers: readonly NumberRow[]
  readonly ties: readonly TieRow[]
  readonly addressKeys: readonly string[]
}

export type PersonRow = Tables['register.person']
export type HouseholdRow = Tables['register.household']
/** hash: base64. */
export type NumberRow = { readonly kind: 'identity' | 'phone'; readonly hash: string }
export type TieRow = Omit<Tables['register.tie'], 'region' | 'person'>

/** What follows from the facts of one subject. Pure. */
export function project(facts: readonly Fact[]): Projected {
  const [person, household] = [projectPerson(facts), projectHousehold(facts)]
  const numbers = (
    [
      ['identity', person?.identityNumber],
      ['phone', person?.phone],
    ] as const
  ).flatMap(([kind, found]: readonly ['identity' | 'phone', NumberOnFile | null | undefined]) =>
    found ? [{ kind, hash: found.hash }] : [],
  )
  const ties = person === null ? [] : [...person.memberships, ...person.relations]
  return {
    person: person === null ? null : personRow(person),
    household,
    numbers,
    ties: ties
      .map(({ fact, kind, role, other, valid }) => {
        return { fact, kind, role, other: other.id, other_region: other.region, valid: rangeText(valid) }
      })
      .sort((a, b) => (a.fact < b.fact ? -1 : 1)),
    addressKeys: household === null ? [] : [...addressKeys(household.address)].sort(),
  }
}

function personRow(person: NonNullable<ReturnType<typeof projectPerson>>): PersonRow {
  const { region, id, township, village, name, sex, birthDate, deathDate, ethnicity, identityNumber, phone } = person
  const keys = nameKeys(name)
  return {
    region,
    id,
    township,
    village,
    name,
    given_name: keys.givenName,
    pinyin: keys.pinyin,
    given_pinyin: keys.givenPinyin,
    initials: keys.initials,
    sex,
    birth_date: birthDate,
    death_date: deathDate,
    ethnicity,
    identity_masked: identityNumber?.masked ?? null,
    identity_fact: identityNumber?.fact ?? null,
    phone_masked: phone?.masked ?? null,
    phone_fact: phone?.fact ?? null,
  }
}

const personColumns =
  'region, id, township, village, name, given_name, pinyin, given_pinyin, initials, sex, birth_date, death_date, ethnicity, identity_masked, identity_fact, phone_masked, phone_fact'
const householdColumns = 'region, id, township, village, kind, address'

/** Makes the projections of one subject say `after` where they said `before`; touches only what differs. */
export async function writeProjection(
  tx: Transaction,
  { region, subject, before, after }: { region: string; subject: string; before: Projected; after: Projected },
): Promise<void> {
  if (after.person !== null && differs(before.person, after.person)) {
    await upsert(tx, { table: 'register.person', columns: personColumns, row: after.person })
  }
  if (after.household !== null && differs(before.household, after.household)) {
    await upsert(tx, { table: 'register.household', columns: householdColumns, row: after.household })
  }
  if (differs(before.numbers, after.numbers)) {
    if (before.numbers.length > 0) {
      await tx.query('delete from register.number_key where region = $1 and person = $2', [region, subject])
    }
    await tx.query(
      `insert into register.number_key (region, kind, hash, person)
       select $1, kind, decode(hash, 'base64'), $2 from jsonb_to_recordset($3::jsonb) as n (kind text, hash text)`,
      [region, subject, JSON.stringify(after.numbers)],
    )
  }
  if (differs(before.ties, after.ties)) {
    if (before.ties.length > 0) {
      await tx.query('delete from register.tie where region = $1 and person = $2', [region, subject])
    }
    await tx.query(
      `insert into register.tie (region, person, fact, kind, role, other, other_region, valid)
       select $1, $2, fact, kind, role, other, other_region, valid from jsonb_to_recordset($3::jsonb)
         as t (fact uuid, kind text, role text, other uuid, other_region text, valid daterange)`,
      [region, subject, JSON.stringify(after.ties)],
    )
  }
  if (differs(before.addressKeys, after.addressKeys)) {
    if (before.addressKeys.length > 0) {
      await tx.query('delete from register.address_key where region = $1 and household = $2', [region, subject])
    }
    await tx.query(
      'insert into register.address_key (region, key, household) select $1, key, $2 from unnest($3::text[]) as key',
      [region, subject, after.addressKeys],
    )
  }
}

async function upsert(
  tx: Transaction,
  { table, columns, row }: { table: string; columns: string; row: PersonRow | HouseholdRow },
): Promise<void> {
  const sets = columns.split(', ').filter((column) => column !== 'region' && column !== 'id')
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)
     on conflict (region, id) do update set ${sets.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(row)],
  )
}

export function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}
