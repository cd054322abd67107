import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../sign-in/schemas.ts'

export const LogQuery = z.object({
  from: Day.optional(),
  to: Day.optional().openapi({ description: 'The first day no longer' }),
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  actor: Id.optional(),
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional()
    .openapi({ description: '`next` of the page before' }),
})

const Entry = z
  .object({
    chain: z.int(),
    seq: z.int(),
    at: z.string(),
    kind: z.string(),
    label: Words,
    actor: z.object({ id: Id, name: z.string().nullable(), post: Words.nullable() }).nullable(),
    subject: Id.nullable(),
    purpose: z.string().nullable(),
    purposeLabel: Words.nullable(),
    caseId: z.string().nullable(),
    why: z.string().nullable().openapi({ description: 'Of a refusal' }),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('LogEntry')

export const Log = z.object({ entries: z.array(Entry), next: z.string().nullable() }).openapi('AccessLog')

export const VerifyAnswer = z
  .object({
    ok: z.boolean(),
    entries: z.int(),
    chains: z.int(),
    checkedAt: z.string(),
    first: z
      .object({ region: z.string(), chain: z.int(), seq: z.int(), why: z.string(), message: Words })
      .nullable()
      .openapi({ description: 'The first broken entry' }),
  })
  .openapi('Verification')

export const BreakGlassList = z
  .object({
    readings: z.array(
      z.object({
        id: Id,
        at: z.string(),
        actor: z.object({ id: Id, name: z.string().nullable(), post: Words.nullable() }),
        reason: z.string(),
        subjects: z.array(Id).openapi({ description: 'Whom they looked at' }),
        review: z.object({ by: z.string().nullable(), at: z.string(), finding: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('BreakGlass')

export const Review = z.strictObject({ finding: z.string().trim().min(2).max(500) })
