import { getDay } from '@junheng/kernel'
import { categories, type Fact, type FactKind, type FactValue, type Source } from '@junheng/register'
import type { Tables } from '../database/generated/db-types.ts'
import type { Reader, Transaction } from '../database/statements.ts'

/** The tables of facts; births and health lie apart, behind policies of their own. */
const tables = { plain: 'register.fact', fertility: 'register.fertility_fact', health: 'register.health_fact' } as const

type FactRow = Omit<Tables['register.fact'], 'kind' | 'value' | 'source'> & {
  readonly kind: FactKind
  readonly value: FactValue | null
  readonly source: Source['kind']
}

const columns =
  'id, region, subject, kind, object, object_region, value, valid, recorded_at, source, reference, corrects, reason, action'

/** All facts of these subjects of a county that the transaction may see, by subject. Sealed parts are not read. */
export async function loadFacts(
  tx: Reader,
  { region, subjects }: { readonly region: string; readonly subjects: readonly string[] },
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const parts = Object.values(tables).map(
    (table) => `select ${columns} from ${table} where region = $1 and subject = any ($2::uuid[])`,
  )
  const rows = await tx.query<FactRow>(parts.join(' union all '), [region, subjects])
  return Map.groupBy(rows.map(factOf), ({ subject }) => subject)
}

/** Adds facts, one statement a table, and the encrypted parts of them. */
export function insertFacts(tx: Pick<Transaction, 'post'>, facts: readonly Fact[]): void {
  for (const [name, table] of Object.entries(tables)) {
    const own = facts.filter(({ kind }) => tableOf(kind) === name)
    if (own.length === 0) continue
    tx.post(
      `insert into ${table} (${columns})
       select ${columns} from json_to_recordset($1::json) as f (
         id uuid, region text, subject uuid, kind text, object uuid, object_region text, value jsonb, valid daterange,
         recorded_at timestamptz, source text, reference text, corrects uuid, reason text, action uuid)`,
      [JSON.stringify(own.map(rowOf))],
    )
  }
  const sealed = facts.filter((fact) => fact.sealed !== null)
  if (sealed.length === 0) return
  tx.post(
    `insert into register.sealed (region, fact, kind, cipher)
     select region, fact, kind, decode(cipher, 'base64')
     from json_to_recordset($1::json) as s (region text, fact uuid, kind text, cipher text)`,
    [
      JSON.stringify(
        sealed.map(({ region, id, kind, sealed }) => ({ region, fact: id, kind: sealedKind(kind), cipher: sealed })),
      ),
    ],
  )
}

/** The kind under which the encrypted part of a fact is kept and granted. */
export function sealedKind(kind: FactKind): 'identity' | 'phone' | 'health' {
  return kind === 'identity-number' ? 'identity' : kind === 'phone' ? 'phone' : 'health'
}

function tableOf(kind: FactKind): keyof typeof tables {
  const category = categories[kind]
  return category === 'fertility' || category === 'health' ? category : 'plain'
}

function rowOf(fact: Fact): FactRow {
  const { id, region, subject, kind, object, value, valid, recordedAt, source, corrects, reason, action } = fact
  return {
    id,
    region,
    subject,
    kind,
    object: object?.id ?? null,
    object_region: object?.region ?? null,
    value,
    valid: rangeText(valid),
    recorded_at: recordedAt,
    source: source.kind,
    reference: source.reference,
    corrects,
    reason,
    action,
  }
}

export function factOf(row: FactRow): Fact {
  const { id, region, subject, kind, object, object_region: objectRegion, value, corrects, reason, action } = row
  return {
    id,
    region,
    subject,
    kind,
    object: object === null || objectRegion === null ? null : { id: object, region: objectRegion },
    value,
    sealed: null,
    valid: readRange(row.valid),
    recordedAt: instantText(row.recorded_at),
    source: { kind: row.source, reference: row.reference },
    corrects,
    reason,
    action,
  }
}

/** `[2026-01-01,)` and back. */
export function rangeText({ from, to }: Fact['valid']): string {
  return `[${from},${to ?? ''})`
}

function readRange(text: string): Fact['valid'] {
  const [from = '', to = ''] = text.slice(1, -1).split(',')
  return { from: getDay(from), to: to === '' ? null : getDay(to) }
}

/** An instant with six digits after the point, so that instants compare as text. */
export function instantText(text: string): string {
  const [whole = '', fraction = ''] = text.replace('Z', '').split('.')
  return `${whole}.${fraction.padEnd(6, '0').slice(0, 6)}Z`
}
