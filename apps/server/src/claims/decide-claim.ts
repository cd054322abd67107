import { family, type Action, type Problem, type Procedure } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { decideAndRecord, type CaseOutcome } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import { findClaim, loadDecisions, type Decision, type KeptClaim } from './claim-rows.ts'
import { findClaimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { askNow, lookAround } from './look-at-claim.ts'
import { recordDecision } from './record-decision.ts'
import { sameDue, type DuePeriod, type RulesSay } from './rules-say.ts'
import * as say from './decision-problems.ts'

/** What an officer sends. `id`: chosen by the page; sent again, it is one decision. */
export type Deed =
  | { readonly kind: 'check'; readonly id: string }
  | { readonly kind: 'confirm'; readonly id: string; readonly amountFen: number | null; readonly reason: string | null }
  | { readonly kind: 'refuse'; readonly id: string; readonly ground: string; readonly reason: string | null }
  | { readonly kind: 'second'; readonly id: string; readonly agree: boolean }
  | { readonly kind: 'recompute'; readonly id: string }

export type DeedOutcome =
  | { readonly ok: true; readonly repeated: boolean; readonly what: 'done' | 'needs-second' | 'nothing-changed' }
  | { readonly ok: false; readonly why: 'unknown-case' | 'refused'; readonly problems: readonly Problem[] }

export interface DeedOptions {
  /** Purpose `casework`, of the officer. */
  readonly access: Access
  readonly claimId: string
  readonly deed: Deed
  readonly now: Temporal.Instant
}

const shortestReason = 10

/**
 * Takes a decision on a claim: the rules are asked first, by all that is known now, and what they said is kept with it.
 * To decide otherwise needs a reason and a second person. All in one transaction, once for each id.
 */
export async function decideClaim(service: ClaimService, options: DeedOptions): Promise<DeedOutcome> {
  const { access, claimId, now } = options
  const { casework } = service
  const seen = await withAccess(casework.register, { access, births: true }, (tx) =>
    findClaim(tx, casework, { region: access.region, id: claimId }),
  )
  if (seen === undefined) return { ok: false, why: 'unknown-case', problems: [] }
  const asked = await askAbout(service, seen, chineseDay(now))
  if (!asked.ok) return { ok: false, why: 'refused', problems: asked.problems }
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<DeedOutcome> => {
      const claim = await findClaim(tx, casework, { region: access.region, id: claimId, lock: true })
      if (claim === undefined) return { ok: false, why: 'unknown-case', problems: [] }
      const decisions = await loadDecisions(tx, casework, { region: access.region, id: claimId })
      if (decisions.some(({ id }) => id === options.deed.id)) return { ok: true, repeated: true, what: 'done' }
      return take(tx, service, { ...options, claim, decisions, said: asked.said })
    }),
  )
}

/** The rules' answer to a claim as of a day, by what is known now. */
export async function askAbout(service: ClaimService, { row, stated }: KeptClaim, on: string) {
  const { region, subject, benefit, id } = row
  const place = service.placeOf(region)
  const found = place === undefined ? undefined : findClaimable(place, benefit)
  if (found?.ok !== true) throw new Error(`the benefit ${benefit} is in no pack of ${region} any more`)
  const looked = await lookAround(service, { region, subject, claim: id })
  return askNow(service, { claimable: found.claimable, claim: { ...row, openedOn: row.opened_on }, looked, stated, on })
}

export interface Taking extends DeedOptions {
  readonly claim: KeptClaim
  readonly decisions: readonly Decision[]
  readonly said: RulesSay
}

async function take(tx: Transaction, service: ClaimService, taking: Taking): Promise<DeedOutcome> {
  const { deed, claim, said, decisions } = taking
  const { decided } = claim.row
  switch (deed.kind) {
    case 'check': {
      if (decided !== 'no') return refuse(say.alreadyDecided)
      const moved = await answerItem(tx, service, taking, { item: 'first-check', result: 'done' })
      if (!moved.ok) return moved
      await recordDecision(tx, service, taking, {
        kind: 'checked',
        due: [],
        ground: null,
        reason: null,
        deviates: false,
      })
      return done
    }
    case 'confirm': {
      if (decided !== 'no') return refuse(say.alreadyDecided)
      const granted = grant(taking, deed)
      if ('problem' in granted) return refuse(granted.problem)
      return granted.deviates
        ? propose(tx, service, taking, { ...granted, wants: 'confirmed', ground: null, reason: deed.reason })
        : conclude(tx, service, taking, { ...granted, kind: 'confirmed', ground: null, reason: deed.reason })
    }
    case 'refuse': {
      if (decided !== 'no') return refuse(say.alreadyDecided)
      const refusal = { due: [], ground: deed.ground, reason: deed.reason }
      // What cannot be decided for want of facts is asked for, not refused for the family's silence alone.
      const deviates = deed.ground === 'not-entitled' && said.answer.status !== 'ineligible'
      return deviates
        ? propose(tx, service, taking, { ...refusal, wants: 'refused' })
        : conclude(tx, service, taking, { ...refusal, kind: 'refused', deviates: false })
    }
    case 'second':
      return second(tx, service, taking, deed.agree)
    case 'recompute':
      return recompute(tx, service, taking, decisions)
  }
}

