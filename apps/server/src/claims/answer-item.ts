import { family, type Action, type Procedure } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { decideAndRecord, type CaseOutcome } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay } from '../cases/casework.ts'
import type { ClaimService } from './claim-service.ts'
import type { DeedOutcome, Taking } from './deed.ts'

export type Moved = Extract<DeedOutcome, { ok: false }> | Extract<CaseOutcome, { ok: true }>

interface ItemAnswer {
  /** Null: whichever of the two checks is at work. */
  readonly item: 'first-check' | 'confirmation' | null
  readonly result: 'done' | 'refused'
  readonly ground?: string | null
  readonly fen?: number
}

/** Answers an item of the claim's case, as its unit. */
export async function answerItem(
  tx: Transaction,
  { casework }: ClaimService,
  { access, claimId, deed, now }: Taking,
  { item: wanted, result, ground = null, fen = 0 }: ItemAnswer,
): Promise<Moved> {
  const kept = await findCase(tx, casework, { region: access.region, caseId: claimId, lock: true })
  if (kept === undefined) return { ok: false, why: 'unknown-case', problems: [] }
  const { procedure, state } = kept
  const id = wanted ?? (state.items['first-check']?.status === 'working' ? 'first-check' : 'confirmation')
  const item = procedure.items.find((one) => one.id === id)
  const action: Action = {
    kind: 'answer',
    id: `${deed.id}/${id}`,
    on: chineseDay(now),
    by: { unit: item?.unit ?? family, person: access.actor },
    item: id,
    result,
    outputs: result === 'done' && produces(procedure, id) ? { 'claim.amount': fen / 100 } : {},
    ground,
    pause: null,
    words: null,
  }
  return decideAndRecord(tx, casework, { access, caseId: claimId, action, now, kept })
}

/** Opens settled items of the claim's case again, as its lead. */
export async function reopenItems(
  tx: Transaction,
  { casework }: ClaimService,
  { access, claimId, deed, now }: Taking,
  { items, words }: { readonly items: readonly string[]; readonly words: string },
): Promise<Moved> {
  const kept = await findCase(tx, casework, { region: access.region, caseId: claimId, lock: true })
  if (kept === undefined) return { ok: false, why: 'unknown-case', problems: [] }
  const by = { unit: kept.procedure.lead, person: access.actor }
  const action: Action = {
    kind: 'reopen',
    id: `${deed.id}/reopen/${items.join('+')}`,
    on: chineseDay(now),
    by,
    items,
    words,
  }
  return decideAndRecord(tx, casework, { access, caseId: claimId, action, now, kept })
}

function produces({ items }: Procedure, id: string): boolean {
  return items.find((item) => item.id === id)?.produces.includes('claim.amount') ?? false
}
