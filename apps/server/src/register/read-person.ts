import { believed, type Fact } from '@junheng/register'
import type { Tables } from '../database/generated/db-types.ts'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access, type Register } from './access.ts'
import { auditRead } from './audit-read.ts'
import { loadFacts, sealedKind } from './fact-rows.ts'
import { unseal } from './sealing.ts'

/** A person as one page shows them. */
export interface PersonPage {
  readonly id: string
  readonly region: string
  readonly township: string
  readonly village: string | null
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly deathDate: string | null
  readonly ethnicity: string | null
  /** Masked, unless the field was granted and asked for. */
  readonly identityNumber: string | null
  readonly phone: string | null
  /** Everything on file that this access may see, oldest first, with source and time of recording. */
  readonly history: readonly Fact[]
  /** Ids of the facts of `history` that are believed now. */
  readonly believed: readonly string[]
  /** Health notes in clear, by fact; empty unless the field was granted and asked for. */
  readonly health: Readonly<Record<string, string>>
}

export interface ReadPersonOptions {
  readonly register: Register
  readonly secrets: Secrets
  readonly access: Access
  readonly person: string
  /** Whether births, parents, marriage and household are wanted: refused for the forbidden purposes. */
  readonly births: boolean
}

/** Not null in the table below the view. */
type PageRow = Omit<Tables['register.person'], 'given_name' | 'pinyin' | 'given_pinyin' | 'initials'> &
  Pick<Tables['register.person_page'], 'identity_cipher' | 'phone_cipher'>

/** The person, or null where this access sees none of that id; either way the reading is on the audit chain. */
export async function readPerson(options: ReadPersonOptions): Promise<PersonPage | null> {
  const { register, access, births } = options
  return withAccess(register, { access, births }, async (tx) => {
    const page = await readPersonIn(tx, options)
    auditPersonRead(tx, options, page)
    return page
  })
}

/**
 * The same inside a transaction that was authorised for this access, so that more may be read with it. Whoever reads says
 * so on the audit chain last of all (`auditPersonRead`): the next reading of the chain waits from there to the end.
 */
export async function readPersonIn(
  tx: Transaction,
  { secrets, access, person }: Omit<ReadPersonOptions, 'register'>,
): Promise<PersonPage | null> {
  const [row] = await tx.query<PageRow>(
    `select id, region, township, village, name, sex, birth_date, death_date, ethnicity, identity_masked, phone_masked,
       identity_cipher, phone_cipher
     from register.person_page where region = $1 and id = $2`,
    [access.region, person],
  )
  if (row === undefined) return null
  const facts = await loadFacts(tx, { region: access.region, subjects: [person] })
  const history = (facts.get(person) ?? []).toSorted((a, b) => (a.recordedAt + a.id < b.recordedAt + b.id ? -1 : 1))
  const health = access.fields.includes('health')
  const notes = health ? await readHealth(tx, { secrets, region: access.region, history }) : {}
  return {
    id: row.id,
    region: row.region,
    township: row.township,
    village: row.village,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    deathDate: row.death_date,
    ethnicity: row.ethnicity,
    identityNumber: openOr(secrets, { kind: 'identity', cipher: row.identity_cipher, masked: row.identity_masked }),
    phone: openOr(secrets, { kind: 'phone', cipher: row.phone_cipher, masked: row.phone_masked }),
    history,
    believed: believed(history).map(({ id }) => id),
    health: notes,
  }
}

/** Writes down that the person was looked for, and whether there was one to see. */
export function auditPersonRead(
  tx: Pick<Transaction, 'post'>,
  { access, person, births }: Pick<ReadPersonOptions, 'access' | 'person' | 'births'>,
  page: PersonPage | null,
): void {
  const kind = page === null ? 'read-missing' : 'read'
  auditRead(tx, { access, kind, subject: person, detail: { fields: access.fields, births } })
}

function openOr(
  secrets: Secrets,
  { kind, cipher, masked }: { kind: 'identity' | 'phone'; cipher: Buffer | null; masked: string | null },
): string | null {
  return cipher === null ? masked : unseal(secrets, kind, cipher)
}

async function readHealth(
  tx: Transaction,
  { secrets, region, history }: { secrets: Secrets; region: string; history: readonly Fact[] },
): Promise<Readonly<Record<string, string>>> {
  const facts = history.filter(({ kind }) => kind === 'health').map(({ id }) => id)
  const rows = await tx.query<{ fact: string; cipher: Buffer }>(
    'select fact, cipher from register.sealed where region = $1 and fact = any ($2::uuid[])',
    [region, facts],
  )
  return Object.fromEntries(rows.map(({ fact, cipher }) => [fact, unseal(secrets, sealedKind('health'), cipher)]))
}
