import type { Action } from '@junheng/casework'
import { decideAndRecord, type CaseOutcome } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay } from '../cases/casework.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { withAccess, type Access } from '../register/access.ts'
import type { ClaimService } from './claim-service.ts'
import { decidedItem } from './reopen-claim.ts'
import * as say from './decision-problems.ts'

/** A family's objection to what was decided on its claim. `id`: sent again, it is one objection. */
export function objectToClaim(
  { casework }: ClaimService,
  {
    access,
    claimId,
    id,
    words,
    person,
    now,
  }: {
    /** Purpose `data-subject`, of the claim's case. */
    readonly access: Access
    readonly claimId: string
    readonly id: string
    readonly words: string
    readonly person: string
    readonly now: Temporal.Instant
  },
): Promise<CaseOutcome> {
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<CaseOutcome> => {
      const kept = await findCase(tx, casework, { region: access.region, caseId: claimId, lock: true })
      if (kept === undefined) return { ok: false, why: 'unknown-case', problems: [] }
      const earlier = kept.state.actions.find((one) => one.id === id)
      const item = earlier?.kind === 'object' ? earlier.item : decidedItem(kept)
      if (item === null) return { ok: false, why: 'refused', problems: [say.nothingToObject] }
      const action: Action = { kind: 'object', id, on: chineseDay(now), by: { unit: 'family', person }, item, words }
      return decideAndRecord(tx, casework, { access, caseId: claimId, action, now, kept })
    }),
  )
}
