import type { ClientBase } from 'pg'

/** An index that is made anew once the rows are there, which is quicker than keeping it up. */
export interface KeptIndex {
  readonly drop: string
  readonly make: string
}

/** The plain indexes of tables: primary keys and other constraints stay, because tables refer to them. */
export async function openIndexes(client: ClientBase, tables: readonly string[]): Promise<readonly KeptIndex[]> {
  const { rows } = await client.query<{ name: string; make: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as make from pg_index i
     where i.indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 1`,
    [tables],
  )
  return rows.map(({ name, make }) => ({ drop: `drop index ${name}`, make }))
}
