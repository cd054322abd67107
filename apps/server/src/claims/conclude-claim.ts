import type { Problem } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { findCase } from '../cases/case-rows.ts'
import { answerItem, reopenItems } from './answer-item.ts'
import type { ClaimService } from './claim-service.ts'
import { done, isReason, refuse, shortestReason, type Deed, type DeedOutcome, type Taking } from './deed.ts'
import * as say from './decision-problems.ts'
import { recordDecision } from './record-decision.ts'
import type { DuePeriod } from './rules-say.ts'

type Granted = { readonly due: readonly DuePeriod[]; readonly deviates: boolean } | { readonly problem: Problem }

/** Grants what the rules say at once; another amount, or anything where money was paid before, waits for a second person. */
export async function confirm(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  deed: Extract<Deed, { kind: 'confirm' }>,
): Promise<DeedOutcome> {
  const granted = grant(taking, deed)
  if ('problem' in granted) return refuse(granted.problem)
  return granted.deviates || wasPaid(taking)
    ? propose(tx, service, taking, { ...granted, wants: 'confirmed', ground: null, reason: deed.reason })
    : conclude(tx, service, taking, { ...granted, kind: 'confirmed', ground: null, reason: deed.reason })
}

/** Refuses; where the rules do not say so, or money was paid before, it waits for a second person. */
export async function turnDown(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  deed: Extract<Deed, { kind: 'refuse' }>,
): Promise<DeedOutcome> {
  const refusal = { due: [], ground: deed.ground, reason: deed.reason }
  // What cannot be decided for want of facts is asked for, not refused for the family's silence alone.
  const { answer, due } = taking.said
  const deviates = deed.ground === 'not-entitled' && (answer.status !== 'ineligible' || due.length > 0)
  return deviates || wasPaid(taking)
    ? propose(tx, service, taking, { ...refusal, deviates, wants: 'refused' })
    : conclude(tx, service, taking, { ...refusal, kind: 'refused', deviates: false })
}

/** The second person's word on a proposal; never the proposer's own. */
export async function second(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  agree: boolean,
): Promise<DeedOutcome> {
  const { decisions, claim, access } = taking
  const proposal = decisions.at(-1)
  if (claim.row.decided !== 'proposed' || proposal?.kind !== 'proposed' || proposal.basis.wants === null)
    return refuse(say.nothingProposed)
  if (proposal.actor === access.actor) return refuse(say.samePerson)
  const { due, ground, deviates, actor: proposer, basis } = proposal
  const same = { due, ground, reason: basis.reason, deviates, proposer }
  if (agree) return conclude(tx, service, taking, { ...same, kind: proposal.basis.wants })
  await recordDecision(tx, service, taking, { ...same, kind: 'declined' })
  return done
}

/** Money has reached the family, or is with the bank. */
function wasPaid({ claim: { row } }: Taking): boolean {
  return row.held_fen + row.on_way_fen > 0
}

/** What is granted, and whether the rules say otherwise. */
function grant({ said, claim }: Taking, { amountFen }: Extract<Deed, { kind: 'confirm' }>): Granted {
  const { status, missing } = said.answer
  const period = claim.row.period
  if (status === 'incomplete') return { problem: say.missing(missing.map(({ label }) => label)) }
  if (said.limitFen !== null && status === 'eligible') {
    if (amountFen === null) return { problem: say.amountNeeded(said.limitFen) }
    return { due: [{ period, fen: amountFen }], deviates: amountFen > said.limitFen }
  }
  const byRules = said.due.reduce((total, { fen }) => total + fen, 0)
  if (amountFen === null) {
    if (said.unsettled !== null) return { problem: say.unsettled(said.unsettled.kind) }
    // Not due today, yet it may have been until an earlier day of the period: until the third birthday, say.
    if (byRules === 0) return { problem: say.amountForDeviation }
    return { due: said.due, deviates: false }
  }
  return amountFen === byRules
    ? { due: said.due, deviates: false }
    : { due: [{ period, fen: amountFen }], deviates: true }
}

interface Proposal {
  readonly due: readonly DuePeriod[]
  readonly wants: 'confirmed' | 'refused'
  readonly deviates: boolean
  readonly ground: string | null
  readonly reason: string | null
}

async function propose(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  { due, wants, deviates, ground, reason }: Proposal,
): Promise<DeedOutcome> {
  if (!isReason(reason))
    return refuse(deviates ? say.reasonNeeded(shortestReason) : say.reasonAfterPayment(shortestReason))
  const kept = await findCase(tx, service.casework, { region: taking.access.region, caseId: taking.claimId })
  if (kept?.state.items['confirmation']?.status !== 'working') return refuse(say.notYet)
  // Said now, to whoever proposes; not to the second person, who could do nothing about it.
  const grounds = kept.procedure.items.find(({ id }) => id === 'confirmation')?.refusals ?? []
  if (ground !== null && !grounds.some(({ id }) => id === ground)) return refuse(say.noSuchGround(grounds))
  await recordDecision(tx, service, taking, { kind: 'proposed', due, ground, reason, deviates, wants })
  return { ok: true, repeated: false, what: 'needs-second' }
}

interface Conclusion {
  readonly kind: 'confirmed' | 'refused'
  readonly due: readonly DuePeriod[]
  readonly deviates: boolean
  readonly ground: string | null
  readonly reason: string | null
  readonly proposer?: string
}

async function conclude(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  conclusion: Conclusion,
): Promise<DeedOutcome> {
  const fen = conclusion.due.reduce((total, one) => total + one.fen, 0)
  const again = await payAgain(tx, service, taking, fen)
  if (again !== null) return again
  const moved = await answerItem(tx, service, taking, {
    item: conclusion.kind === 'refused' ? null : 'confirmation',
    result: conclusion.kind === 'refused' ? 'refused' : 'done',
    ground: conclusion.ground,
    fen,
  })
  if (!moved.ok) return moved
  await recordDecision(tx, service, taking, { ...conclusion, afterPayment: wasPaid(taking) })
  return done
}

/** Arrears of a claim that was paid once are paid as a step of their own. Null: nothing stands against it. */
async function payAgain(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  fen: number,
): Promise<Extract<DeedOutcome, { ok: false }> | null> {
  const { access, claimId, claim } = taking
  if (fen <= claim.row.held_fen) return null
  const kept = await findCase(tx, service.casework, { region: access.region, caseId: claimId })
  if (kept?.state.items['payment']?.status !== 'done') return null
  const moved = await reopenItems(tx, service, taking, { items: ['payment'], words: '补发' })
  return moved.ok ? null : moved
}
