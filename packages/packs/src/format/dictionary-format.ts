import { z } from 'zod'
import { Expression, Id, Name, Source, Words } from './common.ts'

const overrides = Id.optional().meta({ description: '改写上级包的同名条目 / the pack whose item this one replaces' })

export const TypeText = z
  .string()
  .regex(/^(boolean|number|money|date|region|code\([A-Za-z][A-Za-z0-9-]*\))$/)
  .meta({ description: 'boolean | number | money | date | region | code(<list>)' })

const DataCategoryFormat = z
  .enum(['identity', 'contact', 'residence', 'fertility', 'health', 'money', 'insurance', 'paper', 'matter'])
  .meta({ description: '属于哪一类资料；不写就不能给部门 / what it tells of people; unstated: no unit is sent it' })

export const TopicFormat = z.strictObject({ id: Id, label: Words, overrides })

export const TableFormat = z.strictObject({
  name: Name,
  row: Name,
  aliases: z.array(Name).default([]),
  label: Words,
  overrides,
})

export const CodeListFormat = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  codes: z.array(z.strictObject({ code: z.string().min(1), label: Words })).min(1),
  overrides,
})

export const FactFormat = z.strictObject({
  name: Name,
  aliases: z.array(Name).default([]),
  type: TypeText,
  topic: Id,
  label: Words,
  question: Words.nullable().default(null),
  help: Words.nullable().default(null),
  ask: z.enum(['auto', 'volunteer']).optional(),
  unit: z.string().min(1).nullable().default(null),
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
  is: Expression.optional(),
  source: Source.optional(),
  category: DataCategoryFormat.optional(),
  overrides,
})

/** What only procedures know of a case: texts no rule reads, and facts nobody is asked elsewhere. */
export const FieldFormat = z.strictObject({
  name: Name,
  type: z
    .string()
    .regex(
      /^(boolean|number|money|date|region|code\([A-Za-z][A-Za-z0-9-]*\)|text|text\((person-name|resident-id|phone|address|account|number)\))$/,
    )
    .meta({ description: 'boolean | number | money | date | region | code(<list>) | text | text(<form>)' }),
  label: Words,
  category: DataCategoryFormat.optional(),
  overrides,
})

export const UnitFormat = z.strictObject({
  id: Id,
  label: Words,
  receives: z
    .array(DataCategoryFormat)
    .default([])
    .meta({ description: '职责允许它知道哪几类资料 / the categories that its duties let it know' }),
  overrides,
})

/** dictionary.yaml */
export const DictionaryFormat = z.strictObject({
  topics: z.array(TopicFormat).optional(),
  tables: z.array(TableFormat).optional(),
  codeLists: z.array(CodeListFormat).optional(),
  facts: z.array(FactFormat).optional(),
  fields: z.array(FieldFormat).optional(),
  units: z.array(UnitFormat).optional(),
})

export type FieldFormat = z.infer<typeof FieldFormat>
export type UnitFormat = z.infer<typeof UnitFormat>
export type TopicFormat = z.infer<typeof TopicFormat>
export type TableFormat = z.infer<typeof TableFormat>
export type CodeListFormat = z.infer<typeof CodeListFormat>
export type FactFormat = z.infer<typeof FactFormat>
