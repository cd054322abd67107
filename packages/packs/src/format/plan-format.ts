import { z } from 'zod'
import { Id, Units, Words } from './common.ts'

const PartFormat = z.strictObject({
  kind: z.enum(['rule', 'procedure', 'programme', 'register', 'indicator', 'duty', 'narrative']),
  gist: Words,
  by: z
    .array(Id)
    .default([])
    .meta({ description: '落实它的福利、目标、职责 / benefits, targets or duties that carry it out' }),
  promised: z.boolean().default(false).meta({ description: '还只是承诺 / nothing carries it out yet' }),
})

/** An entry of plan.yaml: one numbered section, in the plan's order, in our own short words. */
export const ClauseFormat = z.strictObject({
  path: z.string().min(1),
  heading: z.string().min(1),
  lead: Units.default([]),
  support: Units.default([]),
  joint: Units.default([]),
  implement: Units.default([]),
  parts: z.array(PartFormat).min(1),
})

export type ClauseFormat = z.infer<typeof ClauseFormat>
