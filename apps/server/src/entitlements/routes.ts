import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { rejectInvalid } from '../edge/reject-invalid.ts'
import type { Library } from '../places/library.ts'
import { PlaceId } from '../places/schemas.ts'
import { problem, problemResponses } from '../problems/problem.ts'
import { Answer, EntitlementsRequest } from './schemas.ts'
import { answerHousehold } from './service.ts'

const askEntitlements = createRoute({
  method: 'post',
  path: '/api/places/{id}/entitlements',
  tags: ['entitlements'],
  summary: 'What one household is entitled to',
  description:
    'For other programs. The family page never calls it: it evaluates in the browser, so that a family’s answers stay on its phone. Nothing sent here is kept or logged.',
  request: {
    params: z.object({ id: PlaceId }),
    body: { required: true, content: { 'application/json': { schema: EntitlementsRequest } } },
  },
  responses: {
    200: {
      description: 'One answer per benefit and person it is for',
      content: {
        'application/json': {
          schema: z.object({ place: z.string(), on: z.string(), answers: z.array(Answer) }).openapi('Entitlements'),
        },
      },
    },
    ...problemResponses(
      'invalid-request',
      'not-json',
      'unknown-place',
      'method-not-allowed',
      'body-too-large',
      'unsupported-media-type',
      'invalid-situation',
      'calendar-not-published',
    ),
  },
})

/** POST /api/places/{id}/entitlements. */
export function entitlementRoutes(library: Library): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(askEntitlements, (c) => {
    const stored = library.places.get(c.req.valid('param').id)
    const { situation, on, lang } = c.req.valid('json')
    c.set('language' as never, lang as never)
    if (stored === undefined) return problem(c, 'unknown-place')
    const outcome = answerHousehold({ place: stored.place, situation, elsewhere: library.vocabulary, on })
    if (outcome.kind === 'invalid') return problem(c, 'invalid-situation', { errors: outcome.errors })
    if (outcome.kind === 'no-calendar') return problem(c, 'calendar-not-published', { detail: outcome.detail })
    return c.json({ place: stored.place.id, on, answers: [...outcome.answers] as z.infer<typeof Answer>[] }, 200, {
      'cache-control': 'no-store',
    })
  })
  return app
}
