import { z } from 'zod'
import { Id, Source, Words } from './common.ts'

/** An entry of targets.yaml: a figure or state to be reached or kept. */
export const TargetFormat = z.strictObject({
  id: Id,
  label: Words,
  value: z
    .union([z.number(), z.tuple([z.number(), z.number()])])
    .nullable()
    .default(null),
  unit: z.string().min(1).nullable().default(null),
  comparator: z.enum([
    '>=',
    '<=',
    '=',
    'range',
    'exists',
    'stable-low',
    'increase-yearly',
    'annual-plan',
    'national-average',
  ]),
  byYear: z.int().min(1949).max(2100).nullable().default(null),
  fromYear: z.int().min(1949).max(2100).nullable().default(null),
  per: z.string().min(1).nullable().default(null),
  scope: Words.nullable().default(null),
  flags: z.array(z.enum(['derived', 'inherited-year', 'soft', 'standing', '力争', '原则上', '必须'])).default([]),
  source: Source,
})

export type TargetFormat = z.infer<typeof TargetFormat>
