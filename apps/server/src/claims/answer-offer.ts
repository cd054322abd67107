import type { Action, Problem } from '@junheng/casework'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase, type KeptCase } from '../cases/case-rows.ts'
import { chineseDay } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import type { ClaimService } from './claim-service.ts'
import { findClaim } from './claim-rows.ts'
import { payeeFacts, type PayeeSaid } from './open-claim.ts'

export interface AccountGiven {
  /** Purpose `data-subject`, of the claim's case. */
  readonly access: Access
  readonly claimId: string
  /** Chosen by the page: sent again, it is one answer. */
  readonly id: string
  readonly person: string
  readonly payee: PayeeSaid
  readonly now: Temporal.Instant
}

export type AccountTaken =
  | { readonly ok: true; readonly repeated: boolean }
  | { readonly ok: false; readonly why: 'unknown-case' | 'refused'; readonly problems: readonly Problem[] }

/**
 * The family's word on where the money goes: it takes up an offer, or puts another account in the place of one that the
 * bank did not take.
 */
export function giveAccount({ casework }: ClaimService, given: AccountGiven): Promise<AccountTaken> {
  const { access, claimId, now } = given
  const { region } = access
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<AccountTaken> => {
      const claim = await findClaim(tx, casework, { region, id: claimId, lock: true })
      const kept = await findCase(tx, casework, { region, caseId: claimId, lock: true })
      if (claim === undefined || kept === undefined) return { ok: false, why: 'unknown-case', problems: [] }
      if (kept.state.actions.some(({ id }) => id === given.id)) return { ok: true, repeated: true }
      const action = actionFor(given, kept)
      const outcome = await decideAndRecord(tx, casework, { access, caseId: claimId, action, now, kept })
      if (!outcome.ok) return outcome
      if (claim.row.asked_account) {
        await tx.query('update payment.claim set asked_account = false where region = $1 and id = $2', [
          region,
          claimId,
        ])
      }
      return { ok: true, repeated: outcome.repeated }
    }),
  )
}

function actionFor({ id, person, payee, now }: AccountGiven, { state }: KeptCase): Action {
  const common = { id, on: chineseDay(now), by: { unit: 'family', person }, facts: payeeFacts(payee) } as const
  if (state.confirmedOn === null) return { kind: 'confirm', ...common }
  return state.items['payment']?.status === 'asked'
    ? { kind: 'provide', ...common, item: 'payment', papers: {} }
    : { kind: 'correct', ...common, words: '更正收款账户' }
}
