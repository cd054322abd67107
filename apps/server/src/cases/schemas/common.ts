import { z } from '@hono/zod-openapi'

export const text = z.string()
export const nullableText = z.string().nullable()

/** The clause a thing comes from. */
export const Source = z.object({ document: text, clause: text })

/** The same with the title of its document. */
export const Cited = Source.extend({ title: nullableText.openapi({ description: 'Of the document' }) })
