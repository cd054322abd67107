import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Department } from '@junheng/connector'
import { caseDesk } from '../cases/case-desk.ts'
import { caseLabels } from '../cases/case-labels.ts'
import { problem } from '../problems/problem.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Done, Id, Words } from '../sign-in/schemas.ts'
import { refuse, requireStaff, type StaffSession } from '../sign-in/session.ts'
import type { Context } from 'hono'
import { listDeadLetters, settleDeadLetter } from './dead-letters.ts'
import { readStatuses } from './read-statuses.ts'
import { reconcileDepartment } from './reconcile-department.ts'
import { repairDifferences } from './repair-differences.ts'
import { changeFaults, faultsSchema, readFaults } from './simulated-faults.ts'

const text = z.string()
const DeadLetters = z
  .object({
    letters: z.array(
      z.object({
        id: Id,
        caseId: Id,
        number: text,
        item: text,
        itemLabel: Words,
        department: text,
        kind: text,
        attempts: z.int(),
        lastError: text.nullable(),
        createdAt: text,
      }),
    ),
  })
  .openapi('DeadLetters')
const Statuses = z
  .object({
    departments: z.array(
      z.object({
        department: Department,
        connected: z.boolean(),
        simulated: z.boolean(),
        waiting: z.int(),
        open: z.int(),
        dead: z.int(),
        failures: z.int().openapi({ description: 'Calls in a row that failed' }),
        openUntil: text.nullable().openapi({ description: 'Left alone until then' }),
        oldest: text.nullable().openapi({ description: 'Since when the oldest waits to be sent' }),
      }),
    ),
  })
  .openapi('DepartmentStatuses')
const Reconciled = z
  .object({
    ours: z.int(),
    theirs: z.int(),
    differences: z.array(
      z.object({
        delivery: Id,
        kind: z.enum(['theirs-only', 'never-arrived', 'answer-lost', 'answer-unknown']),
        ours: text.nullable(),
        theirs: text.nullable(),
      }),
    ),
    repaired: z
      .array(
        z.object({
          delivery: Id,
          kind: z.enum(['never-arrived', 'answer-lost']),
          how: z.enum(['sent-again', 'answer-taken', 'not-taken', 'nothing-said', 'silent', 'unsigned']),
          outcome: text.nullable(),
        }),
      )
      .openapi({
        description:
          'What was done now: deliveries sent again, lost answers asked for again and taken as any other. `differences` is what is left.',
      }),
  })
  .openapi('Reconciliation')
const byDepartment = z.object({ department: Department })

const dead = createRoute({
  method: 'get',
  path: '/api/deliveries/dead',
  tags: ['cases'],
  summary: 'Deliveries that were given up, the oldest first',
  responses: answers(DeadLetters, { summary: 'At most 200', problems: guarded }),
})
const settle = createRoute({
  method: 'post',
  path: '/api/deliveries/{id}/settle',
  tags: ['cases'],
  summary: 'Sends a dead letter again, or leaves its item to the desk',
  request: {
    params: z.object({ id: Id }),
    body: jsonBody(z.strictObject({ deed: z.enum(['send-again', 'by-hand']), words: z.string().min(2).max(500) })),
  },
  responses: answers(Done, { summary: 'Done', problems: [...guardedChange, 'conflict'] }),
})
const statuses = createRoute({
  method: 'get',
  path: '/api/deliveries/departments',
  tags: ['cases'],
  summary: 'How each department’s line stands',
  responses: answers(Statuses, { summary: 'Six departments', problems: guarded }),
})
const reconcile = createRoute({
  method: 'post',
  path: '/api/deliveries/departments/{department}/reconcile',
  tags: ['cases'],
  summary: 'Our list against the department’s own, both ways; what was lost is repaired when asked',
  request: { params: byDepartment, body: jsonBody(z.strictObject({ repair: z.boolean().default(false) })) },
  responses: answers(Reconciled, {
    summary: 'The differences',
    problems: [...guardedChange, 'department-silent'],
  }),
})
const faultsNow = createRoute({
  method: 'get',
  path: '/api/deliveries/departments/{department}/faults',
  tags: ['cases'],
  summary: 'Only of a simulated department: how it misbehaves now; 404 outside the demonstration',
  request: { params: byDepartment },
  responses: answers(faultsSchema, { summary: 'So it does', problems: [...guarded, 'not-found', 'department-silent'] }),
})
const faults = createRoute({
  method: 'put',
  path: '/api/deliveries/departments/{department}/faults',
  tags: ['cases'],
  summary: 'Only of a simulated department: how it misbehaves from now on; 404 outside the demonstration',
  request: { params: byDepartment, body: jsonBody(faultsSchema) },
  responses: answers(faultsSchema, {
    summary: 'So it does',
    problems: [...guardedChange, 'not-found', 'department-silent'],
  }),
})

