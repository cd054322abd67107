import type { Settlement } from '@junheng/casework'
import type { Place } from '@junheng/entitlements'
import { fromDayNumber } from '@junheng/kernel'
import { programActor } from '../cases/programs.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { findCase, type KeptCase } from '../cases/case-rows.ts'
import { loadMovements, settle, type LedgerRow, type LineRow } from '../payments/moved.ts'
import type { ClaimService } from './claim-service.ts'
import { findClaim, inForce, loadDecisions, type Decision, type KeptClaim } from './claim-rows.ts'
import { askAbout } from './decide-claim.ts'
import { labelOf } from './list-claims.ts'
import { changedWords, lookText } from './changed-words.ts'
import { ruleVersion } from './record-decision.ts'
import { decidedItem } from './reopen-claim.ts'
import { sameDue, type RulesSay } from './rules-say.ts'
import { whatChanged } from './what-changed.ts'
import { stageSql, stageWords, type Stage } from './stages.ts'

/**
 * One claim as one page: what the rules say today and why, what was decided on what, what was paid, what is still to pay or
 * to come back. Undefined where this access sees none of that id; either way the reading is on the chain.
 */
export async function readClaim(
  service: ClaimService,
  { access, claimId, on }: { readonly access: Access; readonly claimId: string; readonly on: string },
) {
  const { casework } = service
  const { region } = access
  const read = await withAccess(casework.register, { access, births: true }, async (tx) => {
    const claim = await findClaim(tx, casework, { region, id: claimId })
    const subject = claim?.row.subject ?? null
    const kind = claim === undefined ? 'read-missing' : 'read-claim'
    auditRead(tx, { access, kind, subject, detail: { claim: claimId } })
    const kept = claim === undefined ? undefined : await findCase(tx, casework, { region, caseId: claimId })
    if (claim === undefined || kept === undefined) return undefined
    const [row] = await tx.query<{ stage: Stage; name: string | null }>(
      `select ${stageSql} as stage, r.name from payment.claim p
       join casework.case_row c on c.region = p.region and c.id = p.id
       left join register.person r on r.region = p.region and r.id = p.subject
       where p.region = $1 and c.region = $1 and p.id = $2`,
      [region, claimId],
    )
    return {
      claim,
      kept,
      stage: row?.stage ?? 'ended',
      name: row?.name ?? null,
      decisions: await loadDecisions(tx, casework, { region, id: claimId }),
      movements: await loadMovements(tx, { region, claims: [claimId] }),
      ledger: await tx.query<LedgerRow>(
        'select * from payment.ledger where region = $1 and claim = $2 order by moved_on, recorded_at, period',
        [region, claimId],
      ),
      lines: await tx.query<LineRow & { readonly number: string }>(
        `select l.*, b.number from payment.batch_line l left join payment.batch b on b.region = l.region and b.id = l.batch
         where l.region = $1 and l.claim = $2 and l.state <> 'given-up' order by l.batch`,
        [region, claimId],
      ),
    }
  })
  if (read === undefined) return undefined
  const { claim, decisions } = read
  const asked = await askAbout(service, claim, on)
  const place = service.placeOf(region)
  const version = ruleVersion(place, claim.row.benefit)
  const due = inForce(decisions)?.due ?? []
  const where = { claim: claimId, asOf: on, movements: read.movements }
  const settlement = settle({ ...where, due })
  return {
    id: claimId,
    number: read.kept.row.number,
    benefit: { id: claim.row.benefit, label: labelOf(service, region, claim.row.benefit) },
    about: { id: claim.row.subject, name: read.name },
    period: claim.row.period,
    origin: claim.row.origin,
    openedOn: claim.row.opened_on,
    stage: read.stage,
    stageWords: stageWords[read.stage],
    account: accountOf(read.kept),
    asksAccount: claim.row.asked_account,
    rules: asked.ok ? rulesOf(asked.said, place) : null,
    problems: asked.ok ? [] : asked.problems,
    look: lookText(claim.row.look),
    changed: asked.ok ? changedSince(decisions, { said: asked.said, version, place }) : [],
    wouldBe:
      asked.ok && asked.said.limitFen === null ? moneyOf(claim, settle({ ...where, due: asked.said.due })) : null,
    objections: objectionsOf(read.kept),
    mayObject: mayObject(read.kept),
    /** Money that the rules give today differs from what was decided: to be computed anew. */
    outdated: asked.ok && isOutdated(claim, { decisions, said: asked.said }),
    money: moneyOf(claim, settlement),
    decisions: decisions.map((decision) => decisionOf(decision, { decisions, place })),
    movements: read.ledger.map(({ kind, period, fen, moved_on: movedOn, words }) => ({
      kind,
      period,
      fen,
      on: movedOn,
      words,
    })),
    payments: read.lines.map(({ number, line, fen, state, answered_on: answeredOn, reason }) => ({
      batch: number,
      line,
      fen,
      state,
      on: answeredOn,
      reason,
    })),
  }
}

