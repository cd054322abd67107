import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../../sign-in/schemas.ts'
import { Cited, nullableText, text } from './common.ts'
import { Written } from './facts.ts'

const Clock = z.object({
  clock: text,
  label: Words,
  item: nullableText,
  objection: nullableText,
  binds: z.enum(['unit', 'family']),
  state: z.enum(['not-started', 'running', 'paused', 'met', 'missed', 'stopped']),
  startedOn: nullableText,
  due: nullableText.openapi({ description: 'Last day to act; null while paused or not known yet' }),
  notBefore: nullableText,
  endedOn: nullableText,
  workdaysLeft: z.number().nullable(),
  warned: z.boolean(),
  late: z.boolean(),
  escalatedTo: nullableText,
  uncertain: Words.nullable(),
  words: Words.nullable(),
  source: Cited,
})

/** One item as a page shows it: its unit, order, clause, clocks, papers and what came of it. */
export const CaseItem = z.object({
  id: text,
  label: Words,
  unit: text,
  unitLabel: Words,
  office: Words.nullable().openapi({ description: 'The office it was handed to, where it was' }),
  officer: nullableText.openapi({ description: 'Who is in charge of it, by name; never told to the family' }),
  status: text,
  statusWords: Words,
  needs: z.array(Words),
  source: Cited,
  confidence: Words.nullable(),
  shows: z.array(
    z.object({
      id: text,
      label: Words,
      from: nullableText,
      commitment: z.boolean(),
      shown: z.enum(['paper', 'commitment']).nullable(),
    }),
  ),
  refusals: z.array(z.object({ id: text, label: Words, source: Cited })),
  produces: z.array(
    z.object({ name: text, label: Words, type: z.looseObject({ kind: text }), value: Written.nullable() }),
  ),
  answer: z
    .object({
      on: Day,
      result: z.enum(['done', 'refused']),
      ground: nullableText,
      clause: text.optional().openapi({ description: 'Named by whoever refused, where it is not the ground’s own' }),
      words: nullableText,
    })
    .nullable(),
  asked: nullableText.openapi({ description: 'What the family was asked for and has not brought' }),
  clocks: z.array(Clock),
  deliveries: z.array(
    z.object({
      id: Id,
      item: text,
      department: text,
      kind: text,
      state: text,
      attempts: z.int(),
      lastError: nullableText,
    }),
  ),
  note: Words.nullable(),
})
