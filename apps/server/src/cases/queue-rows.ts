import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { notClaimSql } from './claim-cases.ts'

/** A line of a queue as it is kept. */
export type QueueRow = Pick<
  Tables['casework.waiting'],
  'case_id' | 'position' | 'item' | 'unit' | 'what' | 'until' | 'since' | 'officer' | 'escalated_to'
> &
  Pick<Tables['casework.case_row'], 'number' | 'procedure' | 'seq' | 'state'>

/** Which lines of a queue are asked for. */
export interface QueueAsked {
  readonly region: string
  readonly units: readonly string[]
  /** Of one procedure; null: of all. */
  readonly procedure: string | null
  /** Where the page before ended; null: from the beginning. */
  readonly after: string | null
  readonly limit: number
  /** Only what ended before this day; null: all. */
  readonly late: string | null
}

/**
 * The earliest first. A statement for each unit, all on their way together, because the index gives the lines of one unit in
 * this order and would have to read every line of several; and one for what is late elsewhere and was handed up to them.
 */
export async function selectQueue(tx: Transaction, asked: QueueAsked): Promise<readonly QueueRow[]> {
  const { units } = asked
  // The planner takes a row that the policies guard for a rare one, so that sorting seems to cost nothing, and sorts all.
  tx.post('set local enable_sort = off')
  const found = await Promise.all([
    ...units.map((unit) => select(tx, asked, { which: 'w.unit = $2', value: unit })),
    select(tx, asked, { which: 'w.escalated_to = any ($2) and w.unit <> all ($2)', value: units }),
  ])
  return found.flat().toSorted(byUrgency).slice(0, asked.limit)
}

/** `which`: SQL of ours that says of `w` and $2, `value`, which lines. */
function select(
  tx: Transaction,
  { region, procedure, after, limit, late }: QueueAsked,
  { which, value }: { readonly which: string; readonly value: string | readonly string[] },
): Promise<readonly QueueRow[]> {
  const from = readCursor(after)
  return tx.query<QueueRow>(
    `select w.case_id, w.position, w.item, w.unit, w.what, w.until, w.since, w.officer, w.escalated_to, c.number, c.procedure, c.seq, c.state
       from casework.waiting w join casework.case_row c on c.region = w.region and c.id = w.case_id
       where w.region = $1 and c.region = $1 and ${which} and ${notClaimSql}
         and ($7::text is null or c.procedure = $7) and ($8::date is null or w.until < $8)
         and (coalesce(w.until, '9999-12-31'::date), w.case_id, w.position) > ($3::date, $4::uuid, $5::integer)
       order by coalesce(w.until, '9999-12-31'::date), w.case_id, w.position limit $6`,
    [region, value, from.until, from.caseId, from.position, limit, procedure, late],
  )
}

/** As the statements order: day, case, position. */
function byUrgency(a: QueueRow, b: QueueRow): number {
  const [left, right] = [a, b].map(({ until, case_id: id }) => `${until ?? '9999-12-31'} ${id}`)
  if (left === right) return a.position - b.position
  return (left ?? '') < (right ?? '') ? -1 : 1
}

/** A cursor of ours, or the beginning where it is none. */
function readCursor(after: string | null) {
  const found = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})~(\d{1,4})$/.exec(after ?? '')
  return {
    until: found?.[1] ?? '0001-01-01',
    caseId: found?.[2] ?? '00000000-0000-0000-0000-000000000000',
    position: Number(found?.[3] ?? -1),
  }
}
