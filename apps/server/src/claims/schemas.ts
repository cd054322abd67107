import { z } from '@hono/zod-openapi'
import { Id, Words } from '../sign-in/schemas.ts'
import { stages } from './stages.ts'

const Fen = z.int().openapi({ description: 'Fen (1/100 yuan)', example: 50_000 })
const Day = z.string().openapi({ example: '2026-11-23' })
const Benefit = z.object({ id: z.string(), label: Words })
const BenefitId = z.string().regex(/^[a-z0-9-]{1,80}$/)
const SentId = z.string().min(1).max(100).openapi({ description: 'Chosen by the page: sent again, it is done once' })
const StatedFacts = z
  .record(z.string().max(64), z.union([z.boolean(), z.number(), z.string().max(200)]))
  .refine((facts) => Object.keys(facts).length <= 40, { message: '最多 40 项' })
  .openapi({
    description: 'Facts of the dictionary by full name, such as child.nursery.enrolled',
    example: { 'child.birthOrder': 2 },
  })
const Period = z
  .string()
  .regex(/^\d{4}$/)
  .nullish()
  .openapi({ description: 'A year, for what is claimed each year' })
const Said = z.string().min(1).max(500)
const Payee = z
  .strictObject({
    account: z.string().min(8).max(40).openapi({ description: 'Whole; kept sealed' }),
    accountHolder: z.string().min(1).max(50),
    accountBank: z.string().min(1).max(60).optional(),
    phone: z.string().min(7).max(20).optional(),
  })
  .openapi('Payee')

export const Claimables = z
  .object({
    benefits: z.array(
      z.object({ id: z.string(), label: Words, subject: z.string(), yearly: z.boolean(), how: Words.nullable() }),
    ),
  })
  .openapi('Claimables')

export const NewClaim = z
  .strictObject({
    id: SentId,
    benefit: BenefitId,
    subject: Id.openapi({ description: 'Whom it is due for: the child, or whoever claims for themself' }),
    period: Period,
    facts: StatedFacts.optional(),
  })
  .openapi('NewClaim')
export const MyNewClaim = NewClaim.extend({ payee: Payee }).openapi('MyNewClaim')
export const Opened = z
  .object({ id: z.string(), repeated: z.boolean().openapi({ description: 'It had been claimed before' }) })
  .openapi('ClaimOpened')
export const GiveAccount = z.strictObject({ id: SentId, payee: Payee }).openapi('GiveAccount')
export const NewObjection = z.strictObject({ id: SentId, words: Said }).openapi('ClaimObjection')
export const Repeated = z.object({ repeated: z.boolean() }).openapi('TakenOnce')

const Offer = z.object({
  fen: Fen.nullable().openapi({ description: 'Due now; null: it depends' }),
  amountText: Words,
  until: Day.nullable().openapi({ description: 'Last day for which it is due' }),
  claimBy: Day.nullable().openapi({ description: 'Last day to claim it' }),
})
const Line = z
  .object({
    id: z.string(),
    number: z.string(),
    benefit: Benefit,
    period: z.string(),
    about: z.string().nullable(),
    openedOn: Day,
    origin: z.string(),
    stage: z.enum(stages),
    stageWords: Words,
    dueFen: Fen,
    heldFen: Fen,
    onWayFen: Fen,
    offer: Offer.nullable().openapi({ description: 'What taking it up brings; only while it is an offer' }),
  })
  .openapi('ClaimLine')
export const ClaimList = z.object({ lines: z.array(Line), next: z.string().nullable() }).openapi('ClaimList')

const Source = z.object({ document: z.string(), clause: z.string() })
const Due = z.array(z.object({ period: z.string(), fen: Fen }))
const Rules = z
  .object({
    asOf: Day,
    status: z.enum(['eligible', 'ineligible', 'incomplete']),
    statusLabel: Words,
    amountText: Words,
    reason: Words,
    source: Source.extend({ title: z.string(), confidence: z.string(), draft: z.boolean() }),
    conditions: z.array(z.object({ id: z.string(), status: z.string(), sentence: Words, source: Source })),
    missing: z.array(z.object({ fact: z.string(), label: Words, question: Words })),
    due: Due,
    limitFen: Fen.nullable(),
    unsettled: z.object({ kind: z.string(), on: Day }).nullable(),
    facts: z.array(
      z.object({
        fact: z.string(),
        label: Words,
        value: z.union([z.boolean(), z.number(), z.string()]),
        source: z.enum(['register', 'birth-case', 'hospital', 'stated']),
      }),
    ),
  })
  .openapi('RulesSay')
const Settled = z.object({ period: z.string(), dueFen: Fen, heldFen: Fen, fen: Fen, why: Words })
const Money = z.object({
  dueFen: Fen,
  heldFen: Fen,
  onWayFen: Fen,
  toPayFen: Fen,
  toRecoverFen: Fen,
  lines: z.array(Settled),
})
const Changed = z
  .array(Words)
  .openapi({ description: 'Why the rules answer otherwise than before, each in a sentence' })
