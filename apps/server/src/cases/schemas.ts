import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../sign-in/schemas.ts'

const text = z.string()
const nullableText = z.string().nullable()
const Written = z.union([z.boolean(), z.number(), z.string().max(2000)])
export const Facts = z
  .record(z.string().max(100), Written)
  .openapi('CaseFacts', { description: 'Values by the name of their field; days ISO, money in yuan' })
const Source = z.object({ document: text, clause: text })
const Cited = Source.extend({ title: nullableText.openapi({ description: 'Of the document' }) })

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

const Loss = z
  .enum(['none', 'stillbirth', 'death'])
  .openapi({ description: 'Whether the child was lost, so that nobody is told anything cheerful' })

const CaseItem = z.object({
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

/** What staff may do to a case; who does it and on which day is known from the session. */
export const CaseAction = z
  .looseObject({
    kind: z.string().max(40).openapi({ example: 'answer' }),
    id: z.string().min(1).max(200).openapi({ description: 'Chosen by the sender: sent again, it is one action' }),
  })
  .openapi('CaseAction', {
    description: 'answer, acknowledge, ask-for-more, provide, start, correct, hand-over, substitute, reopen, cancel, …',
  })

export const CaseDone = z.object({ repeated: z.boolean(), status: text, number: text }).openapi('CaseActionTaken')

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
