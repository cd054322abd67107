import { z } from 'zod'
import { DayText, Id } from './common.ts'

const ExpectationFormat = z.strictObject({
  status: z.enum(['eligible', 'ineligible', 'incomplete']).optional(),
  amount: z
    .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
    .nullable()
    .optional(),
  amountTo: z
    .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
    .nullable()
    .optional(),
  unit: z.enum(['CNY', 'day', 'month', 'percent', 'times', 'square-metre']).nullable().optional(),
  per: z.enum(['once', 'day', 'month', 'semester', 'year', 'birth', 'child', 'case']).nullable().optional(),
  from: DayText.nullable().optional(),
  to: DayText.nullable().optional(),
  lastDay: DayText.nullable().optional(),
  missing: z.array(z.string().min(1)).optional(),
  excludedBy: Id.nullable().optional(),
  child: z.int().min(0).optional(),
  member: z.int().min(0).optional(),
})

/** An entry of examples.yaml: a situation, a day, and what each benefit must answer. */
export const ExampleFormat = z.strictObject({
  name: z.string().min(1),
  on: DayText,
  situation: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.union([ExpectationFormat, z.array(ExpectationFormat).min(1)])),
})

export type ExampleFormat = z.infer<typeof ExampleFormat>
export type ExpectationFormat = z.infer<typeof ExpectationFormat>
