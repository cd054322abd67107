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

/** What the projections of a subject said and should say. */
export interface Change {
  readonly subject: string
  readonly before: Projected
  readonly after: Projected
}

/** Makes the projections say `after` where they said `before`; touches only what differs, a statement a table. */
export function writeProjections(
  tx: Pick<Transaction, 'post'>,
  { region, changes }: { readonly region: string; readonly changes: readonly Change[] },
): void {
  const changed = (part: keyof Projected) => changes.filter(({ before, after }) => differs(before[part], after[part]))
  for (const part of ['person', 'household'] as const) writeRows(tx, part, changed(part))
  for (const { part, subject, remove, insert, rows } of parts) {
    const own = changed(part)
    const stale = own.filter(({ before }) => before[part].length > 0).map((change) => change.subject)
    if (stale.length > 0) tx.post(remove, [region, stale])
    const fresh = own.flatMap((change) => rows(change.after).map((row) => ({ ...row, [subject]: change.subject })))
    if (fresh.length > 0) tx.post(insert, [region, JSON.stringify(fresh)])
  }
}

/** The tables that hold many rows of a subject: what differs is taken out whole and put in anew. */
const parts = [
  {
    part: 'numbers',
    subject: 'person',
    remove: 'delete from register.number_key where region = $1 and person = any ($2::uuid[])',
    insert: `insert into register.number_key (region, kind, hash, person)
       select $1, kind, decode(hash, 'base64'), person
       from json_to_recordset($2::json) as n (person uuid, kind text, hash text)`,
    rows: ({ numbers }: Projected): readonly object[] => numbers,
  },
  {
    part: 'ties',
    subject: 'person',
    remove: 'delete from register.tie where region = $1 and person = any ($2::uuid[])',
    insert: `insert into register.tie (region, person, fact, kind, role, other, other_region, valid)
       select $1, person, fact, kind, role, other, other_region, valid from json_to_recordset($2::json)
         as t (person uuid, fact uuid, kind text, role text, other uuid, other_region text, valid daterange)`,
    rows: ({ ties }: Projected): readonly object[] => ties,
  },
  {
    part: 'addressKeys',
    subject: 'household',
    remove: 'delete from register.address_key where region = $1 and household = any ($2::uuid[])',
    insert: `insert into register.address_key (region, key, household)
       select $1, key, household from json_to_recordset($2::json) as k (household uuid, key text)`,
    rows: ({ addressKeys: keys }: Projected): readonly object[] => keys.map((key) => ({ key })),
  },
] as const

/**
 * Whoever was not there is inserted and must be new: where somebody else has registered the same id at this moment the
 * transaction fails, and is decided anew on what the other left.
 */
function writeRows(tx: Pick<Transaction, 'post'>, part: 'person' | 'household', changes: readonly Change[]): void {
  const columns = part === 'person' ? personColumns : householdColumns
  const sets = columns.split(', ').filter((column) => column !== 'region' && column !== 'id')
  const table = `register.${part}`
  const insert = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`
  for (const there of [false, true]) {
    const rows = changes.flatMap(({ before, after }) => {
      const row = after[part]
      return row !== null && (before[part] !== null) === there ? [row] : []
    })
    const update = ` on conflict (region, id) do update set ${sets.map((column) => `${column} = excluded.${column}`).join(', ')}`
    if (rows.length > 0) tx.post(there ? insert + update : insert, [JSON.stringify(rows)])
  }
}

export function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}
