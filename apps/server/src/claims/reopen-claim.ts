import type { Action } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase, type KeptCase } from '../cases/case-rows.ts'
import { chineseDay } from '../cases/casework.ts'
import { answerItem, reopenItems, type Moved } from './answer-item.ts'
import { inForce } from './claim-rows.ts'
import type { ClaimService } from './claim-service.ts'
import { done, isReason, refuse, shortestReason, type Deed, type DeedOutcome, type Taking } from './deed.ts'
import * as say from './decision-problems.ts'
import { recordDecision } from './record-decision.ts'

/**
 * Takes a decided claim up anew. What was decided stays in force until it is decided again, and nothing is paid meanwhile;
 * so not while money is with the bank, whose answer must find the payment as it was ordered.
 */
export async function reopen(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  { reason }: Extract<Deed, { kind: 'reopen' }>,
): Promise<DeedOutcome> {
  if (!isReason(reason)) return refuse(say.reasonToReopen(shortestReason))
  const stands = await whatStands(tx, service, taking)
  if (!stands.ok) return stands
  const moved = await reopenItems(tx, service, taking, { items: [stands.item], words: reason })
  return moved.ok ? takeUp(tx, service, taking, { item: stands.item, reason }) : moved
}

/** Answers a family's objection: upheld, the claim is open again; else what was decided stays, with the words why. */
export async function answerObjection(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  { objection: id, upheld, words }: Extract<Deed, { kind: 'objection' }>,
): Promise<DeedOutcome> {
  const { access, claimId, decisions, deed, now } = taking
  if (!isReason(words)) return refuse(say.wordsForFamily(shortestReason))
  const last = inForce(decisions)
  if (last?.actor === access.actor) return refuse(say.ownDecision)
  const stands = await whatStands(tx, service, taking)
  if (!stands.ok) return stands
  const { kept } = stands
  const objection = kept.state.objections.find((one) => one.id === id && one.decision === null)
  if (objection === undefined) return refuse(say.noSuchObjection)
  const action: Action = {
    kind: 'decide-objection',
    id: `${deed.id}/objection`,
    on: chineseDay(now),
    by: { unit: kept.procedure.objection?.by ?? kept.procedure.lead, person: access.actor },
    objection: id,
    upheld,
    words,
  }
  const moved = await decideAndRecord(tx, service.casework, { access, caseId: claimId, action, now, kept })
  if (!moved.ok) return moved
  if (upheld) return takeUp(tx, service, taking, { item: objection.item ?? stands.item, reason: words })
  const due = last?.due ?? []
  const ground = last?.ground ?? null
  await recordDecision(tx, service, taking, { kind: 'objection-denied', due, ground, reason: words, deviates: false })
  return done
}

type Stands =
  | { readonly ok: true; readonly kept: KeptCase; readonly item: string }
  | Extract<DeedOutcome, { ok: false }>

/** The item that the decision in force answered. */
async function whatStands(tx: Transaction, { casework }: ClaimService, taking: Taking): Promise<Stands> {
  const { access, claimId, claim } = taking
  const { decided, on_way_fen: onWay } = claim.row
  if (decided !== 'confirmed' && decided !== 'refused') return refuse(say.notDecided)
  if (onWay > 0) return refuse(say.atTheBank)
  const kept = await findCase(tx, casework, { region: access.region, caseId: claimId, lock: true })
  if (kept === undefined) return { ok: false, why: 'unknown-case', problems: [] }
  if (kept.state.closed !== null) return refuse(say.closed)
  const item = decidedItem(kept)
  return item === null ? refuse(say.notDecided) : { ok: true, kept, item }
}

/** The check that was refused, else the confirmation; null: neither has been answered. */
export function decidedItem({ state: { items } }: Pick<KeptCase, 'state'>): string | null {
  if (items['first-check']?.status === 'refused') return 'first-check'
  return items['confirmation']?.answer === null ? null : 'confirmation'
}

/** The claim waits for a decision again; a refusal of the township is the county's to decide now. */
async function takeUp(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  { item, reason }: { readonly item: string; readonly reason: string },
): Promise<DeedOutcome> {
  const moved: Moved | null =
    item === 'first-check' ? await answerItem(tx, service, taking, { item: 'first-check', result: 'done' }) : null
  if (moved !== null && !moved.ok) return moved
  await recordDecision(tx, service, taking, { kind: 'reopened', due: [], ground: null, reason, deviates: false })
  return done
}
