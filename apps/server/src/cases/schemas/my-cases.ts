import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../../sign-in/schemas.ts'
import { nullableText, text } from './common.ts'
import { Loss } from './loss.ts'

export const MyCases = z
  .object({
    cases: z.array(
      z.object({
        id: Id,
        number: text,
        label: Words,
        status: text,
        statusWords: Words,
        openedOn: Day,
        endedOn: Day.nullable(),
        together: z
          .object({ on: Day, of: z.int(), order: z.int() })
          .nullable()
          .openapi({ description: 'Of twins and more: the day, how many, and which of them; null: one child' }),
        about: nullableText,
        loss: Loss,
        toAnswer: z.int().openapi({ description: 'Fields that only the family can fill in, still empty' }),
        done: z.int(),
        needed: z.int(),
        yours: z.int().openapi({ description: 'Things that wait for the family' }),
      }),
    ),
  })
  .openapi('MyCases')
