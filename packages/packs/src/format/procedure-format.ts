import { z } from 'zod'
import { ConfidenceMark, DayText, Expression, Id, Name, Source, Words } from './common.ts'
import { RecordFormat } from './record-format.ts'

const InForceFormat = z.strictObject({ from: DayText.nullable().default(null), to: DayText.nullable().default(null) })
const ReasonFormat = z.strictObject({ id: Id, label: Words })
const ClockUnitFormat = z.enum(['working-days', 'days', 'months'])
const limit = z.int().min(1).max(3660)

const NeedFormat = z
  .union([
    Id,
    z.strictObject({ item: Id, outcome: z.enum(['done', 'refused', 'settled']).default('done') }),
    z.strictObject({ fact: Name }),
  ])
  .meta({ description: '要等什么：事项、事项的结果，或一项资料 / an item, its outcome, or a fact' })

const ClockFormat = z.strictObject({
  id: Id,
  label: Words.optional(),
  binds: z.enum(['unit', 'family']).default('unit'),
  limit,
  unit: ClockUnitFormat,
  when: Expression.nullable()
    .default(null)
    .meta({ description: '什么情况下才算这个期限 / it runs only where this holds' }),
  from: z
    .union([z.enum(['open', 'confirm', 'ready', 'start', 'deliver', 'acknowledge']), z.strictObject({ fact: Name })])
    .optional()
    .meta({
      description: '从哪一步或哪个日期起算，当天不算 / the step or date it counts from; that day does not count',
    }),
  until: z.enum(['confirm', 'start', 'answer']).default('answer'),
  pauses: z.array(Id).default([]),
  warnBefore: z.int().min(0).max(60).nullable().default(null),
  escalateTo: Id.nullable().default(null),
  source: Source.optional(),
  confidence: ConfidenceMark.optional(),
})

const ShownFormat = z.strictObject({
  id: Id,
  label: Words,
  from: Id.nullable().default(null),
  commitment: z.boolean().default(false),
})

const GroundFormat = z.strictObject({ id: Id, label: Words, source: Source.optional() })

const SentFormat = z.union([Name, z.strictObject({ field: Name, source: Source })]).meta({
  description:
    '给部门看的一项资料；依据就是事项的 source，另有依据的单写 / a field the unit is told; by the item’s source, or one of its own',
})

const item = {
  label: Words,
  unit: Id,
  source: Source,
  confidence: ConfidenceMark,
  needs: z.array(NeedFormat),
  when: Expression.nullable(),
  whenWords: Words.nullable(),
  awaits: z.enum(['open', 'confirm']),
  starts: z.enum(['itself', 'by-hand']),
  clocks: z.array(ClockFormat),
  sends: z.array(SentFormat),
  produces: z.array(Name),
  records: z.array(RecordFormat),
  shows: z.array(ShownFormat),
  refusals: z.array(GroundFormat),
  stopsOn: z.array(Id),
  onlyAfter: z.array(Id),
  note: Words.nullable(),
}

const ItemFormat = z.strictObject({
  id: Id,
  ...z.object(item).partial().required({ label: true, unit: true, source: true }).shape,
})

/** An item of an amendment: only what differs, or a whole new item; `drop` takes it out. */
const ItemChangeFormat = z.strictObject({ id: Id, ...z.object(item).partial().shape, drop: z.boolean().optional() })

const FormFieldFormat = z.strictObject({
  field: Name,
  from: Id.nullable().optional().meta({ description: '从哪里已经知道，不再问人 / where it is known from already' }),
  required: z.boolean().optional(),
  when: Expression.nullable().optional(),
  fixedBy: Id.nullable().optional(),
  once: z.boolean().optional().meta({
    description: '同一胎的几个孩子只填一次 / said once for all the children of one birth',
  }),
})

const ObjectionFormat = z.strictObject({
  within: z.strictObject({ limit, unit: ClockUnitFormat }).nullable().default(null),
  by: Id,
  decided: z
    .strictObject({
      limit,
      unit: ClockUnitFormat,
      warnBefore: z.int().min(0).max(60).nullable().default(null),
      escalateTo: Id.nullable().default(null),
      confidence: ConfidenceMark.optional(),
    })
    .nullable()
    .default(null),
  source: Source,
})

const CasePurposeFormat = z
  .enum(['birth-service', 'benefit', 'health-service', 'childcare', 'casework'])
  .default('casework')
  .meta({
    description:
      '凭什么读写人口登记；casework 不读也不写 / by which purpose the register is read and written; casework: it is not',
  })

/** procedures/<id>.yaml: what is asked, which units work on it, in which order, how long each may take. */
export const ProcedureFormat = z.strictObject({
  id: Id,
  label: Words,
  official: z.string().min(1).nullable().default(null),
  subject: z
    .string()
    .min(1)
    .meta({ description: '事主：某张表的一行（child）或 household / a row of a table or household' }),
  purpose: CasePurposeFormat,
  source: Source,
  confidence: ConfidenceMark.optional(),
  inForce: InForceFormat.optional(),
  datedBy: Name.nullable().default(null),
  lead: Id,
  openedBy: z.array(Id).min(1),
  guardian: z
    .strictObject({ unit: Id, when: Expression })
    .nullable()
    .default(null)
    .meta({ description: '没有家庭时由谁代办 / who stands in the place of a family where there is none' }),
  uniqueBy: z
    .array(Name)
    .default([])
    .meta({ description: '合起来认定是同一件事的资料 / fields that together name one case' }),
  form: z.array(FormFieldFormat).default([]),
  items: z.array(ItemFormat).min(1),
  pauses: z.array(ReasonFormat).default([]),
  stops: z.array(ReasonFormat).default([]),
  withdrawal: z
    .strictObject({ notAfter: z.array(Id).default([]), source: Source })
    .nullable()
    .default(null),
  objection: ObjectionFormat.nullable().default(null),
  note: Words.nullable().default(null),
  overrides: Id.optional(),
})

/** procedures/<id>.yaml with `amends`: what a place, or a later day, changes in a procedure. */
export const AmendmentFormat = z.strictObject({
  id: Id,
  amends: Id,
  label: Words.optional(),
  official: z.string().min(1).optional(),
  source: Source,
  confidence: ConfidenceMark.optional(),
  inForce: InForceFormat.optional(),
  openedBy: z.array(Id).min(1).optional(),
  form: z.array(FormFieldFormat).default([]),
  items: z.array(ItemChangeFormat).default([]),
  pauses: z.array(ReasonFormat).default([]),
  stops: z.array(ReasonFormat).default([]),
  note: Words.optional(),
})

export type ProcedureFormat = z.infer<typeof ProcedureFormat>
export type AmendmentFormat = z.infer<typeof AmendmentFormat>
export type ItemChangeFormat = z.infer<typeof ItemChangeFormat>
export type FormFieldFormat = z.infer<typeof FormFieldFormat>
export type ClockFormat = z.infer<typeof ClockFormat>
