import { boundToClaim } from '../../claims/claim-rows.ts'
import { boundTo } from '../../cases/sealed-json.ts'
import { sealedFor } from '../../documents/keep-document.ts'
import { openBytes, sealBytes, type SealedFor } from '../../register/sealed-bytes.ts'
import { makeSeal, unseal } from '../../register/sealing.ts'
import type { Secrets } from '../secrets.ts'

/** A row with a sealed value in it, by its key; parts of the key arrive as text. */
export type SealedRow = Readonly<Record<string, string>> & { readonly region: string }

/** A column of bytes that a sealing key has made, and how a row of it is sealed anew. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** Parts of the primary key after the region, with their types. */
  readonly key: readonly (readonly [column: string, type: 'uuid' | 'int'])[]
  /** Other columns that are needed. */
  readonly more?: readonly string[]
  readonly seal: (secrets: Secrets, row: SealedRow, sealed: Buffer) => Buffer
}

const id = ['id', 'uuid'] as const

/** Every sealed column there is: a test holds this list against the schema. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'register.sealed',
    column: 'cipher',
    key: [['fact', 'uuid']],
    more: ['kind'],
    seal: (secrets, { kind = '' }, sealed) =>
      Buffer.from(makeSeal(secrets)(kindOf(kind), unseal(secrets, kind, sealed)).cipher, 'base64'),
  },
  json('casework.case_row', 'state', [id], (row) => boundTo.state(row.region, part(row, 'id'))),
  json(
    'casework.action',
    'body',
    [
      ['case_id', 'uuid'],
      ['seq', 'int'],
    ],
    (row) => boundTo.action(row.region, part(row, 'case_id'), Number(part(row, 'seq'))),
  ),
  json('casework.delivery', 'body', [id], (row) => boundTo.delivery(row.region, part(row, 'id'))),
  bytes('casework.document', 'content', [id], (row) => sealedFor(row.region, part(row, 'id'))),
  json('payment.claim', 'facts', [id], (row) => boundToClaim.facts(row.region, part(row, 'id'))),
  json(
    'payment.decision',
    'basis',
    [
      ['claim', 'uuid'],
      ['seq', 'int'],
    ],
    (row) => boundToClaim.decision(row.region, part(row, 'claim'), Number(part(row, 'seq'))),
  ),
  json(
    'payment.batch_line',
    'payee',
    [
      ['batch', 'uuid'],
      ['line', 'int'],
    ],
    (row) => boundToClaim.payee(row.region, part(row, 'batch'), Number(part(row, 'line'))),
  ),
]

function json(
  table: string,
  column: string,
  key: SealedColumn['key'],
  boundOf: (row: SealedRow) => string,
): SealedColumn {
  return bytes(table, column, key, (row) => ({ purpose: 'case', bound: boundOf(row) }))
}

function bytes(
  table: string,
  column: string,
  key: SealedColumn['key'],
  sealedForOf: (row: SealedRow) => SealedFor,
): SealedColumn {
  const seal: SealedColumn['seal'] = (secrets, row, sealed) => {
    const what = sealedForOf(row)
    return sealBytes(secrets, what, openBytes(secrets, what, sealed))
  }
  return { table, column, key, seal }
}

function part(row: SealedRow, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`no ${column} was read`)
  return value
}

function kindOf(kind: string): Parameters<ReturnType<typeof makeSeal>>[0] {
  if (kind === 'identity' || kind === 'phone' || kind === 'health') return kind
  throw new Error(`nothing is sealed as ${kind}`)
}
