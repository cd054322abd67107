import type { Place } from '@junheng/entitlements'
import type { Transaction } from '../database/statements.ts'
import { postMessage } from '../register/action-rows.ts'
import { auditWrite } from '../register/audit-write.ts'
import { newId } from '../register/new-id.ts'
import type { ClaimService } from './claim-service.ts'
import { inForce, sealBasis, type DecisionKind } from './claim-rows.ts'
import type { Taking } from './deed.ts'
import type { DuePeriod } from './rules-say.ts'

export interface Deciding {
  readonly kind: DecisionKind
  readonly due: readonly DuePeriod[]
  readonly ground: string | null
  readonly reason: string | null
  readonly deviates: boolean
  /** Money had been paid: the second person is needed whatever the rules say. */
  readonly afterPayment?: boolean
  /** What a proposal asks for. */
  readonly wants?: 'confirmed' | 'refused'
  /** Whoever proposed it, where this is the second person's word. */
  readonly proposer?: string
}

/** Writes a decision with what it stood on, and what is due from now on; the claim is locked already. */
export async function recordDecision(
  tx: Transaction,
  { casework, placeOf }: ClaimService,
  taking: Taking,
  deciding: Deciding,
): Promise<void> {
  const { access, claim, said, deed, now } = taking
  const { region, id, decisions, people, decided, due_fen: before } = claim.row
  const { kind, due, ground, reason, deviates, afterPayment = false, wants = null, proposer } = deciding
  const seq = decisions + 1
  const at = now.toString({ smallestUnit: 'microsecond' })
  const concludes = kind === 'confirmed' || kind === 'refused' || kind === 'recomputed'
  const dueFen = concludes ? due.reduce((total, { fen }) => total + fen, 0) : before
  await tx.query(
    `insert into payment.decision (region, claim, seq, id, kind, as_of, rules, rule_version, deviates, due, ground, actor,
       second, people, decided_at, basis, after_payment)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      region,
      id,
      seq,
      deed.id,
      kind,
      said.asOf,
      said.answer.status,
      ruleVersion(placeOf(region), claim.row.benefit),
      deviates,
      JSON.stringify(due),
      ground,
      proposer ?? access.actor,
      proposer === undefined ? null : access.actor,
      people,
      at,
      sealBasis(casework, { region, id, seq }, { said, reason, wants }),
      afterPayment,
    ],
  )
  // Whoever decides has looked: nothing waits for people any more.
  await tx.query(
    `update payment.claim set decided = $3, decisions = $4, due_fen = $5, looked_at = $6, look = null
     where region = $1 and id = $2`,
    [region, id, nextStage(kind, { before: decided, again: hasEnded(taking.decisions) }), seq, dueFen, at],
  )
  // Families are told, once, that money has to come back.
  if (dueFen < claim.row.held_fen && before >= claim.row.held_fen) {
    postMessage(tx, { region, id: newId(now), topic: 'claim', body: { case: id, step: 'comes-back' }, at })
  }
  auditWrite(tx, {
    access,
    kind: 'claim-decided',
    subject: claim.row.subject,
    detail: { claim: id, kind, benefit: claim.row.benefit, rules: said.answer.status, deviates, fen: dueFen },
  })
}

function nextStage(
  kind: DecisionKind,
  { before, again }: { readonly before: string; readonly again: boolean },
): string {
  if (kind === 'proposed' || kind === 'confirmed' || kind === 'refused') return kind
  if (kind === 'reopened') return 'again'
  return kind === 'declined' ? (again ? 'again' : 'no') : before
}

/** It had been decided before: a proposal that is declined leaves it to be decided again. */
function hasEnded(decisions: Taking['decisions']): boolean {
  return inForce(decisions) !== undefined
}

/** The document and clause a benefit's rule is of, and the day from which it holds. */
export function ruleVersion(place: Place | undefined, benefit: string): string {
  const found = place?.benefits.find(({ id }) => id === benefit)
  if (found === undefined) return benefit
  return `${found.pack}/${found.id}@${found.inForce.from ?? '-'} ${found.source.document} ${found.source.clause}`
}
