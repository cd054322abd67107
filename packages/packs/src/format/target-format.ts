import { z } from 'zod'
import { Id, Source, Words } from './common.ts'

/** An entry of targets.yaml: a figure or state to be reached or kept. */
export const TargetFormat = z.strictObject({
  id: Id,
  label: Words,
  value: z
    .union([z.number(), z.tuple([z.number(), z.number()])])
    .nullable()
    .optional(),
  unit: z.string().min(1).nullable().optional(),
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
  byYear: z.int().min(1949).max(2100).nullable().optional(),
  fromYear: z.int().min(1949).max(2100).nullable().optional(),
  per: z.string().min(1).nullable().optional(),
  scope: Words.nullable().optional(),
  flags: z.array(z.enum(['derived', 'inherited-year', 'soft', 'standing', '力争', '原则上', '必须'])).default([]),
  source: Source,
})

export type TargetFormat = z.infer<typeof TargetFormat>
