import { z } from 'zod'
import { ConfidenceMark, DayText, Id, Name, Source, Words } from './common.ts'
import { TypeText } from './dictionary-format.ts'

/** An entry of parameters.yaml: dated values, each with its source. */
export const ParameterFormat = z.strictObject({
  id: Name,
  aliases: z.array(Name).default([]),
  label: Words,
  type: TypeText,
  unit: z.string().min(1).nullable().default(null),
  values: z
    .array(
      z.strictObject({
        from: DayText,
        to: DayText.nullable().default(null),
        value: z.union([z.string().min(1), z.number(), z.boolean()]),
        source: Source,
        confidence: ConfidenceMark.optional(),
      }),
    )
    .min(1),
  overrides: Id.optional(),
})

export type ParameterFormat = z.infer<typeof ParameterFormat>
