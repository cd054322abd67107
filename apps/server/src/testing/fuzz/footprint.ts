import type { Pool } from 'pg'

/** What the office does: a refusal may leave traces in the log and in the counts of sign-ins, and nowhere else. */
const schemas = ['register', 'casework', 'payment', 'staff', 'access']

/** How many rows each table holds and which transaction wrote last: it changes whenever anything is written. As the owner. */
export async function makeFootprint(owner: Pool): Promise<() => Promise<Readonly<Record<string, string>>>> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1) order by 1`,
    [schemas],
  )
  const sql = rows
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || '/' || coalesce(max(xmin::text::bigint), 0) as trace from ${name}`,
    )
    .join(' union all ')
  return async () => {
    const found = await owner.query<{ name: string; trace: string }>(sql)
    return Object.fromEntries(found.rows.map(({ name, trace }) => [name, trace]))
  }
}
