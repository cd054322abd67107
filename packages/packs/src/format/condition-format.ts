import { z } from 'zod'
import { Expression, Id, Source, Words } from './common.ts'

/** An entry of conditions.yaml: an expression, or named conditions joined by `all` or `any`. */
export const NamedConditionFormat = z.strictObject({
  id: Id,
  when: Expression.optional(),
  all: z.array(Id).min(2).optional(),
  any: z.array(Id).min(2).optional(),
  yes: Words.nullable().default(null),
  no: Words.nullable().default(null),
  source: Source.optional(),
  overrides: Id.optional(),
})

/** A condition written in the benefit itself. */
export const OwnConditionFormat = z.strictObject({
  id: Id,
  when: Expression,
  yes: Words.nullable().default(null),
  no: Words.nullable().default(null),
  source: Source.optional(),
})

/** A named condition, with its own source where that differs from the benefit's. */
export const ConditionUseFormat = z.strictObject({ use: Id, source: Source.optional() })

export type NamedConditionFormat = z.infer<typeof NamedConditionFormat>
export type OwnConditionFormat = z.infer<typeof OwnConditionFormat>
