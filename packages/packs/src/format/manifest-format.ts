import { z } from 'zod'
import { ConfidenceMark, DayText, Id, Words } from './common.ts'

const DocumentFormat = z.strictObject({
  id: Id,
  title: z.string().min(1),
  issuer: z.string().min(1).nullable().default(null),
  number: z.string().min(1).nullable().default(null),
  issued: DayText.nullable().default(null),
  kind: z.enum(['plan', 'law', 'regulation', 'norm', 'notice', 'guide', 'table']),
  status: z.enum(['in-force', 'draft']),
  confidence: ConfidenceMark,
  note: Words.nullable().default(null),
})

/** pack.yaml */
export const ManifestFormat = z.strictObject({
  id: Id,
  region: z
    .union([z.int().min(0).max(999999), z.string().regex(/^\d{6}$/)])
    .meta({ description: 'GB/T 2260 六位代码 / six-digit region code' }),
  name: Words,
  parent: Id.nullable().default(null),
  plan: Id.nullable().default(null),
  documents: z.array(DocumentFormat).default([]),
})

export type ManifestFormat = z.infer<typeof ManifestFormat>
export type DocumentFormat = z.infer<typeof DocumentFormat>
