import { parseResidentId, type Words } from '@junheng/kernel'
import { normalisePhone, type Problem } from '@junheng/register'
import type { Tables } from '../database/generated/db-types.ts'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import { placeNames } from '../staff/place-names.ts'
import { withAccess, type Access, type Register } from './access.ts'
import { addressPrefix } from './address-keys.ts'
import { auditRead } from './audit-read.ts'
import { latin } from './name-keys.ts'
import { findingHash } from './sealing.ts'

/** One line of a list of people. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly township: string
  readonly village: string | null
  readonly identityNumber: string | null
  readonly phone: string | null
}

export type SearchResult =
  | {
      readonly ok: true
      readonly by: SearchBy
      readonly people: readonly FoundPerson[]
      readonly more: boolean
      /** What their townships and villages are called, by code. */
      readonly places: ReadonlyMap<string, Words>
    }
  | { readonly ok: false; readonly problem: Problem }

export type SearchBy = 'identity' | 'phone' | 'name' | 'pinyin' | 'address'

export interface SearchOptions {
  readonly register: Register
  readonly secrets: Secrets
  readonly access: Access
  /** A name, its pinyin or initials, a whole identity or phone number, or the beginning of (a part of) an address. */
  readonly text: string
  /** At most 100. */
  readonly limit?: number
}

/**
 * People of one county by whatever was typed. Prefixes are ranges of text, because `<` is leakproof and uses the
 * index under row-level security, where LIKE would read every row. An address leads to its household, which shows
 * births, so that it is refused for the forbidden purposes.
 */
export async function search(options: SearchOptions): Promise<SearchResult> {
  const { register, secrets, access } = options
  const limit = Math.min(options.limit ?? 20, 100)
  const how = readQuery(options.text, secrets)
  if ('problem' in how) return { ok: false, problem: how.problem }
  return withAccess(register, { access, births: how.by === 'address' }, async (tx) => {
    const found = await run(tx, { how, access, limit: limit + 1 })
    const people = found.slice(0, limit)
    const codes = people.flatMap(({ township, village }) => [township, village])
    const places = await placeNames(tx, { region: access.region, codes })
    const detail = { by: how.by, people: people.map(({ id }) => id) }
    auditRead(tx, { access, kind: 'search', subject: null, detail })
    return { ok: true, by: how.by, people, more: found.length > limit, places }
  })
}

type How =
  | { readonly by: 'identity' | 'phone'; readonly hash: string }
  | { readonly by: 'name' | 'pinyin' | 'address'; readonly text: string }

function readQuery(typed: string, secrets: Secrets): How | { readonly problem: Problem } {
  const text = typed.isWellFormed() ? typed.normalize('NFKC').trim() : ''
  if (text === '' || text.length > 200 || text.includes('\u0000')) return { problem: nothingToFind }
  if (/^\d{17}[\dXx]$/.test(text)) {
    const parsed = parseResidentId(text)
    if (!parsed.ok) return { problem: { path: 'text', code: parsed.problem.code, message: parsed.problem.message } }
    return { by: 'identity', hash: findingHash(secrets, 'identity', parsed.id.reveal()) }
  }
  const phone = normalisePhone(text)
  if (phone !== null) return { by: 'phone', hash: findingHash(secrets, 'phone', phone) }
  if (/^[A-Za-zÀ-ž' -]+$/.test(text) && latin(text) !== '')
    return { by: 'pinyin', text: latin(text.replaceAll('ü', 'v')) }
  // Names hold no figures and no divisions of a county; addresses do.
  if (/\d|[省市县区镇乡街路巷村组号栋]/.test(text)) return { by: 'address', text: addressPrefix(text) }
  return { by: 'name', text: typed.normalize('NFC').trim() }
}

const nothingToFind: Problem = {
  path: 'text',
  code: 'nothing-to-find',
  message: { zh: '请输入姓名、拼音、号码或地址', en: 'Type a name, pinyin, a number or an address' },
}

const columns = 'p.id, p.name, p.sex, p.birth_date, p.township, p.village, p.identity_masked, p.phone_masked'

type Row = Pick<
  Tables['register.person'],
  'id' | 'name' | 'sex' | 'birth_date' | 'township' | 'village' | 'identity_masked' | 'phone_masked'
>

async function run(
  tx: Transaction,
  { how, access, limit }: { readonly how: How; readonly access: Access; readonly limit: number },
): Promise<readonly FoundPerson[]> {
  const rows = await ('hash' in how
    ? tx.query<Row>(byNumber, [access.region, how.by, how.hash, limit])
    : searchByPrefix(tx, { by: how.by, text: how.text, access, limit }))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    township: row.township,
    village: row.village,
    identityNumber: row.identity_masked,
    phone: row.phone_masked,
  }))
}

const byNumber = `
  select ${columns} from register.number_key k
  join register.person p on p.region = k.region and p.id = k.person
  where k.region = $1 and p.region = $1 and k.kind = $2 and k.hash = decode($3, 'base64') limit $4`

/**
 * Who sees a few townships or villages only asks for these as well: the policy says the same, but the planner cannot
 * use it as an index condition, and would read everybody of the surname in the county.
 */
function searchByPrefix(
  tx: Transaction,
  { by, text, access, limit }: { by: keyof typeof prefixQueries; text: string; access: Access; limit: number },
): Promise<readonly Row[]> {
  const values: unknown[] = [access.region, text, `${text}\u{10ffff}`, limit]
  let place = ''
  for (const column of ['township', 'village'] as const) {
    const codes = column === 'township' ? access.townships : access.villages
    if (codes !== null) place += ` and p.${column} = any ($${values.push(codes)})`
  }
  return tx.query<Row>(prefixQueries[by](place), values)
}

/** Each index gives its first rows in order; together at most twice or thrice the limit. */
function byPrefix(keys: readonly string[], place: string): string {
  const parts = keys.map(
    (key) => `(select ${columns} from register.person p
      where p.region = $1 and p.${key} >= $2 and p.${key} < $3${place} order by p.${key} limit $4)`,
  )
  return `select distinct on (name, birth_date, id) * from (${parts.join(' union all ')}) p order by name, birth_date, id limit $4`
}

const prefixQueries = {
  name: (place: string) => byPrefix(['name', 'given_name'], place),
  pinyin: (place: string) => byPrefix(['pinyin', 'given_pinyin', 'initials'], place),
  address: (place: string) => `
    with at as materialized (
      select distinct household from (
        select household from register.address_key where region = $1 and key >= $2 and key < $3 order by key limit $4
      ) k)
    select ${columns} from at
    join register.tie t on t.region = $1 and t.other = at.household and t.kind = 'membership' and upper_inf(t.valid)
    join register.person p on p.region = $1 and p.id = t.person${place}
    order by p.name, p.birth_date, p.id limit $4`,
} as const
