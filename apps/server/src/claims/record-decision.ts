import type { Place } from '@junheng/entitlements'
import type { Transaction } from '../database/statements.ts'
import { auditWrite } from '../register/audit-write.ts'
import type { ClaimService } from './claim-service.ts'
import { sealBasis, type DecisionKind } from './claim-rows.ts'
import type { Taking } from './decide-claim.ts'
import type { DuePeriod } from './rules-say.ts'

export interface Deciding {
  readonly kind: DecisionKind
  readonly due: readonly DuePeriod[]
  readonly ground: string | null
  readonly reason: string | null
  readonly deviates: boolean
  /** What a proposal asks for. */
  readonly wants?: 'confirmed' | 'refused'
  /** Whoever proposed it, where this is the second person's word. */
  readonly proposer?: string
}

/** Writes a decision with what it stood on, and what is due from now on; the claim is locked already. */
export async function recordDecision(
  tx: Transaction,
  { casework, placeOf }: ClaimService,
  { access, claim, said, deed, now }: Taking,
  deciding: Deciding,
): Promise<void> {
  const { region, id, decisions, people, decided, due_fen: before } = claim.row
  const { kind, due, ground, reason, deviates, wants = null, proposer } = deciding
  const seq = decisions + 1
  const concludes = kind === 'confirmed' || kind === 'refused' || kind === 'recomputed'
  const dueFen = concludes ? due.reduce((total, { fen }) => total + fen, 0) : before
  await tx.query(
    `insert into payment.decision (region, claim, seq, id, kind, as_of, rules, rule_version, deviates, due, ground, actor,
       second, people, decided_at, basis)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
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
      now.toString({ smallestUnit: 'microsecond' }),
      sealBasis(casework, { region, id, seq }, { said, reason, wants }),
    ],
  )
  await tx.query('update payment.claim set decided = $3, decisions = $4, due_fen = $5 where region = $1 and id = $2', [
    region,
    id,
    nextStage(kind, decided),
    seq,
    dueFen,
  ])
  auditWrite(tx, {
    access,
    kind: 'claim-decided',
    subject: claim.row.subject,
    detail: { claim: id, kind, benefit: claim.row.benefit, rules: said.answer.status, deviates, fen: dueFen },
  })
}

function nextStage(kind: DecisionKind, before: string): string {
  if (kind === 'proposed' || kind === 'confirmed' || kind === 'refused') return kind
  return kind === 'declined' ? 'no' : before
}

/** The document and clause a benefit's rule is of, and the day from which it holds. */
function ruleVersion(place: Place | undefined, benefit: string): string {
  const found = place?.benefits.find(({ id }) => id === benefit)
  if (found === undefined) return benefit
  return `${found.pack}/${found.id}@${found.inForce.from ?? '-'} ${found.source.document} ${found.source.clause}`
}
