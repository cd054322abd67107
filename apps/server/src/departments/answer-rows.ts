import type { Answer } from '@junheng/connector'
import type { Tables } from '../database/generated/db-types.ts'
import type { Reader, Transaction } from '../database/statements.ts'

export type AnsweredDelivery = Pick<
  Tables['casework.delivery'],
  'id' | 'case_id' | 'item' | 'department' | 'kind' | 'state'
>

/** A delivery that an answer speaks of, and what has been heard of its item before. */
export interface Heard extends AnsweredDelivery {
  /** This very answer was taken before. */
  readonly seen: boolean
  /** Sequence of the last outcome of the item that was taken; null: none was. */
  readonly last: number | null
  /** The newest delivery of the item that asks for something: a correction may have overtaken this one. */
  readonly newest: string | null
}

/** States of a delivery that an outcome has given it. */
export const settledStates: ReadonlySet<string> = new Set(['done', 'refused', 'needs-more', 'cancelled'])

/** What is known of the delivery that an answer names; undefined: none of that id was ever sent. */
export async function findHeard(
  tx: Reader,
  { region, answer }: { readonly region: string; readonly answer: Answer },
): Promise<Heard | undefined> {
  const [row] = await tx.query<Heard & Record<string, unknown>>(
    `select d.id, d.case_id, d.item, d.department, d.kind, d.state,
       exists (select from casework.answer_seen a where a.region = $1 and a.id = $3) as seen,
       (select max(a.sequence) from casework.answer_seen a
         where a.region = $1 and a.case_id = d.case_id and a.item = d.item and a.outcome <> 'accepted') as last,
       (select n.id from casework.delivery n
         where n.region = $1 and n.case_id = d.case_id and n.item = d.item and n.kind <> 'cancel'
         order by n.case_seq desc limit 1) as newest
     from casework.delivery d where d.region = $1 and d.id = $2`,
    [region, answer.delivery, answer.id],
  )
  return row
}

/** Writes down that an answer was taken, and what it says of the delivery. */
export function noteAnswer(
  tx: Pick<Transaction, 'post'>,
  noted: {
    readonly region: string
    readonly answer: Answer
    readonly delivery: AnsweredDelivery
    readonly taken: 'applied' | 'noted' | 'stale'
    readonly now: Temporal.Instant
  },
): void {
  const { region, answer, delivery, taken, now } = noted
  const { id, case: caseId, item, sequence, outcome } = answer
  const at = now.toString({ smallestUnit: 'microsecond' })
  tx.post(
    `insert into casework.answer_seen (region, id, delivery, case_id, item, sequence, outcome, taken, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [region, id, answer.delivery, caseId, item, sequence, outcome, taken, at],
  )
  // What is late says nothing of a delivery that has its outcome; of an older one that has none, it is the outcome.
  const late = (taken === 'stale' || outcome === 'accepted') && settledStates.has(delivery.state)
  if (delivery.state !== outcome && !late) {
    tx.post('update casework.delivery set state = $3, next_at = null where region = $1 and id = $2', [
      region,
      delivery.id,
      outcome,
    ])
  }
  // A cancellation takes back everything that was sent of the item and not settled.
  if (outcome === 'cancelled') {
    tx.post(
      `update casework.delivery set state = 'cancelled', next_at = null
       where region = $1 and case_id = $2 and item = $3 and kind <> 'cancel' and state not in ('done', 'refused', 'cancelled')`,
      [region, delivery.case_id, delivery.item],
    )
  }
}
