import type { Pool } from 'pg'
import type { KnownIds } from './values.ts'

/** Where the ids of a collection of the API, or of a field of that name, are kept. */
const sources: Readonly<Record<string, string>> = {
  people: 'select id from register.person',
  cases: 'select id::text from casework.case_row union all select case_id from access.case_file',
  claims: 'select id from payment.claim',
  batches: 'select id from payment.batch',
  documents: 'select id from casework.document',
  deliveries: 'select id from casework.delivery',
  'break-glass': 'select id from access.break_glass',
  corrections: 'select id from staff.correction_request',
  // One is enough to take away from: whoever has no post is refused everything.
  posts: `select id from staff.post where kind = 'school-clerk'`,
  users: `select id from auth.user where username = 'school-clerk' or kind = 'staff' and username like 'fuzz%'`,
}

/** Fields by another name than their collection. */
const alias: Readonly<Record<string, string>> = {
  person: 'people',
  mother: 'people',
  father: 'people',
  subject: 'people',
  case: 'cases',
  claim: 'claims',
  batch: 'batches',
  document: 'documents',
  delivery: 'deliveries',
  post: 'posts',
  user: 'users',
  holder: 'users',
}

/** Ids that a database holds now; besides, names that the packs and the scene hold. As the owner. */
export async function readKnownIds(owner: Pool, names: Readonly<Record<string, readonly string[]>>): Promise<KnownIds> {
  const found = new Map<string, readonly string[]>(Object.entries(names))
  for (const [collection, sql] of Object.entries(sources)) {
    const { rows } = await owner.query<{ id: string }>(`select id::text from (${sql}) t order by random() limit 40`)
    found.set(
      collection,
      rows.map(({ id }) => id),
    )
  }
  const some = [...found.values()].flatMap((ids) => ids.slice(0, 8))
  return (collection) => {
    const ids = found.get(alias[collection] ?? collection) ?? []
    return ids.length > 0 ? ids : some
  }
}