function rulesOf({ answer, asOf, due, limitFen, unsettled, facts }: RulesSay, place: Place | undefined) {
  const labels = new Map(place?.facts.map(({ name, label }) => [name, label]))
  return {
    asOf,
    status: answer.status,
    statusLabel: answer.statusLabel,
    amountText: answer.amountText,
    // What to do next is for whoever has not claimed yet.
    reason: answer.why ?? answer.reason,
    source: answer.source,
    conditions: answer.conditions.map(({ id, status, sentence, source }) => ({ id, status, sentence, source })),
    missing: answer.missing.map(({ fact, label, question }) => ({ fact, label, question })),
    due,
    limitFen,
    unsettled: unsettled === null ? null : { kind: unsettled.kind, on: unsettled.on as string },
    facts: Object.entries(facts).map(([fact, { value, source }]) => ({
      fact,
      label: labels.get(fact) ?? { zh: fact, en: fact },
      value,
      source,
    })),
  }
}

/** Money as it stands, or as it would with other amounts due. */
function moneyOf({ row }: KeptClaim, { dueFen, toPayFen, toRecoverFen, lines }: Settlement) {
  return { dueFen, heldFen: row.held_fen, onWayFen: row.on_way_fen, toPayFen, toRecoverFen, lines }
}

/** Why the rules answer otherwise today than when the claim was last decided or looked at. */
function changedSince(
  decisions: readonly Decision[],
  { said, version, place }: { readonly said: RulesSay; readonly version: string; readonly place: Place | undefined },
) {
  const last = decisions.findLast(({ kind }) => kind === 'kept') ?? inForce(decisions)
  const own = inForce(decisions)
  const before = last !== undefined && own !== undefined && last.seq > own.seq ? last : own
  if (before === undefined || (sameDue(own?.due ?? [], said.due) && before.rules === said.answer.status)) return []
  const changed = whatChanged(
    { said: before.basis.said, ruleVersion: before.ruleVersion },
    { said, ruleVersion: version },
  )
  return changedWords(changed, place)
}

/** What the family objected to, and what came of it. */
function objectionsOf({ state }: KeptCase) {
  return state.objections.map(({ id, on, words, decision }) => ({
    id,
    on: fromDayNumber(on) as string,
    words,
    answer:
      decision === null ? null : { on: fromDayNumber(decision.on), upheld: decision.upheld, words: decision.words },
  }))
}

function mayObject(kept: KeptCase): boolean {
  const item = decidedItem(kept)
  return (
    kept.procedure.objection !== null &&
    item !== null &&
    !kept.state.objections.some((one) => one.item === item && one.decision === null)
  )
}

function decisionOf(
  { basis, ...decision }: Decision,
  { decisions, place }: { readonly decisions: readonly Decision[]; readonly place: Place | undefined },
) {
  const { answer } = basis.said
  const { seq, kind, asOf, rules, ruleVersion: version, deviates, due, ground, actor, second, decidedAt } = decision
  const before = inForce(decisions.slice(0, seq - 1))
  const changed =
    before === undefined || !['confirmed', 'refused', 'recomputed', 'kept'].includes(kind)
      ? []
      : changedWords(
          whatChanged(
            { said: before.basis.said, ruleVersion: before.ruleVersion },
            { said: basis.said, ruleVersion: version },
          ),
          place,
        )
  return {
    seq,
    kind,
    asOf,
    rules,
    ruleVersion: version,
    deviates,
    due,
    ground,
    actor,
    second,
    decidedAt,
    reason: basis.reason,
    byProgram: actor === programActor,
    changed,
    because: answer.why ?? answer.reason,
    source: answer.source,
  }
}

/** Where the money goes, with all but the end of the number hidden. */
function accountOf({ state: { facts } }: KeptCase) {
  const [account, holder, bank] = ['account', 'accountHolder', 'accountBank'].map((name) => facts[`household.${name}`])
  return typeof account === 'string' && typeof holder === 'string'
    ? { holder, bank: typeof bank === 'string' ? bank : null, number: `****${account.slice(-4)}` }
    : null
}

function isOutdated(
  { row }: KeptClaim,
  { decisions, said }: { readonly decisions: readonly Decision[]; readonly said: RulesSay },
): boolean {
  const last = inForce(decisions)
  if (row.decided !== 'confirmed' || last === undefined || last.deviates || said.limitFen !== null) return false
  return !sameDue(last.due, said.due) || said.answer.status === 'incomplete'
}
