import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess } from '../register/access.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'

export interface Ending {
  readonly region: string
  readonly caseId: string
  readonly reason: 'death' | 'moved-away'
  readonly now: Temporal.Instant
}

/**
 * Notes in a case, as the program, that whom it is about has died or moved away; in one transaction with the word that
 * this was done. Nothing changes where the procedure knows no such reason, the family withdrew, or somebody noted it.
 */
export function noteEnding(casework: Casework, ending: Ending): Promise<'changed' | 'same'> {
  const { region, caseId, reason, now } = ending
  const access = programAccess(region, { caseId })
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx) => {
      const kept = await findCase(tx, casework, { region, caseId, lock: true })
      keepFollowed(tx, ending)
      if (kept === undefined || kept.state.closed !== null) return 'same'
      const known = kept.procedure.stops.some(({ id }) => id === reason)
      if (!known || kept.state.stops.some((stop) => stop.reason === reason)) return 'same'
      const by = { unit: 'program', person: null }
      const on = chineseDay(now)
      const action = { kind: 'note-stop', id: `register/${reason}`, on, by, reason, facts: {} } as const
      const outcome = await decideAndRecord(tx, casework, { access, caseId, action, now, kept })
      if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message.en).join('; '))
      return 'changed'
    }),
  )
}

/** Only the word that a case was looked at for it. */
export function noteFollowed(casework: Casework, ending: Ending): Promise<void> {
  const access = programAccess(ending.region, { caseId: ending.caseId })
  return withAccess(casework.register, { access, births: true }, async (tx) => keepFollowed(tx, ending))
}

function keepFollowed(tx: Transaction, { region, caseId, reason, now }: Ending): void {
  tx.post(
    `insert into casework.followed (region, case_id, reason, followed_at) values ($1, $2, $3, $4)
     on conflict (region, case_id, reason) do nothing`,
    [region, caseId, reason, now.toString({ smallestUnit: 'microsecond' })],
  )
}