const Objection = z.object({
  id: z.string(),
  on: Day,
  words: z.string(),
  answer: z.object({ on: Day, upheld: z.boolean(), words: z.string() }).nullable(),
})
const Decided = z
  .object({
    seq: z.int(),
    kind: z.string(),
    asOf: Day,
    rules: z.string(),
    ruleVersion: z.string(),
    deviates: z.boolean(),
    due: Due,
    ground: z.string().nullable(),
    actor: z.string(),
    second: z.string().nullable(),
    decidedAt: z.string(),
    reason: z.string().nullable(),
    byProgram: z.boolean(),
    changed: Changed,
    because: Words,
    source: Source.extend({ title: z.string() }),
  })
  .openapi('ClaimDecision')

export const ClaimPage = z
  .object({
    id: z.string(),
    number: z.string(),
    benefit: Benefit,
    about: z.object({ id: z.string(), name: z.string().nullable() }),
    period: z.string(),
    origin: z.string(),
    openedOn: Day,
    stage: z.enum(stages),
    stageWords: Words,
    account: z.object({ holder: z.string(), bank: z.string().nullable(), number: z.string() }).nullable(),
    asksAccount: z.boolean(),
    rules: Rules.nullable(),
    problems: z.array(z.object({ path: z.string(), message: Words })),
    outdated: z.boolean().openapi({ description: 'The rules give something else today than was decided' }),
    look: Words.nullable().openapi({ description: 'Why people must look before anything more is paid' }),
    changed: Changed,
    money: Money,
    wouldBe: Money.nullable().openapi({ description: 'The money as the rules of today would have it' }),
    objections: z.array(Objection),
    mayObject: z.boolean(),
    decisions: z.array(Decided),
    movements: z.array(
      z.object({ kind: z.string(), period: z.string(), fen: Fen, on: Day, words: z.string().nullable() }),
    ),
    payments: z.array(
      z.object({
        batch: z.string().nullable(),
        line: z.int(),
        fen: Fen,
        state: z.string(),
        on: Day.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('ClaimPage')

const Reason = z.string().max(500).nullish()
export const ClaimDeed = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('check'), id: SentId }),
    z.strictObject({
      kind: z.literal('confirm'),
      id: SentId,
      amountFen: z.int().min(1).max(1_000_000_000).nullish().openapi({ description: 'Absent: what the rules say' }),
      reason: Reason,
    }),
    z.strictObject({
      kind: z.literal('refuse'),
      id: SentId,
      ground: z.string().regex(/^[a-z-]{1,60}$/),
      reason: Reason,
    }),
    z.strictObject({ kind: z.literal('second'), id: SentId, agree: z.boolean() }),
    z.strictObject({ kind: z.literal('recompute'), id: SentId }),
    z.strictObject({ kind: z.literal('keep'), id: SentId, reason: Said }),
    z.strictObject({ kind: z.literal('reopen'), id: SentId, reason: Said }),
    z.strictObject({
      kind: z.literal('objection'),
      id: SentId,
      objection: z.string().min(1).max(200).openapi({ description: 'Id of the objection' }),
      upheld: z.boolean(),
      words: Said.openapi({ description: 'The answer that the family reads' }),
    }),
  ])
  .openapi('ClaimDeed')
export const DeedDone = z
  .object({ repeated: z.boolean(), what: z.enum(['done', 'needs-second', 'nothing-changed', 'flagged']) })
  .openapi('ClaimDeedDone')
export const Recomputed = z
  .object({
    looked: z.int(),
    changed: z.int(),
    flagged: z.int().openapi({ description: 'Money would come back, or the rules cannot say: people look first' }),
  })
  .openapi('Recomputed')
export const NewRepayment = z
  .strictObject({
    id: Id,
    amountFen: z.int().min(1).max(1_000_000_000),
    on: z.iso.date(),
    words: z.string().min(1).max(200).openapi({ description: 'The receipt or transfer' }),
  })
  .openapi('Repayment')

const AskedFact = z.object({
  fact: z.string(),
  label: Words,
  question: Words,
  type: z.string(),
  unit: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  codes: z.array(z.object({ code: z.string(), label: Words })),
})
const AskedBenefit = z.object({
  benefit: Benefit,
  period: z.string(),
  status: z.enum(['eligible', 'ineligible', 'incomplete']),
  statusLabel: Words,
  amountText: Words,
  reason: Words,
  how: Words.nullable(),
  source: z.object({ title: z.string(), clause: z.string() }),
  until: Day.nullable(),
  claimBy: Day.nullable(),
  dueFen: Fen,
  asks: z.array(AskedFact).openapi({ description: 'What the rules or the form still need' }),
  needsPhone: z.boolean(),
})
export const BenefitAsked = AskedBenefit.openapi('BenefitAsked')
export const AskBenefit = z
  .strictObject({ benefit: BenefitId, subject: Id, facts: StatedFacts.optional() })
  .openapi('AskBenefit')
export const MyBenefits = z
  .object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        self: z.boolean(),
        benefits: z.array(AskedBenefit.extend({ claim: z.string().nullable() })),
      }),
    ),
    others: z.array(z.object({ id: z.string(), label: Words, why: Words })),
    region: z.object({ code: z.int(), name: z.string() }),
  })
  .openapi('MyBenefits')
