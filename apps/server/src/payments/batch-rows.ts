import type { Batch, LineAnswer } from '@junheng/casework'
import type { Tables } from '../database/generated/db-types.ts'
import type { Reader } from '../database/statements.ts'
import type { Casework } from '../cases/casework.ts'
import { openJson } from '../cases/sealed-json.ts'
import { boundToClaim } from '../claims/claim-rows.ts'
import type { LineRow, Part } from './moved.ts'
import type { BankPayee } from './prepare-batch.ts'

export type BatchRow = Tables['payment.batch']

/** One payment of a batch, its payee opened. */
export interface KeptLine extends Omit<LineRow, 'payee' | 'parts'> {
  readonly parts: readonly Part[]
  readonly payee: BankPayee
  readonly benefit: string
}

export interface KeptBatch {
  readonly row: BatchRow
  readonly lines: readonly KeptLine[]
}

/** A batch that the transaction may see, with its lines in order. `lock`: no line changes until the end. */
export async function findBatch(
  tx: Reader,
  { secrets }: Pick<Casework, 'secrets'>,
  { region, id, lock = false }: { readonly region: string; readonly id: string; readonly lock?: boolean },
): Promise<KeptBatch | undefined> {
  const [row] = await tx.query<BatchRow>('select * from payment.batch where region = $1 and id = $2', [region, id])
  if (row === undefined) return undefined
  const lines = await tx.query<LineRow & { readonly benefit: string }>(
    `select l.*, c.benefit from payment.batch_line l join payment.claim c on c.region = l.region and c.id = l.claim
     where l.region = $1 and c.region = $1 and l.batch = $2 order by l.line${lock ? ' for update of l, c' : ''}`,
    [region, id],
  )
  return {
    row,
    lines: lines.map((line) => ({
      ...line,
      parts: line.parts as readonly Part[],
      payee: openJson(secrets, boundToClaim.payee(region, id, line.line), line.payee) as BankPayee,
    })),
  }
}

/** The batch as casework's arithmetic knows it, named by its number as the bank's files are. */
export function asBatch({ row, lines }: KeptBatch): Batch {
  return {
    id: row.number,
    preparedBy: row.prepared_by,
    preparedOn: row.prepared_on,
    approval:
      row.approved_by === null || row.approved_on === null ? null : { by: row.approved_by, on: row.approved_on },
    lines: lines.map((line) => ({
      line: line.line,
      claim: line.claim,
      payee: line.payee,
      fen: line.fen,
      parts: line.parts,
      answers: answersOf(line),
    })),
    totalFen: row.total_fen,
  }
}

function answersOf({ state, answered_on: on, reason }: KeptLine): readonly LineAnswer[] {
  return (state === 'paid' || state === 'returned') && on !== null ? [{ result: state, on, reason }] : []
}
