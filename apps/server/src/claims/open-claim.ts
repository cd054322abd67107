import { findClaimProcedure, type Actor, type Problem, type Procedure, type WrittenFacts } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay } from '../cases/casework.ts'
import { openCase, type Party } from '../cases/open-case.ts'
import { programAccess } from '../cases/programs.ts'
import { sealJson } from '../cases/sealed-json.ts'
import { withAccess } from '../register/access.ts'
import { newId } from '../register/new-id.ts'
import { boundToClaim } from './claim-rows.ts'
import { findClaimable, type Claimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { askNow, lookAround, type Looked } from './look-at-claim.ts'

/** Where the money goes. */
export interface PayeeSaid {
  readonly account: string
  readonly accountHolder: string
  readonly accountBank?: string | undefined
  readonly phone?: string | undefined
}

export interface ClaimAsked {
  readonly region: string
  /** Chosen by the sender. */
  readonly actionId: string
  readonly origin: 'offer' | 'family' | 'officer'
  readonly by: Actor
  readonly benefit: string
  readonly subject: string
  /** A year; null: this year, or once where the benefit is given once. */
  readonly period: string | null
  readonly stated: WrittenFacts
  /** The family's word with the account; null: it is an offer, or an officer opens it. */
  readonly payee: PayeeSaid | null
  readonly now: Temporal.Instant
}

export type ClaimOpened =
  | { readonly ok: true; readonly repeated: boolean; readonly id: string }
  | {
      readonly ok: false
      readonly why: 'invalid' | 'unknown-person' | 'not-theirs'
      readonly problems: readonly Problem[]
    }

/**
 * Opens a claim as a case of its own. One for each benefit, person and period: a second one answers with the first.
 * What was stated is checked against what is known before anything is written.
 */
export async function openClaim(service: ClaimService, asked: ClaimAsked, known?: Looked): Promise<ClaimOpened> {
  const { region, subject, stated, now, by } = asked
  const place = service.placeOf(region)
  if (place === undefined) return invalid([noRules])
  const found = findClaimable(place, asked.benefit)
  if (!found.ok) return invalid([found.problem])
  const { claimable } = found
  const on = chineseDay(now)
  const period = claimable.yearly ? (asked.period ?? on.slice(0, 4)) : 'once'
  if (claimable.yearly && period > on.slice(0, 4)) return invalid([inTheFuture])
  const looked = known ?? (await lookAround(service, { region, subject, claim: null }))
  if (looked.family.subject === null && looked.birth === undefined)
    return { ok: false, why: 'unknown-person', problems: [] }
  if (by.unit === 'family' && !maySpeakFor(looked, { person: by.person, subject }))
    return { ok: false, why: 'not-theirs', problems: [] }
  const answer = askNow(service, { claimable, claim: { region, subject, period, openedOn: on }, looked, stated, on })
  if (!answer.ok) return invalid(answer.problems)
  const procedure = findClaimProcedure(service.casework.proceduresOf(region), { benefit: asked.benefit, day: on })
  if (procedure === undefined) return invalid([noProcedure])
  const access = programAccess(region, {})
  return againAfterCollision(() =>
    withAccess(service.casework.register, { access, births: true }, (tx) =>
      write(tx, service, { asked, claimable, period, looked, procedure }),
    ),
  )
}

/** Whoever it is for, and who cares for them by the register or the case of the birth. */
export function maySpeakFor(
  { family }: Looked,
  { person, subject }: { readonly person: string | null; readonly subject: string },
): boolean {
  return person !== null && (person === subject || family.carers.includes(person))
}

/** In whose name it is opened: staff and offers act for a unit that may. */
function openerOf({ openedBy }: Procedure, by: Actor): Actor {
  if (openedBy.includes(by.unit)) return by
  const unit = ['health', 'township'].find((one) => openedBy.includes(one))
  return unit === undefined ? by : { ...by, unit }
}

interface Writing {
  readonly asked: ClaimAsked
  readonly claimable: Claimable
  readonly period: string
  readonly looked: Looked
  readonly procedure: Procedure
}

async function write(tx: Transaction, service: ClaimService, writing: Writing): Promise<ClaimOpened> {
  const { casework } = service
  const { asked, claimable, period, looked, procedure } = writing
  const { region, benefit, subject, by, now, payee } = asked
  const [first] = await tx.query<{ id: string }>(
    'select id from payment.claim where region = $1 and benefit = $2 and subject = $3 and period = $4',
    [region, benefit, subject, period],
  )
  if (first !== undefined) return { ok: true, repeated: true, id: first.id }
  const access = programAccess(region, {})
  const caseId = newId(now)
  const home = looked.family.subject ?? looked.family.mother ?? looked.family.father
  const parties = partiesOf(writing)
  const outcome = await openCase(tx, casework, {
    access,
    caseId,
    procedure: procedure.id,
    actionId: `claim/${caseId}`,
    by: openerOf(procedure, by),
    facts: prefilled({ region, benefit, stated: asked.stated, looked, procedure }),
    subject,
    parties,
    township: home?.township ?? null,
    village: home?.village ?? null,
    now,
  })
  if (!outcome.ok) return invalid(outcome.problems)
  await tx.query(
    `insert into payment.claim (region, id, benefit, subject, period, applicant, people, township, village, origin,
       birth_case, opened_on, facts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      region,
      caseId,
      claimable.benefit.id,
      subject,
      period,
      by.unit === 'family' ? by.person : (looked.family.mother?.id ?? subject),
      [...new Set(parties.map(({ person }) => person))],
      home?.township ?? null,
      home?.village ?? null,
      asked.origin,
      looked.birth?.caseId ?? null,
      chineseDay(now),
      sealJson(casework.secrets, boundToClaim.facts(region, caseId), asked.stated),
    ],
  )
  if (payee === null) return { ok: true, repeated: false, id: caseId }
  const kept = await findCase(tx, casework, { region, caseId })
  if (kept === undefined) throw new Error('a case that was opened now is not there')
  const action = {
    kind: 'confirm',
    id: `${asked.actionId}/confirm`,
    on: chineseDay(now),
    by,
    facts: payeeFacts(payee),
  } as const
  const confirmed = await decideAndRecord(tx, casework, { access, caseId, action, now, kept })
  if (!confirmed.ok) throw new ClaimNotTaken(confirmed.problems)
  return { ok: true, repeated: false, id: caseId }
}

/** Thrown inside the transaction, so that a claim whose confirmation is refused is not half opened. */
export class ClaimNotTaken extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('the claim was not taken')
    this.problems = problems
  }
}

/** The account as the facts of a case. */
export function payeeFacts({ account, accountHolder, accountBank, phone }: PayeeSaid): WrittenFacts {
  return {
    'household.account': account.replaceAll(' ', ''),
    'household.accountHolder': accountHolder,
    ...(accountBank === undefined ? {} : { 'household.accountBank': accountBank }),
    ...(phone === undefined ? {} : { 'household.phone': phone }),
  }
}

/** What the form asks and is known: from the register and the case of the birth, never guessed. */
export function prefilled({
  region,
  benefit,
  stated,
  looked: { family, birth },
  procedure,
}: {
  readonly region: string
  readonly benefit: string
  readonly stated: WrittenFacts
  readonly looked: Looked
  readonly procedure: Procedure
}): WrittenFacts {
  const said = birth?.facts ?? {}
  const own = family.subject
  const known: Readonly<Record<string, WrittenFacts[string] | undefined>> = {
    'claim.benefit': benefit,
    'child.birthDate': own?.birthDate ?? said['child.birthDate'],
    'child.name': own?.name ?? said['child.name'],
    'child.identityNumber': said['child.identityNumber'],
    'child.registrationRegion': birth?.registeredHere === true ? Number(region) : stated['child.registrationRegion'],
    'household.phone': said['household.phone'],
    'household.account': said['household.account'],
    'household.accountHolder': said['household.accountHolder'],
  }
  const asks = new Set(procedure.form.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined || !asks.has(name) ? [] : [[name, value]])),
  )
}

function partiesOf({ asked, claimable, looked: { family, birth } }: Writing): readonly Party[] {
  const child = claimable.benefit.subject === 'child'
  const people: Party[] = [{ person: asked.subject, role: child ? 'child' : 'applicant' }]
  if (child) {
    for (const role of ['mother', 'father'] as const) {
      const person = family[role]?.id ?? birth?.[role] ?? null
      if (person !== null) people.push({ person, role })
    }
  }
  const { person } = asked.by
  if (asked.by.unit === 'family' && person !== null && !people.some((one) => one.person === person))
    people.push({ person, role: child ? 'guardian' : 'applicant' })
  return people
}

function invalid(problems: readonly Problem[]): ClaimOpened {
  return { ok: false, why: 'invalid', problems }
}

const noRules: Problem = {
  path: 'benefit',
  code: 'no-rules',
  message: { zh: '这个县区还没有政策包，不能申领', en: 'No pack answers for this county yet' },
}
const noProcedure: Problem = {
  path: 'benefit',
  code: 'no-procedure',
  message: { zh: '这项待遇还没有申领办法', en: 'There is no procedure to claim it by' },
}
const inTheFuture: Problem = {
  path: 'period',
  code: 'in-the-future',
  message: { zh: '还没到那一年，到时再申领', en: 'That year has not begun; claim it then' },
}
