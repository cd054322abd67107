import { z } from '@hono/zod-openapi'
import { Words } from '../../sign-in/schemas.ts'
import { nullableText, Source, text } from './common.ts'

export const Overview = z
  .object({
    lines: z.array(
      z.object({
        unit: text,
        unitLabel: Words,
        item: nullableText,
        itemLabel: Words.nullable(),
        procedureLabel: Words,
        waiting: z.int(),
        late: z.int(),
        escalated: z
          .int()
          .openapi({ description: 'Of the late ones those handed up to the unit that the clock names' }),
        longest: z.int(),
      }),
    ),
    pace: z.array(
      z.object({
        item: text,
        itemLabel: Words,
        procedureLabel: Words,
        answered: z.int(),
        median: z.number(),
        slowest: z.int(),
        promised: z
          .object({ limit: z.int(), unit: z.enum(['working-days', 'days', 'months']), words: Words, source: Source })
          .nullable()
          .openapi({ description: 'The term that binds the unit; null: no plan states one' }),
      }),
    ),
    cases: z.array(z.object({ status: text, n: z.int() })),
  })
  .openapi('CaseOverview')
