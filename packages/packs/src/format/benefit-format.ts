import { z } from 'zod'
import { ConfidenceMark, DayText, Expression, Id, Source, StopsFormat, Words } from './common.ts'
import { ConditionUseFormat, OwnConditionFormat } from './condition-format.ts'

const AmountFormat = z.strictObject({
  value: Expression,
  to: Expression.nullable().default(null),
  unit: z.enum(['CNY', 'day', 'month', 'percent', 'times', 'square-metre']),
  per: z.enum(['once', 'day', 'month', 'semester', 'year', 'birth', 'child', 'case']),
  comparator: z.enum(['exactly', 'at-least', 'at-most', 'range']).optional(),
  rounding: z
    .strictObject({
      mode: z.enum(['half-up', 'half-even', 'up', 'down']),
      step: z.int().min(1).meta({ description: 'CNY: 分 / fen; otherwise whole units' }),
    })
    .optional(),
  of: Words.nullable().default(null),
  confidence: ConfidenceMark.optional(),
})

const LeaveFormat = z.strictObject({
  chain: z.enum(['maternity', 'paternity', 'childcare', 'loss', 'nursing', 'breastfeeding']),
  order: z.int().min(0),
  count: z.enum(['calendar-days', 'except-statutory-holidays', 'working-days']),
  countConfidence: ConfidenceMark.optional(),
  starts: Expression.nullable().default(null),
  startsFact: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: '实际开始那天的事实 / the date fact that says when it is really begun' }),
  who: z.enum(['mother', 'father', 'each-parent']),
})

const ClaimFormat = z.strictObject({
  how: Words,
  where: Words.nullable().default(null),
  papers: z.array(Words).default([]),
  opens: Expression.nullable().default(null),
  closes: Expression.nullable().default(null),
})

/** benefits/<id>.yaml: one promise to a person, a family, an institution. */
export const BenefitFormat = z.strictObject({
  id: Id,
  label: Words,
  official: z.string().min(1).nullable().default(null),
  kind: z.enum(['cash-once', 'cash-periodic', 'leave', 'loan', 'discount', 'tax', 'insurance', 'priority', 'service']),
  force: z.enum(['entitled', 'encouraged', 'explored', 'discretionary', 'by-consent']),
  subject: z.enum(['household', 'mother', 'father', 'child', 'member', 'institution', 'worker', 'firm']),
  topic: Id,
  source: Source,
  confidence: ConfidenceMark.optional(),
  inForce: z.strictObject({ from: DayText.nullable().default(null), to: DayText.nullable().default(null) }).optional(),
  judgedOn: Expression.optional(),
  oncePerBirth: z.boolean().optional(),
  conditions: z
    .array(z.union([Id, ConditionUseFormat, OwnConditionFormat]))
    .default([])
    .meta({ description: '条件：全部满足才算 / all of them must hold' }),
  amount: AmountFormat.nullable().default(null),
  from: Expression.nullable().default(null),
  to: Expression.nullable().default(null),
  leave: LeaveFormat.nullable().default(null),
  payer: Words.nullable().default(null),
  provider: Words.nullable().default(null),
  claim: ClaimFormat.nullable().default(null),
  excludes: z.array(Id).default([]),
  stops: StopsFormat.nullable().default(null),
  replaces: z.strictObject({ id: Id }).optional(),
  note: Words.nullable().default(null),
  overrides: Id.optional(),
})

export type BenefitFormat = z.infer<typeof BenefitFormat>
