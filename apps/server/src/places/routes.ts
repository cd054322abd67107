import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { forever, revalidate, send } from '../edge/send.ts'
import { rejectInvalid } from '../edge/reject-invalid.ts'
import { problem, problemResponses } from '../problems/problem.ts'
import type { Library } from './library.ts'
import { Place, PlaceId, PlaceSummary } from './schemas.ts'

const listPlaces = createRoute({
  method: 'get',
  path: '/api/places',
  tags: ['places'],
  summary: 'The places that can be asked about',
  description: 'Places with a plan of their own come first; then the layers they inherit from.',
  responses: {
    200: {
      description: 'All places',
      headers: z.object({ 'cache-control': z.string() }),
      content: { 'application/json': { schema: z.object({ places: z.array(PlaceSummary) }).openapi('PlaceList') } },
    },
    ...problemResponses('method-not-allowed'),
  },
})

const getPlace = createRoute({
  method: 'get',
  path: '/api/places/{id}',
  tags: ['places'],
  summary: 'One place with everything it inherits, every expression parsed',
  description:
    'Plain JSON that @junheng/entitlements evaluates, in the browser too. With `v` of the list it may be kept for ever.',
  request: {
    params: z.object({ id: PlaceId }),
    query: z.object({ v: z.string().max(40).optional().openapi({ description: 'Version, as the list gives it' }) }),
  },
  responses: {
    200: { description: 'The place', content: { 'application/json': { schema: Place } } },
    304: { description: 'The reader has this version already' },
    ...problemResponses('invalid-request', 'unknown-place', 'method-not-allowed'),
  },
})

/** GET /api/places and GET /api/places/{id}. */
export function placeRoutes(library: Library): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(listPlaces, (c) =>
    c.json({ places: [...library.places.values()].map((stored) => stored.summary) }, 200, {
      'cache-control': revalidate,
    }),
  )
  app.openapi(getPlace, (c) => {
    const stored = library.places.get(c.req.valid('param').id)
    if (stored === undefined) return problem(c, 'unknown-place')
    return send(c, stored.kept, c.req.valid('query').v === stored.summary.version ? forever : revalidate)
  })
  return app
}