/** The data officer's desk. */
export function deliveryRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(dead, async (c) => {
    const { casework, access } = caseDesk(c, await requireDataOfficer(c))
    const found = await listDeadLetters(casework, access)
    const procedures = casework.proceduresOf(access.region)
    const letters = found.map(
      ({ case_id: caseId, last_error: lastError, created_at: createdAt, procedure, ...rest }) => {
        const { item } = caseLabels(procedures, { procedure, from: null, item: rest.item, unit: rest.department })
        return { ...rest, itemLabel: item ?? { zh: rest.item, en: rest.item }, caseId, lastError, createdAt }
      },
    )
    return c.json({ letters }, 200, unkept)
  })
  app.openapi(settle, async (c) => {
    const { casework, access } = caseDesk(c, await requireDataOfficer(c))
    const { id } = c.req.valid('param')
    const now = c.get('office').now()
    const wrong = await settleDeadLetter(casework, { access, id, ...c.req.valid('json'), now })
    return wrong === undefined
      ? c.json({ done: true as const }, 200, unkept)
      : problem(c, 'conflict', { detail: wrong.message, errors: [wrong] })
  })
  app.openapi(statuses, async (c) => {
    const { service, access } = caseDesk(c, await requireDataOfficer(c))
    return c.json({ departments: [...(await readStatuses(service, access))] }, 200, unkept)
  })
  app.openapi(reconcile, async (c) => {
    const { service, casework, access } = caseDesk(c, await requireDataOfficer(c))
    const { connections, timeoutMs } = service
    const { department } = c.req.valid('param')
    const connection = connections.get(department)
    const compare = () => reconcileDepartment(casework, { access, department, connections, timeoutMs })
    const found = await compare()
    if (!found.ok || connection === undefined) return problem(c, 'department-silent')
    const now = c.get('office').now()
    const { differences } = found
    const repaired = c.req.valid('json').repair
      ? await repairDifferences(casework, { access, department, connection, timeoutMs, differences, now })
      : []
    // What is left is looked for anew: that something was repaired is shown by its absence.
    const left = repaired.length === 0 ? found : await compare()
    if (!left.ok) return problem(c, 'department-silent')
    const { ours, theirs } = left
    return c.json({ ours, theirs, differences: [...left.differences], repaired: [...repaired] }, 200, unkept)
  })
  app.openapi(faultsNow, async (c) => {
    const { service } = caseDesk(c, await requireDataOfficer(c))
    const connection = service.simulated?.get(c.req.valid('param').department)
    if (connection === undefined) return problem(c, 'not-found')
    const now = await readFaults(connection, service.timeoutMs)
    return now === undefined ? problem(c, 'department-silent') : c.json(now, 200, unkept)
  })
  app.openapi(faults, async (c) => {
    const { service } = caseDesk(c, await requireDataOfficer(c))
    const connection = service.simulated?.get(c.req.valid('param').department)
    if (connection === undefined) return problem(c, 'not-found')
    const now = await changeFaults(connection, c.req.valid('json'), service.timeoutMs)
    return now === undefined ? problem(c, 'department-silent') : c.json(now, 200, unkept)
  })
  return app
}

/** Whoever looks after the lines to departments; others are refused, and the refusal is kept. */
async function requireDataOfficer(c: Context<OfficeEnv>): Promise<StaffSession> {
  const session = await requireStaff(c)
  if (session.activePost.kind !== 'data-officer') return refuse(c.get('office'), session, 'data-officer-only')
  return session
}
