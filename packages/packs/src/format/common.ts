import { z } from 'zod'
import { parseDay } from '@junheng/kernel'

/** Words a person reads, Chinese first. */
export const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).meta({
  description: '给人看的话，中文在前 / words a person reads, Chinese first',
})

/** Ids of benefits, documents, targets, duties, conditions, packs: lower-case words joined by hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A name an expression may use: letters of any script, digits, dots; no operators, no spaces. */
export const Name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u)

/** A real calendar day as text. */
export const DayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseDay(text) !== undefined, { params: { code: 'not-a-day' } })

export const Source = z
  .strictObject({ document: Id, clause: z.string().min(1) })
  .meta({ description: '出处：文件与条款 / the document and the clause it comes from' })

export const ConfidenceMark = z.enum(['confirmed', 'single-source', 'unconfirmed'])

/** An expression of the rules language; a bare number or true/false is one too. */
export const Expression = z
  .union([z.string().min(1), z.number(), z.boolean()])
  .meta({ description: '规则表达式 / an expression of the rules language' })

const EndRuleFormat = z.enum(['at-once', 'month-after', 'year-after', 'never'])

export const StopsFormat = z
  .strictObject({
    death: EndRuleFormat.nullable().default(null),
    movedAway: EndRuleFormat.nullable().default(null),
  })
  .meta({
    description: '去世、迁出以后什么时候停；没有规定就不写 / when it ends after a death or a move; unstated: unknown',
  })

export const Units = z.array(z.string().min(1))
