import { z } from '@hono/zod-openapi'
import type { Answer as EngineAnswer } from '@junheng/entitlements'
import { Confidence, IsoDay, SourceRef, Text } from '../places/schemas.ts'

const Status = z.enum(['eligible', 'ineligible', 'incomplete']).openapi('Status')
const MaybeDay = IsoDay.nullable()
const MaybeNumber = z.number().nullable()

const Period = z
  .object({
    from: MaybeDay,
    to: MaybeDay,
    status: Status,
    amount: MaybeNumber,
    amountFen: MaybeNumber,
    amountTo: MaybeNumber,
  })
  .openapi('Period', { description: 'A stretch of days with one answer; half-open, null = unbounded' })

const ConditionAnswer = z
  .object({
    id: z.string(),
    status: z.enum(['holds', 'fails', 'unknown']),
    sentence: Text,
    source: SourceRef,
    missing: z.array(z.string()),
    facts: z.array(
      z.object({
        name: z.string(),
        label: Text,
        value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
        shown: Text,
      }),
    ),
  })
  .openapi('ConditionAnswer')

const MissingFact = z
  .object({ fact: z.string(), index: z.int().nullable(), label: Text, question: Text })
  .openapi('MissingFact')

/** What a household is told about one benefit. */
export const Answer = z
  .object({
    id: z.string(),
    label: Text,
    official: z.string().nullable(),
    kind: z.enum([
      'cash-once',
      'cash-periodic',
      'leave',
      'loan',
      'discount',
      'tax',
      'insurance',
      'priority',
      'service',
    ]),
    force: z
      .enum(['entitled', 'encouraged', 'explored', 'discretionary', 'by-consent'])
      .openapi({ description: 'Only `entitled` is a right' }),
    topic: z.string(),
    subject: z.object({
      type: z.enum(['household', 'mother', 'father', 'child', 'member', 'institution', 'worker', 'firm']),
      index: z.int().nullable(),
      label: Text,
    }),
    status: Status,
    statusLabel: Text,
    amount: MaybeNumber.openapi({ description: 'In the unit; yuan for CNY' }),
    amountFen: MaybeNumber.openapi({ description: 'Exact whole fen, for CNY' }),
    amountTo: MaybeNumber,
    unit: z.enum(['CNY', 'day', 'month', 'percent', 'times', 'square-metre']).nullable(),
    per: z.enum(['once', 'day', 'month', 'semester', 'year', 'birth', 'child', 'case']).nullable(),
    comparator: z.enum(['exactly', 'at-least', 'at-most', 'range']).nullable(),
    amountText: Text,
    from: MaybeDay,
    to: MaybeDay.openapi({ description: 'First day after it' }),
    lastDay: MaybeDay,
    periods: z.array(Period),
    source: SourceRef.extend({ title: z.string(), confidence: Confidence, draft: z.boolean() }),
    missing: z.array(MissingFact),
    missingSoon: z
      .array(MissingFact)
      .openapi({ description: 'Needed for a stretch that begins within the coming months' }),
    reason: Text,
    why: Text.nullable().openapi({ description: 'The why of the reason alone' }),
    conditions: z.array(ConditionAnswer),
    payer: Text.nullable(),
    provider: Text.nullable(),
    claim: z
      .object({
        how: Text,
        where: Text.nullable(),
        papers: z.array(Text),
        opens: MaybeDay,
        closes: MaybeDay,
      })
      .nullable(),
    note: Text.nullable(),
    excludedBy: z.string().nullable(),
  })
  .openapi('Answer') satisfies z.ZodType<Mutable<EngineAnswer>>

/** The household, as /api/schema/situation describes it. Names of persons and identity numbers have no place in it. */
export const EntitlementsRequest = z
  .strictObject({
    situation: z.record(z.string(), z.unknown()).openapi({
      description: 'The household as /api/schema/situation describes it; a fact left out is unknown, never false',
      example: { children: [{ birthDate: '2025-03-02', birthOrder: 2 }] },
    }),
    on: IsoDay.openapi({ description: 'The day the answer is asked for' }),
    lang: z.enum(['zh', 'en']).optional().openapi({ description: 'Language of error messages' }),
  })
  .openapi('EntitlementsRequest')

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T
