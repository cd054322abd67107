import { z } from '@hono/zod-openapi'

/** A value of a field as it is written: days ISO, money in yuan. */
export const Written = z.union([z.boolean(), z.number(), z.string().max(2000)])
export const Facts = z
  .record(z.string().max(100), Written)
  .openapi('CaseFacts', { description: 'Values by the name of their field; days ISO, money in yuan' })
