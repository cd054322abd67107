import { z } from 'zod'
import { DayText, Id, Name } from './common.ts'

const Facts = z.record(Name, z.union([z.string(), z.number(), z.boolean()]))

const StepFormat = z.strictObject({
  on: DayText,
  do: z.enum([
    'open',
    'confirm',
    'start',
    'deliver',
    'acknowledge',
    'answer',
    'ask-for-more',
    'provide',
    'correct',
    'withdraw',
    'cancel',
    'object',
    'decide-objection',
    'reopen',
    'hand-over',
    'substitute',
    'note-stop',
  ]),
  by: Id.optional().meta({ description: '谁办；不写按动作推 / who; by default whoever the action belongs to' }),
  item: Id.optional(),
  items: z.array(Id).optional(),
  result: z.enum(['done', 'refused', 'needs-more']).optional(),
  ground: Id.optional(),
  pause: Id.optional(),
  reason: Id.optional(),
  upheld: z.boolean().optional(),
  to: z.string().min(1).optional(),
  facts: Facts.optional(),
  version: DayText.optional(),
  outputs: Facts.optional(),
  papers: z.record(Id, z.enum(['paper', 'commitment'])).optional(),
  turnedDown: z
    .array(z.string().min(1))
    .optional()
    .meta({ description: '应当被拒绝的代码 / the codes with which it must be turned down' }),
})

/** An entry of cases.yaml: a case told step by step, and how it must then stand. */
export const CaseFormat = z.strictObject({
  name: z.string().min(1),
  procedure: Id,
  steps: z.array(StepFormat).min(1),
  expect: z.strictObject({
    on: DayText,
    version: DayText.nullable().optional(),
    status: z
      .enum(['offered', 'running', 'completed', 'partly', 'refused', 'stopped', 'withdrawn', 'cancelled'])
      .optional(),
    items: z
      .record(
        Id,
        z.enum([
          'waiting',
          'undecided',
          'not-needed',
          'ready',
          'working',
          'asked',
          'done',
          'refused',
          'stopped',
          'blocked',
          'absent',
        ]),
      )
      .optional(),
    due: z
      .record(z.string().min(1), z.union([DayText, z.enum(['paused', 'not-started', 'met', 'missed', 'stopped'])]))
      .optional()
      .meta({ description: '“事项/期限”到期哪一天 / the last day of "item/clock"' }),
    late: z.array(z.string().min(1)).optional(),
    family: z
      .array(z.string().min(1))
      .optional()
      .meta({ description: '家庭要做的：“confirm”“show 事项”… / what the family must do' }),
  }),
})

export type CaseFormat = z.infer<typeof CaseFormat>
export type StepFormat = z.infer<typeof StepFormat>
