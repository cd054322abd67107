import { z } from 'zod'
import { BenefitFormat } from './benefit-format.ts'
import { CaseFormat } from './case-format.ts'
import { NamedConditionFormat } from './condition-format.ts'
import { DictionaryFormat } from './dictionary-format.ts'
import { DutyFormat } from './duty-format.ts'
import { ExampleFormat } from './example-format.ts'
import { ManifestFormat } from './manifest-format.ts'
import { ParameterFormat } from './parameter-format.ts'
import { ClauseFormat } from './plan-format.ts'
import { AmendmentFormat, ProcedureFormat } from './procedure-format.ts'
import { ScheduleFormat } from './schedule-format.ts'
import { TargetFormat } from './target-format.ts'

const formats = {
  pack: ManifestFormat,
  plan: z.array(ClauseFormat),
  dictionary: DictionaryFormat,
  conditions: z.array(NamedConditionFormat),
  parameters: z.array(ParameterFormat),
  benefit: BenefitFormat,
  targets: z.array(TargetFormat),
  duties: z.array(DutyFormat),
  examples: z.array(ExampleFormat),
  procedure: z.union([ProcedureFormat, AmendmentFormat]),
  cases: z.array(CaseFormat),
  schedules: z.array(ScheduleFormat),
} as const

/** Kinds of pack files, each with its JSON Schema. */
export type PackFileKind = keyof typeof formats

export type JsonSchema = Readonly<Record<string, unknown>>

/** The JSON Schema of every kind of pack file, made from the very schemas that read them. */
export function packSchemas(): Readonly<Record<PackFileKind, JsonSchema>> {
  const schema = (kind: PackFileKind): JsonSchema => ({
    title: `${kind}.yaml`,
    ...z.toJSONSchema(formats[kind], { io: 'input', target: 'draft-2020-12' }),
  })
  return {
    pack: schema('pack'),
    plan: schema('plan'),
    dictionary: schema('dictionary'),
    conditions: schema('conditions'),
    parameters: schema('parameters'),
    benefit: schema('benefit'),
    targets: schema('targets'),
    duties: schema('duties'),
    examples: schema('examples'),
    procedure: schema('procedure'),
    cases: schema('cases'),
    schedules: schema('schedules'),
  }
}
