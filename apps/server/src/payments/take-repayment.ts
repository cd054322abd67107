import type { Problem } from '@junheng/casework'
import { formatYuan } from '@junheng/kernel'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { findClaim, inForce, loadDecisions } from '../claims/claim-rows.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import { loadMovements, settle } from './moved.ts'

export interface Repayment {
  readonly access: Access
  readonly claim: string
  /** Chosen by the sender: sent again, it is one repayment. */
  readonly id: string
  readonly fen: number
  /** ISO day the money arrived. */
  readonly on: string
  /** The receipt or transfer it was. */
  readonly words: string
  readonly now: Temporal.Instant
}

export type RepaymentOutcome =
  | { readonly ok: true; readonly repeated: boolean }
  | { readonly ok: false; readonly why: 'unknown-case' | 'refused'; readonly problems: readonly Problem[] }

/** Enters money that the family gave back, period by period, oldest first; never more than is to come back. */
export function takeRepayment(casework: Casework, repayment: Repayment): Promise<RepaymentOutcome> {
  const { access, claim: id, fen, on, words, now } = repayment
  const { region, actor } = access
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<RepaymentOutcome> => {
      const claim = await findClaim(tx, casework, { region, id, lock: true })
      if (claim === undefined) return { ok: false, why: 'unknown-case', problems: [] }
      const [seen] = await tx.query(`select id from payment.ledger where region = $1 and id = $2`, [
        region,
        repayment.id,
      ])
      if (seen !== undefined) return { ok: true, repeated: true }
      if (on > chineseDay(now)) return refuse('on', 'in-the-future', '日期在今天以后', 'The day is in the future')
      const due = inForce(await loadDecisions(tx, casework, { region, id }))?.due ?? []
      const { toRecoverFen, lines } = settle({
        claim: id,
        asOf: on,
        due,
        movements: await loadMovements(tx, { region, claims: [id] }),
      })
      if (fen > toRecoverFen) {
        const most = formatYuan(toRecoverFen)
        return refuse('amountFen', 'more-than-owed', `要退回的只有 ${most} 元`, `Only ${most} yuan is to come back`)
      }
      let left = fen
      const entries = lines.flatMap(({ period, fen: own }) => {
        const part = own < 0 ? Math.min(0 - own, left) : 0
        left -= part
        return part === 0 ? [] : [{ period, fen: 0 - part }]
      })
      for (const [at, entry] of entries.entries()) {
        await tx.query(
          `insert into payment.ledger (region, id, claim, people, kind, period, fen, moved_on, actor, recorded_at, words)
           values ($1, case when $2 = 0 then $3::uuid else gen_random_uuid() end, $4, $5, 'repayment', $6, $7, $8, $9, $10, $11)`,
          [region, at, repayment.id, id, claim.row.people, entry.period, entry.fen, on, actor, now.toString(), words],
        )
      }
      await tx.query('update payment.claim set held_fen = held_fen - $3 where region = $1 and id = $2', [
        region,
        id,
        fen,
      ])
      auditWrite(tx, { access, kind: 'repaid', subject: claim.row.subject, detail: { claim: id, fen } })
      return { ok: true, repeated: false }
    }),
  )
}

function refuse(path: string, code: string, zh: string, en: string): RepaymentOutcome {
  return { ok: false, why: 'refused', problems: [{ path, code, message: { zh, en } }] }
}
