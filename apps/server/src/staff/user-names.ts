import type { Reader } from '../database/statements.ts'

/**
 * Names of users by their ids; those who are none are absent. Asked by itself and never joined: who signs in is kept in one
 * place for the whole country, apart from any county's rows.
 */
export async function namesOfUsers(db: Reader, ids: Iterable<string | null>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from auth.user where id = any ($1::uuid[])',
    [wanted],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