type Granted = { readonly due: readonly DuePeriod[]; readonly deviates: boolean } | { readonly problem: Problem }

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
    if (status === 'ineligible') return { problem: say.amountForDeviation }
    return { due: said.due, deviates: false }
  }
  return amountFen === byRules && status === 'eligible'
    ? { due: said.due, deviates: false }
    : { due: [{ period, fen: amountFen }], deviates: true }
}

interface Proposal {
  readonly due: readonly DuePeriod[]
  readonly wants: 'confirmed' | 'refused'
  readonly ground: string | null
  readonly reason: string | null
}

async function propose(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  { due, wants, ground, reason }: Proposal,
): Promise<DeedOutcome> {
  if (reason === null || reason.trim().length < shortestReason) return refuse(say.reasonNeeded(shortestReason))
  const kept = await findCase(tx, service.casework, { region: taking.access.region, caseId: taking.claimId })
  if (kept?.state.items['confirmation']?.status !== 'working') return refuse(say.notYet)
  await recordDecision(tx, service, taking, { kind: 'proposed', due, ground, reason, deviates: true, wants })
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
  const moved = await answerItem(tx, service, taking, {
    item: conclusion.kind === 'refused' ? null : 'confirmation',
    result: conclusion.kind === 'refused' ? 'refused' : 'done',
    ground: conclusion.ground,
    fen,
  })
  if (!moved.ok) return moved
  await recordDecision(tx, service, taking, conclusion)
  return done
}

async function second(tx: Transaction, service: ClaimService, taking: Taking, agree: boolean): Promise<DeedOutcome> {
  const { decisions, claim, access } = taking
  const proposal = decisions.at(-1)
  if (claim.row.decided !== 'proposed' || proposal?.kind !== 'proposed' || proposal.basis.wants === null)
    return refuse(say.nothingProposed)
  if (proposal.actor === access.actor) return refuse(say.samePerson)
  const { due, ground, actor: proposer, basis } = proposal
  const same = { due, ground, reason: basis.reason, deviates: true, proposer }
  if (agree) return conclude(tx, service, taking, { ...same, kind: proposal.basis.wants })
  await recordDecision(tx, service, taking, { ...same, kind: 'declined' })
  return done
}

async function recompute(
  tx: Transaction,
  service: ClaimService,
  taking: Taking,
  decisions: readonly Decision[],
): Promise<DeedOutcome> {
  const { claim, said } = taking
  const last = decisions.findLast(({ kind }) => kind === 'confirmed' || kind === 'recomputed')
  if (claim.row.decided !== 'confirmed' || last === undefined) return refuse(say.notConfirmed)
  if (last.deviates || said.limitFen !== null) return refuse(say.decidedOtherwise)
  if (said.answer.status === 'incomplete') return refuse(say.missing(said.answer.missing.map(({ label }) => label)))
  if (said.unsettled !== null) return refuse(say.unsettled(said.unsettled.kind))
  if (sameDue(last.due, said.due)) return { ok: true, repeated: false, what: 'nothing-changed' }
  await recordDecision(tx, service, taking, {
    kind: 'recomputed',
    due: said.due,
    ground: null,
    reason: null,
    deviates: false,
  })
  return done
}

interface ItemAnswer {
  /** Null: whichever of the two checks is at work. */
  readonly item: 'first-check' | 'confirmation' | null
  readonly result: 'done' | 'refused'
  readonly ground?: string | null
  readonly fen?: number
}

/** Answers an item of the case, as its unit. */
async function answerItem(
  tx: Transaction,
  { casework }: ClaimService,
  { access, claimId, deed, now }: Taking,
  { item: wanted, result, ground = null, fen = 0 }: ItemAnswer,
): Promise<Extract<DeedOutcome, { ok: false }> | Extract<CaseOutcome, { ok: true }>> {
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

function produces({ items }: Procedure, id: string): boolean {
  return items.find((item) => item.id === id)?.produces.includes('claim.amount') ?? false
}

const done = { ok: true, repeated: false, what: 'done' } as const

function refuse(problem: Problem): DeedOutcome {
  return { ok: false, why: 'refused', problems: [problem] }
}
