import { z } from 'zod'
import { parseDay } from '@junheng/kernel'
import { DayText, Id, Source, Units, Words } from './common.ts'

/** An entry of duties.yaml: who must do what by when, how often. */
export const DutyFormat = z.strictObject({
  id: Id,
  kind: z.enum(['duty', 'deadline', 'recurrent', 'report']),
  gist: Words,
  lead: Units.default([]),
  support: Units.default([]),
  joint: Units.default([]),
  implement: Units.default([]),
  due: z
    .union([DayText, z.int().min(1949).max(2100), z.string().regex(/^\d{4}$/)])
    .nullable()
    .default(null),
  every: z
    .enum([
      'day',
      'week',
      'month',
      'quarter',
      'half-year',
      'year',
      'two-years',
      'three-years',
      'five-years',
      'unspecified',
    ])
    .nullable()
    .default(null),
  dueDay: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .refine((text) => parseDay(`2024-${text}`) !== undefined, { params: { code: 'not-a-day' } })
    .nullable()
    .default(null),
  to: z.string().min(1).nullable().default(null),
  source: Source,
})

export type DutyFormat = z.infer<typeof DutyFormat>
