import { z } from 'zod'
import { ConfidenceMark, Id, Source, StopsFormat, Words } from './common.ts'

const SpanFormat = z
  .union([z.strictObject({ days: z.int().min(0).max(7300) }), z.strictObject({ months: z.int().min(0).max(240) })])
  .meta({ description: '多少天或多少个月 / so many days or months' })

const StepFormat = z.strictObject({
  id: Id,
  label: Words,
  from: SpanFormat,
  before: SpanFormat.nullable().default(null),
  after: z.strictObject({ step: Id, by: SpanFormat }).nullable().default(null),
  note: Words.nullable().default(null),
})

/** An entry of schedules.yaml: what a child is due by age. */
export const ScheduleFormat = z.strictObject({
  id: Id,
  kind: z.enum(['visit', 'vaccine']),
  label: Words,
  source: Source,
  confidence: ConfidenceMark.optional(),
  stops: StopsFormat.nullable().default(null),
  steps: z.array(StepFormat).min(1),
  overrides: Id.optional(),
})

export type ScheduleFormat = z.infer<typeof ScheduleFormat>
