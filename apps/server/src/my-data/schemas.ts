import { z } from '@hono/zod-openapi'
import { Field, Id, Words } from '../sign-in/schemas.ts'

export const Readings = z
  .object({
    readings: z.array(
      z.object({
        at: z.string(),
        by: z.object({ name: z.string().nullable(), post: Words.nullable(), unit: Words.nullable() }),
        own: z.boolean().openapi({ description: 'You yourself' }),
        what: Words,
        purpose: Words.nullable(),
        caseId: z.string().nullable(),
        fields: z.array(Field).openapi({ description: 'Shown whole' }),
        emergency: z.boolean(),
      }),
    ),
    more: z.boolean(),
  })
  .openapi('Readings')

export const CorrectionRequest = z.strictObject({
  fact: Id.nullish().openapi({ description: 'The fact that is wrong; null: something is missing' }),
  text: z.string().trim().min(2).max(500),
})

export const CorrectionRequests = z
  .object({
    requests: z.array(
      z.object({
        id: Id,
        fact: Id.nullable(),
        text: z.string(),
        askedAt: z.string(),
        answer: z.string().nullable(),
        answeredAt: z.string().nullable(),
      }),
    ),
  })
  .openapi('CorrectionRequests')
export const Asked = z.object({ id: Id }).openapi('AskedCorrection')
