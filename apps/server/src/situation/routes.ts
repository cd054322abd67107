import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { situationSchema, unionVocabulary } from '@junheng/entitlements'
import { rejectInvalid } from '../edge/reject-invalid.ts'
import { revalidate } from '../edge/send.ts'
import type { Library } from '../places/library.ts'
import { problem, problemResponses } from '../problems/problem.ts'

const getSchema = createRoute({
  method: 'get',
  path: '/api/schema/situation',
  tags: ['entitlements'],
  summary: 'JSON Schema of a household’s situation',
  request: {
    query: z.object({
      place: z
        .string()
        .max(40)
        .optional()
        .openapi({ description: 'Only what this place asks about; default all places' }),
    }),
  },
  responses: {
    200: {
      description: 'JSON Schema, draft 2020-12',
      content: { 'application/schema+json': { schema: z.looseObject({}) } },
    },
    ...problemResponses('invalid-request', 'unknown-place', 'method-not-allowed'),
  },
})

/** GET /api/schema/situation. */
export function situationRoutes(library: Library): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(getSchema, (c) => {
    const id = c.req.valid('query').place
    const vocabulary =
      id === undefined
        ? unionVocabulary([...library.places.values()].map((stored) => stored.place))
        : library.places.get(id)?.place
    if (vocabulary === undefined) return problem(c, 'unknown-place')
    return c.body(JSON.stringify(situationSchema(vocabulary)), 200, {
      'content-type': 'application/schema+json',
      'cache-control': revalidate,
    })
  })
  return app
}
