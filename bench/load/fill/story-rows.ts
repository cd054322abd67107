import type { ClientBase } from 'pg'
import { boundTo, openJson } from '../../../apps/server/src/cases/sealed-json.ts'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { openBytes } from '../../../apps/server/src/register/sealed-bytes.ts'
import { unseal } from '../../../apps/server/src/register/sealing.ts'

/** A row that a story left, as text; sealed columns opened. */
export interface StoryRow {
  readonly table: string
  readonly columns: readonly string[]
  /** In the order of the columns; null is null. A sealed column holds what it hides. */
  readonly values: readonly (string | null)[]
  /** The column that is sealed, and how. */
  readonly sealed: { readonly column: number; readonly how: SealedHow } | null
}

/** state, action, delivery: JSON of casework; document: bytes; number: an identity number of the register. */
export type SealedHow = 'state' | 'action' | 'delivery' | 'document' | 'number'

/** Every table that work on cases leaves rows in, as they refer to one another. */
export const caseTables = [
  'access.case_file',
  'casework.case_row',
  'casework.action',
  'casework.party',
  'casework.waiting',
  'casework.delivery',
  'casework.answer_seen',
  'casework.document',
  'casework.notice',
  'casework.birth_key',
  'register.action',
  'register.fact',
  'register.fertility_fact',
  'register.sealed',
  'register.person',
  'register.number_key',
  'register.identity_number',
  'register.tie',
  'register.outbox',
] as const

/** The rows that transactions from this number on have left in a table. For the owner, in a database of its own. */
export async function rowsSince(
  client: ClientBase,
  { table, since, secrets }: { readonly table: string; readonly since: string; readonly secrets: Secrets },
): Promise<readonly StoryRow[]> {
  const { rows: attributes } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' order by attnum`,
    [table],
  )
  const columns = attributes.map(({ name }) => name)
  const { rows } = await client.query<Record<string, string | null>>(
    `select ${columns.map((name) => `t.${name}::text`).join(', ')} from ${table} t where t.xmin::text::bigint >= $1::bigint`,
    [since],
  )
  return rows.map((row) => opened(secrets, { table, columns, row }))
}

function opened(
  secrets: Secrets,
  { table, columns, row }: { table: string; columns: readonly string[]; row: Readonly<Record<string, string | null>> },
): StoryRow {
  const values = columns.map((name) => row[name] ?? null)
  const found = sealedColumns[table]
  if (found === undefined) return { table, columns, values, sealed: null }
  const column = columns.indexOf(found.column)
  const bytes = Buffer.from((row[found.column] ?? '').slice(2), 'hex')
  return {
    table,
    columns,
    values: values.with(column, found.open(secrets, row, bytes)),
    sealed: { column, how: found.how },
  }
}

type Row = Readonly<Record<string, string | null>>

const sealedColumns: Readonly<
  Record<string, { column: string; how: SealedHow; open: (secrets: Secrets, row: Row, bytes: Buffer) => string }>
> = {
  'casework.case_row': {
    column: 'state',
    how: 'state',
    open: (secrets, { region, id }, bytes) => json(secrets, boundTo.state(String(region), String(id)), bytes),
  },
  'casework.action': {
    column: 'body',
    how: 'action',
    open: (secrets, { region, case_id, seq }, bytes) =>
      json(secrets, boundTo.action(String(region), String(case_id), Number(seq)), bytes),
  },
  'casework.delivery': {
    column: 'body',
    how: 'delivery',
    open: (secrets, { region, id }, bytes) => json(secrets, boundTo.delivery(String(region), String(id)), bytes),
  },
  'casework.document': {
    column: 'content',
    how: 'document',
    open: (secrets, { region, id }, bytes) =>
      openBytes(secrets, { purpose: 'document', bound: `${region} document ${id}` }, bytes).toString('latin1'),
  },
  'register.sealed': {
    column: 'cipher',
    how: 'number',
    open: (secrets, { kind }, bytes) => unseal(secrets, String(kind), bytes),
  },
}

function json(secrets: Secrets, bound: string, bytes: Buffer): string {
  return JSON.stringify(openJson(secrets, bound, bytes))
}
