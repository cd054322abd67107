import { findClaimProcedure, type Problem, type WrittenFacts } from '@junheng/casework'
import type { FactInfo, Place } from '@junheng/entitlements'
import type { Text } from '@junheng/rules'
import { chineseDay } from '../cases/casework.ts'
import { findClaimable, type Claimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { askNow, lookAround, type Looked } from './look-at-claim.ts'
import { maySpeakFor, prefilled } from './open-claim.ts'

/** Something the family is asked, as a page shows it. */
export interface AskedFact {
  readonly fact: string
  readonly label: Text
  readonly question: Text
  readonly type: string
  readonly unit: string | null
  readonly min: number | null
  readonly max: number | null
  readonly codes: readonly { readonly code: string; readonly label: Text }[]
}

/** What the rules say of one benefit of one's own before it is claimed, and what is asked to claim it. */
export interface BenefitAsked {
  readonly benefit: { readonly id: string; readonly label: Text }
  readonly period: string
  readonly status: string
  readonly statusLabel: Text
  readonly amountText: Text
  readonly reason: Text
  readonly how: Text | null
  readonly source: { readonly title: string; readonly clause: string }
  readonly until: string | null
  readonly claimBy: string | null
  /** Fallen due by now, fen. */
  readonly dueFen: number
  /** Facts that the rules or the form still need. */
  readonly asks: readonly AskedFact[]
  readonly needsPhone: boolean
}

export type AskOutcome =
  | { readonly ok: true; readonly asked: BenefitAsked }
  | { readonly ok: false; readonly why: 'unknown-person' | 'invalid'; readonly problems: readonly Problem[] }

/** Asks the rules about a benefit by what is known and what the family states. Writes nothing but that it was read. */
export async function askBenefit(
  service: ClaimService,
  {
    region,
    person,
    subject,
    benefit,
    stated,
    now,
  }: {
    readonly region: string
    /** Who asks. */
    readonly person: string
    readonly subject: string
    readonly benefit: string
    readonly stated: WrittenFacts
    readonly now: Temporal.Instant
  },
): Promise<AskOutcome> {
  const place = service.placeOf(region)
  const found = place === undefined ? undefined : findClaimable(place, benefit)
  if (place === undefined || found?.ok !== true)
    return { ok: false, why: 'invalid', problems: found?.ok === false ? [found.problem] : [] }
  const looked = await lookAround(service, { region, subject, claim: null })
  if (!maySpeakFor(looked, { person, subject })) return { ok: false, why: 'unknown-person', problems: [] }
  return askLooked(service, { place, claimable: found.claimable, region, subject, looked, stated, on: chineseDay(now) })
}

/** The same once the register has been read. */
export function askLooked(
  service: ClaimService,
  {
    place,
    claimable,
    region,
    subject,
    looked,
    stated,
    on,
  }: {
    readonly place: Place
    readonly claimable: Claimable
    readonly region: string
    readonly subject: string
    readonly looked: Looked
    readonly stated: WrittenFacts
    readonly on: string
  },
): AskOutcome {
  const { benefit } = claimable
  const period = claimable.yearly ? on.slice(0, 4) : 'once'
  const claim = { region, subject, period, openedOn: on }
  const asked = askNow(service, { claimable, claim, looked, stated, on })
  if (!asked.ok) return { ok: false, why: 'invalid', problems: asked.problems }
  const { answer, due } = asked.said
  const procedure = findClaimProcedure(service.casework.proceduresOf(region), { benefit: benefit.id, day: on })
  const required = (procedure?.form ?? []).filter(({ required: needed }) => needed).map(({ name }) => name)
  const known = procedure === undefined ? {} : prefilled({ region, benefit: benefit.id, stated, looked, procedure })
  const wanted = required.filter((name) => known[name] === undefined && !name.startsWith('household.account'))
  const asks = [...new Set([...answer.missing.map(({ fact }) => fact), ...wanted])]
    .filter((name) => name !== 'household.phone' && stated[name] === undefined)
    .flatMap((name) => askedFact(place, name) ?? [])
  return {
    ok: true,
    asked: {
      benefit: { id: benefit.id, label: benefit.label },
      period,
      status: answer.status,
      statusLabel: answer.statusLabel,
      amountText: answer.amountText,
      reason: answer.why ?? answer.reason,
      how: benefit.claim?.how ?? null,
      source: { title: answer.source.title, clause: answer.source.clause },
      until: answer.lastDay,
      claimBy: answer.claim?.closes ?? null,
      dueFen: due.reduce((all, { fen }) => all + fen, 0),
      asks,
      needsPhone: wanted.includes('household.phone'),
    },
  }
}

function askedFact(place: Place, name: string): AskedFact | undefined {
  const info = place.facts.find((one) => one.name === name)
  if (info === undefined) return undefined
  const { label, question, type, unit, min, max } = info
  return {
    fact: name,
    label,
    question: question ?? { zh: `${label.zh}？`, en: `${label.en}?` },
    type: type.kind,
    unit,
    min,
    max,
    codes: codesOf(place, info),
  }
}

function codesOf({ codeLists }: Place, { type }: FactInfo): AskedFact['codes'] {
  return type.kind === 'code' ? (codeLists.find(({ name }) => name === type.list)?.codes ?? []) : []
}
