import type { Problem } from '@junheng/casework'
import type { Tables } from '../database/generated/db-types.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import type { Casework } from '../cases/casework.ts'

/** A delivery that was given up, as the data officer sees it: nothing personal. */
export type DeadLetter = Pick<
  Tables['casework.delivery'],
  'id' | 'case_id' | 'item' | 'department' | 'kind' | 'attempts' | 'last_error' | 'created_at'
> & { readonly number: string; readonly procedure: string }

/** Deliveries that were given up, the oldest first, at most 200. */
export function listDeadLetters(casework: Casework, access: Access): Promise<readonly DeadLetter[]> {
  return withAccess(casework.register, { access, births: true }, (tx) =>
    tx.query<DeadLetter>(
      `select d.id, d.case_id, d.item, d.department, d.kind, d.attempts, d.last_error, d.created_at, c.number, c.procedure
       from casework.delivery d join casework.case_row c on c.region = d.region and c.id = d.case_id
       where d.region = $1 and c.region = $1 and d.state = 'dead' order by d.created_at limit 200`,
      [access.region],
    ),
  )
}

/** `send-again`: from the first try on. `by-hand`: nobody waits for the system any more; the item's desk works on it. */
export type DeadLetterDeed = 'send-again' | 'by-hand'

/** Settles a dead letter, once; undefined, or why it cannot be. */
export function settleDeadLetter(
  casework: Casework,
  {
    access,
    id,
    deed,
    words,
    now,
  }: {
    readonly access: Access
    readonly id: string
    readonly deed: DeadLetterDeed
    readonly words: string
    readonly now: Temporal.Instant
  },
): Promise<Problem | undefined> {
  const { region } = access
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const again = deed === 'send-again'
    const [row] = await tx.query<{ case_id: string }>(
      `update casework.delivery set state = $3, attempts = 0, next_at = $4
       where region = $1 and id = $2 and state = 'dead' returning case_id`,
      [region, id, again ? 'waiting' : 'cancelled', again ? now.toString() : null],
    )
    if (row === undefined) return notDead
    if (again) await casework.wake(tx, { region, deliveries: [id] })
    auditWrite(tx, {
      access: { ...access, caseId: row.case_id },
      kind: 'dead-letter',
      subject: null,
      detail: { delivery: id, deed, words },
    })
    return undefined
  })
}

const notDead: Problem = {
  path: 'id',
  code: 'not-dead',
  message: {
    zh: '这份任务不在死信里：已重发、已由人工处理，或部门已经答复',
    en: 'This delivery is no dead letter: it was sent again, settled by hand, or answered',
  },
}
