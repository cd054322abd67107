import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../../sign-in/schemas.ts'
import { CaseItem } from './case-item.ts'
import { Cited, nullableText, text } from './common.ts'
import { Written } from './facts.ts'
import { Loss } from './loss.ts'

const Waiting = z.object({
  item: nullableText,
  label: Words,
  who: text,
  whoLabel: Words,
  office: nullableText,
  officer: nullableText,
  what: z.enum(['confirm', 'answer', 'begin', 'tell', 'bring', 'show', 'decide-objection']),
  names: z.array(text),
  words: nullableText,
  until: nullableText,
  workdaysLeft: z.number().nullable(),
  late: z.boolean(),
})

const DocumentLine = z
  .object({
    id: Id,
    item: nullableText,
    paper: nullableText,
    type: text,
    bytes: z.int(),
    sha256: text,
    uploadedAt: text,
  })
  .openapi('CaseDocument')

export const CasePage = z
  .object({
    id: Id,
    number: text,
    procedure: z.object({ id: text, label: Words, from: nullableText, source: Cited }),
    status: text,
    statusWords: Words,
    openedOn: Day,
    endedOn: Day.nullable(),
    lead: z.object({ unit: text, label: Words }),
    viewer: text.openapi({ description: 'The unit that looks, or `family`' }),
    pauses: z.array(z.object({ id: text, label: Words })),
    stops: z.array(z.object({ id: text, label: Words, noted: z.boolean() })),
    loss: Loss,
    contact: z
      .object({ name: text, title: Words, unit: Words })
      .nullable()
      .openapi({ description: 'Who of the family’s own township answers for it' }),
    form: z.object({
      version: text.openapi({ description: 'To be sent back with a confirmation' }),
      fields: z.array(
        z.object({
          name: text,
          label: Words,
          type: z.looseObject({ kind: text }),
          codes: z.array(z.object({ code: text, label: Words })),
          required: z.boolean(),
          prefilledFrom: nullableText,
          fixedBy: nullableText,
          value: Written.nullable(),
          known: z.boolean(),
          toType: z
            .boolean()
            .openapi({ description: 'The family is to say it: nobody else knows it, or nobody said it' }),
        }),
      ),
    }),
    items: z.array(CaseItem),
    waiting: z.array(Waiting),
    objections: z.array(
      z.object({
        id: text,
        item: nullableText,
        on: Day,
        words: text,
        decision: z.object({ on: Day, upheld: z.boolean(), words: text }).nullable(),
      }),
    ),
    mayObject: z.boolean(),
    objecting: z
      .object({ byLabel: Words, within: Words.nullable(), decided: Words.nullable(), source: Cited })
      .nullable()
      .openapi({ description: 'Who answers an objection, and in what time; null: this procedure takes none' }),
    mayWithdraw: z.boolean(),
    documents: z.array(DocumentLine),
    history: z.array(
      z.object({
        id: text,
        kind: text,
        item: nullableText,
        on: Day,
        recordedAt: text,
        unit: text,
        unitLabel: Words,
        person: nullableText,
        words: nullableText,
      }),
    ),
  })
  .openapi('CasePage')
export type CasePage = z.infer<typeof CasePage>
