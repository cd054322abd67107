import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { parseDay } from '@junheng/kernel'
import { comparePlaces, coverage } from '@junheng/packs'
import { rejectInvalid } from '../edge/reject-invalid.ts'
import { noSuchDay } from '../edge/no-such-day.ts'
import { revalidate } from '../edge/send.ts'
import type { Library } from '../places/library.ts'
import { IsoDay, PlaceId } from '../places/schemas.ts'
import { problem, problemResponses } from '../problems/problem.ts'

const getCoverage = createRoute({
  method: 'get',
  path: '/api/places/{id}/coverage',
  tags: ['places'],
  summary: 'Which clause of the plan is carried out by what',
  request: { params: z.object({ id: PlaceId }) },
  responses: {
    200: {
      description: 'Every clause of the plan, with what carries it out and what is so far only promised',
      content: { 'application/json': { schema: z.looseObject({}).openapi('Coverage') } },
    },
    ...problemResponses('invalid-request', 'unknown-place', 'method-not-allowed'),
  },
})

const getDiff = createRoute({
  method: 'get',
  path: '/api/places/{a}/diff/{b}',
  tags: ['places'],
  summary: 'Two places, benefit by benefit',
  request: {
    params: z.object({ a: PlaceId, b: PlaceId }),
    query: z.object({ on: IsoDay.openapi({ description: 'The day whose amounts are compared' }) }),
  },
  responses: {
    200: {
      description: 'What only one of them has, and where they differ',
      content: { 'application/json': { schema: z.looseObject({}).openapi('PlaceDiff') } },
    },
    ...problemResponses('invalid-request', 'unknown-place', 'method-not-allowed'),
  },
})

/** GET /api/places/{id}/coverage and GET /api/places/{a}/diff/{b}. */
export function coverageRoutes(library: Library): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  const place = (id: string) => library.places.get(id)?.place
  app.openapi(getCoverage, (c) => {
    const found = place(c.req.valid('param').id)
    if (found === undefined) return problem(c, 'unknown-place')
    return c.json({ ...coverage(found) }, 200, { 'cache-control': revalidate })
  })
  app.openapi(getDiff, (c) => {
    const { a, b } = c.req.valid('param')
    const [left, right] = [place(a), place(b)]
    if (left === undefined || right === undefined) return problem(c, 'unknown-place')
    const on = parseDay(c.req.valid('query').on)
    if (on === undefined) return problem(c, 'invalid-request', { errors: [noSuchDay('on', c.req.valid('query').on)] })
    return c.json({ ...comparePlaces(left, right, { on }) }, 200, { 'cache-control': revalidate })
  })
  return app
}
