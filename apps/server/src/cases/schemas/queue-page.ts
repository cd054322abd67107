import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../../sign-in/schemas.ts'
import { nullableText, text } from './common.ts'

export const QueuePage = z
  .object({
    lines: z.array(
      z.object({
        caseId: Id,
        number: text,
        procedure: text,
        procedureLabel: Words,
        about: nullableText,
        item: nullableText,
        itemLabel: Words.nullable(),
        unit: text,
        unitLabel: Words,
        what: text,
        until: nullableText,
        late: z.boolean(),
        escalatedTo: Words.nullable().openapi({ description: 'The unit that it was handed up to, being late' }),
        since: Day,
        officer: nullableText,
        officerName: nullableText,
      }),
    ),
    next: nullableText.openapi({ description: 'Send as `after` for the next page' }),
    units: z.array(z.object({ id: text, label: Words })).openapi({ description: 'Units that the post works for' }),
    procedures: z.array(z.object({ id: text, label: Words })).openapi({ description: 'In force today' }),
  })
  .openapi('CaseQueue')
