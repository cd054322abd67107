import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { rejectInvalid } from '../edge/reject-invalid.ts'
import { problem, problemResponses } from '../problems/problem.ts'
import { findChildren, findEntry, searchRegions } from './service.ts'

const RegionEntry = z
  .object({
    code: z.int().openapi({ example: 421202 }),
    name: z.string().openapi({ example: '咸安区' }),
    path: z.string().openapi({ example: '湖北省 咸宁市 咸安区' }),
    hasChildren: z.boolean(),
  })
  .openapi('Region')

const Code = z.string().regex(/^\d{6}$/)

const listRegions = createRoute({
  method: 'get',
  path: '/api/regions',
  tags: ['regions'],
  summary: 'Administrative regions: one level down, or by name',
  description: 'Give `parent` (000000 for the provinces), `q`, or `code`; with none, the provinces.',
  request: {
    query: z.object({
      parent: Code.optional().openapi({ example: '421200' }),
      q: z.string().min(1).max(40).optional().openapi({ example: '咸安' }),
      code: Code.optional().openapi({ example: '421202' }),
    }),
  },
  responses: {
    200: {
      description: 'The regions, at most 50 for a search',
      content: { 'application/json': { schema: z.object({ regions: z.array(RegionEntry) }).openapi('RegionList') } },
    },
    ...problemResponses('invalid-request', 'unknown-region', 'method-not-allowed'),
  },
})

/** GET /api/regions. */
export function regionRoutes(): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(listRegions, (c) => {
    const { parent = '000000', q, code } = c.req.valid('query')
    const one = code === undefined ? undefined : findEntry(Number(code))
    if (code !== undefined && one === undefined) return problem(c, 'unknown-region')
    const regions = one !== undefined ? [one] : q !== undefined ? searchRegions(q, 50) : findChildren(Number(parent))
    if (regions === undefined) return problem(c, 'unknown-region')
    return c.json({ regions: [...regions] }, 200, { 'cache-control': 'public, max-age=86400' })
  })
  return app
}
