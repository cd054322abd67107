import { z } from '@hono/zod-openapi'
import { Field, Id, Purpose, Words } from '../sign-in/schemas.ts'

export const CaseId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
const nullableText = z.string().nullable()

export const SearchRequest = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(200)
    .openapi({ description: 'A name, its pinyin or initials, a whole number, or an address' }),
  purpose: Purpose,
  caseId: CaseId.nullish(),
  reason: z.string().max(500).nullish().openapi({ description: 'For the purpose emergency' }),
})

export const FoundPeople = z
  .object({
    by: z.enum(['identity', 'phone', 'name', 'pinyin', 'address']),
    people: z.array(
      z.object({
        id: Id,
        name: z.string(),
        sex: nullableText,
        birthDate: z.string(),
        township: z.string(),
        townshipName: Words.nullable(),
        village: nullableText,
        villageName: Words.nullable(),
        identityNumber: nullableText.openapi({ description: 'Masked' }),
        phone: nullableText.openapi({ description: 'Masked' }),
      }),
    ),
    more: z.boolean(),
  })
  .openapi('FoundPeople')

export const ReadRequest = z.strictObject({
  purpose: Purpose,
  caseId: CaseId.nullish(),
  fields: z.array(Field).max(3).default([]),
  births: z
    .boolean()
    .default(true)
    .openapi({ description: 'Births, parents, marriage, household: refused for forbidden purposes' }),
  reason: z.string().max(500).nullish(),
})

const FactOnPage = z
  .object({
    id: Id,
    kind: z.string(),
    label: Words,
    value: z
      .record(z.string(), z.string().nullable())
      .nullable()
      .openapi({ description: 'null: the fact it corrects is withdrawn' }),
    object: z.object({ id: Id, region: z.string(), name: nullableText }).nullable(),
    from: z.string(),
    to: nullableText,
    recordedAt: z.string(),
    source: z.object({ kind: z.string(), label: Words, reference: nullableText }),
    recordedBy: z.object({ name: z.string(), post: Words.nullable() }).nullable(),
    believed: z.boolean(),
    corrects: Id.nullable(),
    correctedBy: Id.nullable(),
    reason: nullableText,
    note: nullableText.openapi({ description: 'A health note in clear, where the field was granted and asked for' }),
  })
  .openapi('Fact')

export const PersonPage = z
  .object({
    id: Id,
    region: z.string(),
    township: z.string(),
    townshipName: Words.nullable(),
    village: nullableText,
    villageName: Words.nullable(),
    name: z.string(),
    sex: nullableText,
    birthDate: z.string(),
    deathDate: nullableText,
    ethnicity: nullableText,
    identityNumber: nullableText,
    phone: nullableText,
    household: z
      .object({
        id: Id,
        address: nullableText,
        members: z.array(
          z.object({ id: Id, name: z.string(), role: z.string(), sex: nullableText, birthDate: z.string() }),
        ),
      })
      .nullable(),
    ties: z.array(
      z.object({ kind: z.string(), person: Id.nullable(), name: nullableText, from: z.string(), to: nullableText }),
    ),
    history: z.array(FactOnPage).openapi({ description: 'Everything on file that may be seen, oldest first' }),
  })
  .openapi('PersonPage')

export const ActionRequest = z.strictObject({
  id: Id.openapi({ description: 'Chosen by the client: sent again, it is done once' }),
  region: z.string().regex(/^[1-9]\d{5}$/),
  source: z.strictObject({
    kind: z.enum(['declared', 'document', 'department', 'import']),
    reference: z.string().max(200).nullable(),
  }),
  command: z.looseObject({ kind: z.string().max(40) }).openapi({
    description:
      'open-household, register-person, state-fact, correct-fact, …: checked by the register, problem by problem',
  }),
  purpose: Purpose,
  caseId: CaseId.nullish(),
})

export const ActionAnswer = z.object({ repeated: z.boolean(), facts: z.array(Id) }).openapi('ActionAnswer')

export const Cases = z
  .object({
    cases: z.array(
      z.object({ caseId: z.string(), purpose: Purpose, openedOn: z.string(), label: Words, about: Id.nullable() }),
    ),
  })
  .openapi('Cases')
export const OpenCase = z.strictObject({ purpose: Purpose, about: Id.nullish() })
export const OpenedCase = z.object({ caseId: z.string() }).openapi('OpenedCase')
