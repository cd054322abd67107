import { escapeIdentifier, type ClientBase } from 'pg'
import { quoted } from '../operations/backup.ts'
import { newestKey } from '../sealing-keys.ts'
import type { Secrets } from '../secrets.ts'
import { sealedColumns, type SealedColumn, type SealedRow } from './sealed-columns.ts'

/** Small enough that whoever writes the same rows hardly waits, large enough that a million take minutes. */
const usualBatch = 1000

/**
 * Seals with the newest key whatever older ones sealed, in batches that each stand for themselves: killed at any moment it
 * has lost nothing, and begun again it goes on where it was. A row that somebody else has changed meanwhile is theirs.
 * Returns how many were sealed anew.
 */
export async function reseal(
  client: ClientBase,
  {
    secrets,
    batch = usualBatch,
    onBatch = () => undefined,
  }: {
    readonly secrets: Secrets
    readonly batch?: number
    readonly onBatch?: (done: { readonly table: string; readonly rows: number }) => unknown
  },
): Promise<number> {
  let sealed = 0
  for (const column of sealedColumns) {
    for (const region of await regionsOf(client, column)) {
      for (let after: readonly string[] | null = null; ;) {
        const rows = await oldRows(client, column, { region, after, newest: newestKey(secrets).number, batch })
        const last = rows.at(-1)
        if (last === undefined) break
        sealed += await write(client, column, { region, rows, secrets })
        after = column.key.map(([name]) => String(last.row[name]))
        await onBatch({ table: column.table, rows: rows.length })
      }
    }
  }
  return sealed
}

/** How many values each key has sealed, by its number. */
export async function countByKey(client: ClientBase): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>()
  for (const { table, column } of sealedColumns) {
    const { rows } = await client.query<{ number: number; n: number }>(
      `select get_byte(${escapeIdentifier(column)}, 0) as number, count(*) as n from ${quoted(table)} group by 1`,
    )
    for (const { number, n } of rows) counts.set(number, (counts.get(number) ?? 0) + n)
  }
  return counts
}

interface OldRow {
  readonly row: SealedRow
  readonly sealed: Buffer
}

async function regionsOf(client: ClientBase, { table }: SealedColumn): Promise<readonly string[]> {
  const { rows } = await client.query<{ region: string }>(`select distinct region from ${quoted(table)} order by 1`)
  return rows.map(({ region }) => region)
}

/** The next rows of a county, in the order of their key, that an older key sealed. */
async function oldRows(
  client: ClientBase,
  { table, column, key, more = [] }: SealedColumn,
  {
    region,
    after,
    newest,
    batch,
  }: {
    readonly region: string
    readonly after: readonly string[] | null
    readonly newest: number
    readonly batch: number
  },
): Promise<readonly OldRow[]> {
  const names = key.map(([name]) => escapeIdentifier(name))
  const text = [...key.map(([name]) => name), ...more].map((name) => `${escapeIdentifier(name)}::text`)
  const beyond =
    after === null ? '' : `and (${names.join(', ')}) > (${key.map(([, type], n) => `$${n + 4}::${type}`).join(', ')})`
  const { rows } = await client.query<SealedRow & { readonly sealed_value: Buffer }>(
    `select region, ${text.join(', ')}, ${escapeIdentifier(column)} as sealed_value from ${quoted(table)}
     where region = $1 and get_byte(${escapeIdentifier(column)}, 0) <> $2 ${beyond}
     order by ${names.join(', ')} limit $3`,
    [region, newest, batch, ...(after ?? [])],
  )
  return rows.map(({ sealed_value: sealed, ...row }) => ({ row: row as SealedRow, sealed }))
}

/** One statement, so that a batch is written whole or not at all. */
async function write(
  client: ClientBase,
  { table, column, key, seal }: SealedColumn,
  { region, rows, secrets }: { readonly region: string; readonly rows: readonly OldRow[]; readonly secrets: Secrets },
): Promise<number> {
  const name = escapeIdentifier(column)
  const arrays = key.map(([part, type], n) => ({ part: escapeIdentifier(part), parameter: `$${n + 4}::${type}[]` }))
  const { rowCount } = await client.query(
    `update ${quoted(table)} t set ${name} = v.fresh
     from unnest($2::bytea[], $3::bytea[], ${arrays.map(({ parameter }) => parameter).join(', ')})
       as v (old, fresh, ${arrays.map(({ part }) => part).join(', ')})
     where t.region = $1 and ${arrays.map(({ part }) => `t.${part} = v.${part}`).join(' and ')} and t.${name} = v.old`,
    [
      region,
      rows.map(({ sealed }) => sealed),
      rows.map(({ row, sealed }) => seal(secrets, row, sealed)),
      ...key.map(([part]) => rows.map(({ row }) => row[part])),
    ],
  )
  return rowCount ?? 0
}
