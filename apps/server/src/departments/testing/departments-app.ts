import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import type { Casework } from '../../cases/casework.ts'
import type { Secrets } from '../../database/secrets.ts'
import { region } from '../../register/testing/scene.ts'
import type { Office } from '../../sign-in/office.ts'
import type { Connections } from '../call-department.ts'
import { departmentRoutes } from '../department-routes.ts'

/** Only what departments call, without the rest of the service: it starts in no time. */
export function departmentsApp(
  casework: Casework,
  { secrets }: { readonly secrets: Secrets },
  {
    connections = new Map(),
    now = () => Temporal.Now.instant(),
  }: { readonly connections?: Connections; readonly now?: () => Temporal.Instant } = {},
): OpenAPIHono {
  const office = {
    register: casework.register,
    secrets,
    now,
    cases: { casework, connections, regions: [region], simulated: null, timeoutMs: 2000 },
  } as unknown as Office
  const app = new OpenAPIHono()
  app.use(requestId())
  app.use(async (c, next) => {
    c.set('office' as never, office as never)
    return next()
  })
  app.route('/', departmentRoutes() as unknown as OpenAPIHono)
  return app
}
