import { setTimeout as pause } from 'node:timers/promises'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Answer, Delivery, findSignatureFault, Inventory, Receipt, sign } from '@junheng/connector'
import { Department } from './department.ts'
import { Faults } from './faults.ts'

const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } })
const Refusal = z.object({ title: z.string(), status: z.int(), detail: z.string() }).openapi('Problem')
/** Named without content, so that a handler may answer with the finished Response of `refuse`. */
interface Refusals {
  readonly 500: { readonly description: string }
}
const refusals = (texts: Readonly<Record<number, string>>): Refusals =>
  Object.fromEntries(
    Object.entries({ ...texts, 500: 'Something broke; try again' }).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: Refusal } } },
    ]),
  ) as unknown as Refusals

const deliver = createRoute({
  method: 'post',
  path: '/deliveries',
  summary: 'Takes a delivery; its id is the idempotency key',
  description: 'Signed after the Standard Webhooks specification. 202 says that it was kept, not what will come of it.',
  request: { body: { required: true, ...json(Delivery) } },
  responses: {
    202: { description: 'Kept', ...json(Receipt) },
    200: { description: 'Had been kept before', ...json(Receipt) },
    ...refusals({
      400: 'Not a delivery',
      401: 'Not signed by whom it should be',
      422: 'Never: this delivery cannot be taken',
      503: 'Not now; try again',
    }),
  },
})
const list = createRoute({
  method: 'get',
  path: '/deliveries',
  summary: 'Everything the department has, for reconciliation',
  responses: { 200: { description: 'The list', ...json(Inventory) } },
})
const sayAgain = createRoute({
  method: 'post',
  path: '/deliveries/{delivery}/answer',
  summary: 'Says its last outcome of a delivery again',
  description:
    'Asked for when reconciliation finds an answer lost. The call is signed like a delivery, over the body `{"delivery": id}`; so is the reply, over the answer as it stands in the body. It is the same answer, by its id and sequence.',
  request: {
    params: z.object({ delivery: z.uuid() }),
    body: { required: true, ...json(z.strictObject({ delivery: z.uuid() })) },
  },
  responses: {
    200: { description: 'What it said', ...json(Answer) },
    ...refusals({
      400: 'Not such a question',
      401: 'Not signed by whom it should be',
      404: 'It has said nothing of this delivery',
      503: 'Not now; try again',
    }),
  },
})
const misbehave = createRoute({
  method: 'put',
  path: '/faults',
  summary: 'Only of a simulated department: how it misbehaves from now on',
  request: { body: { required: true, ...json(Faults) } },
  responses: { 200: { description: 'So it will', ...json(Faults) } },
})
const mood = createRoute({
  method: 'get',
  path: '/faults',
  summary: 'Only of a simulated department: how it misbehaves now',
  responses: { 200: { description: 'So it does', ...json(Faults) } },
})

/** The side of the contract that a department carries out, over one simulated department. `seconds`: the clock. */
export function departmentApp(
  department: Department,
  { key, seconds, random }: { readonly key: Uint8Array; readonly seconds: () => number; readonly random: () => number },
): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : refuse(400, c.req.path)),
  })
  app.use('/deliveries/*', async (c, next) => {
    const { down, slowMs, failing, turningAway } = department.faults
    if (slowMs > 0) await pause(slowMs)
    if (down) return refuse(503, 'down')
    if (c.req.method === 'POST') {
      const body = await c.req.text()
      const fault = findSignatureFault([key], { headers: c.req.header(), body, now: seconds() })
      if (fault !== undefined) return refuse(401, fault)
      if (random() < turningAway) return refuse(422, 'no form of this kind is known here')
      if (random() < failing) return refuse(500, 'failed before anything was done')
    }
    return next()
  })
  app.openapi(deliver, (c) => {
    const { receipt, again } = department.take(c.req.valid('json'))
    // Kept, but the sender never hears of it.
    if (random() < department.faults.lostReply) return refuse(500, 'the reply was lost')
    return c.json(receipt, again ? 200 : 202)
  })
  app.openapi(list, (c) => c.json({ department: department.name, lines: [...department.ledger.lines()] }, 200))
  app.openapi(sayAgain, (c) => {
    const { delivery } = c.req.valid('param')
    const said = department.ledger.find(delivery)?.said ?? null
    if (said === null || c.req.valid('json').delivery !== delivery) return refuse(404, 'nothing was said of it')
    const body = JSON.stringify(said)
    const headers = { 'content-type': 'application/json', ...sign(key, { id: said.id, seconds: seconds(), body }) }
    return new Response(body, { headers })
  })
  app.openapi(misbehave, (c) => {
    department.faults = c.req.valid('json')
    return c.json(department.faults, 200)
  })
  app.openapi(mood, (c) => c.json(department.faults, 200))
  return app
}

/** OpenAPI 3.1 of what a department carries out to be connected. */
export function describeDepartments() {
  const powers = { now: () => '', random: () => 0, newId: () => '', later: () => undefined, send: () => undefined }
  const app = departmentApp(new Department('health', powers), {
    key: new Uint8Array(),
    seconds: () => 0,
    random: () => 0,
  })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Junheng department connector',
      version: '1.0.0',
      description:
        'What a department takes from Junheng: deliveries, signed after the Standard Webhooks specification with a key the two share, at least once, each with an id that makes a repetition harmless. It answers by a signed POST to /api/departments/{department}/answers. The routes under /faults belong to the simulated departments alone.',
    },
    servers: [{ url: '/' }],
  })
}

function refuse(status: number, detail: string): Response {
  return Response.json(
    { title: status === 503 ? '暂停服务 not now' : '没有受理 not taken', status, detail },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
}
