import type { Transaction } from '../database/statements.ts'
import { inForce, type Decision, type LookReason } from './claim-rows.ts'
import type { ClaimService } from './claim-service.ts'
import { done, isReason, refuse, shortestReason, type Deed, type DeedOutcome, type Taking } from './deed.ts'
import * as say from './decision-problems.ts'
import { recordDecision, ruleVersion } from './record-decision.ts'
import { sameDue, type RulesSay } from './rules-say.ts'
import { isNews, whatChanged } from './what-changed.ts'

/**
 * Asks the rules anew as of today. An officer takes what they say. The program alone takes it only where no money comes
 * back from the family; else, and where the rules cannot say, it asks people to look and holds further payments.
 */
export async function recompute(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  deed: Extract<Deed, { kind: 'recompute' }>,
): Promise<DeedOutcome> {
  const { claim, said, decisions } = taking
  const last = inForce(decisions)
  if (deed.alone === true) return recomputeAlone(tx, service, taking)
  if (claim.row.decided !== 'confirmed' || last === undefined) return refuse(say.notConfirmed)
  if (byPeople(last, said)) return refuse(say.decidedOtherwise)
  if (said.answer.status === 'incomplete') return refuse(say.missing(said.answer.missing.map(({ label }) => label)))
  if (said.unsettled !== null) return refuse(say.unsettled(said.unsettled.kind))
  if (!sameDue(last.due, said.due)) return adopt(tx, service, taking)
  await noteLooked(tx, taking, null)
  return { ok: true, repeated: false, what: 'nothing-changed' }
}

async function recomputeAlone(tx: Transaction, service: ClaimService, taking: Taking): Promise<DeedOutcome> {
  const { claim, decisions, said } = taking
  const last = inForce(decisions)
  const { decided, held_fen: held, on_way_fen: onWay } = claim.row
  if (last === undefined || (decided !== 'confirmed' && decided !== 'refused'))
    return { ok: true, repeated: false, what: 'nothing-changed' }
  const looked = decisions.findLast(({ kind }) => kind === 'kept') ?? last
  const look = whyLook(taking, { last, looked: looked.seq > last.seq ? looked : last, service })
  if (look !== null) {
    await noteLooked(tx, taking, look)
    return { ok: true, repeated: false, what: 'flagged' }
  }
  const unanswered = said.answer.status === 'incomplete' || said.unsettled !== null
  if (unanswered || decided === 'refused' || byPeople(last, said) || sameDue(last.due, said.due)) {
    await noteLooked(tx, taking, null)
    return { ok: true, repeated: false, what: 'nothing-changed' }
  }
  const fen = said.due.reduce((total, one) => total + one.fen, 0)
  if (fen >= held + onWay) return adopt(tx, service, taking)
  await noteLooked(tx, taking, 'comes-back')
  return { ok: true, repeated: false, what: 'flagged' }
}

/** Why the program cannot go on without people; null: it can. */
function whyLook(
  { claim, said }: Taking,
  { last, looked, service }: { readonly last: Decision; readonly looked: Decision; readonly service: ClaimService },
): LookReason | null {
  const { decided, region, benefit } = claim.row
  const version = ruleVersion(service.placeOf(region), benefit)
  const news = isNews(
    whatChanged({ said: looked.basis.said, ruleVersion: looked.ruleVersion }, { said, ruleVersion: version }),
  )
  const stillLooking = claim.row.look as LookReason | null
  if (decided === 'refused') {
    if (!news) return stillLooking
    return said.answer.status === 'eligible' && last.ground === 'not-entitled' ? 'now-due' : null
  }
  if (byPeople(last, said)) return news ? 'decided-by-people' : stillLooking
  // What people have looked at already is no news to them.
  if (looked.kind === 'kept' && !news) return null
  if (said.answer.status === 'incomplete') return 'facts-missing'
  return said.unsettled === null ? null : 'no-rule'
}

/** People looked at what changed, and what was decided stays. */
export async function keep(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  deed: Extract<Deed, { kind: 'keep' }>,
): Promise<DeedOutcome> {
  const { claim, decisions } = taking
  const last = inForce(decisions)
  if (claim.row.look === null || last === undefined) return refuse(say.nothingToLook)
  if (claim.row.look === 'comes-back') return refuse(say.rulesComeBack)
  if (!isReason(deed.reason)) return refuse(say.reasonToKeep(shortestReason))
  const { due, ground } = last
  await recordDecision(tx, service, taking, { kind: 'kept', due, ground, reason: deed.reason, deviates: false })
  return done
}

/** The amount is people's: another one than the rules', or one within a limit. */
function byPeople({ deviates }: Decision, { limitFen }: RulesSay): boolean {
  return deviates || limitFen !== null
}

async function adopt(tx: Transaction, service: ClaimService, taking: Taking): Promise<DeedOutcome> {
  const { due } = taking.said
  await recordDecision(tx, service, taking, { kind: 'recomputed', due, ground: null, reason: null, deviates: false })
  return done
}

export function noteLooked(
  tx: Transaction,
  { access, claimId, now }: Pick<Taking, 'access' | 'claimId' | 'now'>,
  look: LookReason | null,
): Promise<unknown> {
  return tx.query('update payment.claim set looked_at = $3, look = $4 where region = $1 and id = $2', [
    access.region,
    claimId,
    now.toString({ smallestUnit: 'microsecond' }),
    look,
  ])
}
