import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { caseStatus, unitLabel } from '@junheng/casework'
import { problem } from '../problems/problem.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id, Words } from '../sign-in/schemas.ts'
import { requireStaff } from '../sign-in/session.ts'
import { chineseDay } from './casework.ts'
import { caseDesk } from './case-desk.ts'
import { proceduresOn } from './case-labels.ts'
import { readCase } from './read-case.ts'
import { labelledOverview } from './labelled-overview.ts'
import { readOverview } from './read-overview.ts'
import { readQueue } from './read-queue.ts'
import { CaseAction, CaseDone } from './schemas/case-action.ts'
import { CasePage } from './schemas/case-page.ts'
import { Overview } from './schemas/overview.ts'
import { QueuePage } from './schemas/queue-page.ts'
import { takeAction } from './take-action.ts'

const params = z.object({ id: Id })

const queue = createRoute({
  method: 'get',
  path: '/api/cases/queue',
  tags: ['cases'],
  summary: 'What waits for the units of one’s post, the earliest legal day first',
  request: {
    query: z.object({
      unit: z.string().max(64).optional().openapi({ description: 'One of the post’s units; absent: all of them' }),
      procedure: z.string().max(64).optional().openapi({ description: 'Of one procedure; absent: of all' }),
      late: z.enum(['true', 'false']).default('false').openapi({ description: 'Only what is past its last day' }),
      after: z.string().max(80).optional().openapi({ description: '`next` of the page before' }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: answers(QueuePage, { summary: 'A page of the queue', problems: guarded }),
})
const overview = createRoute({
  method: 'get',
  path: '/api/cases/overview',
  tags: ['cases'],
  summary: 'What waits, what is late and how long items take, by unit and item: counts only',
  responses: answers(Overview, { summary: 'The last 90 days', problems: guarded }),
})
const page = createRoute({
  method: 'get',
  path: '/api/cases/{id}',
  tags: ['cases'],
  summary: 'One case: items, clocks, law, history',
  request: { params },
  responses: answers(CasePage, { summary: 'The case', problems: [...guarded, 'unknown-case'] }),
})
const act = createRoute({
  method: 'post',
  path: '/api/cases/{id}/actions',
  tags: ['cases'],
  summary: 'Takes an action on a case, as the unit of one’s post',
  request: { params, body: jsonBody(CaseAction) },
  responses: answers(CaseDone, {
    summary: 'Taken, now or before',
    problems: [...guardedChange, 'unknown-case', 'invalid-case-action'],
  }),
})
const Bulk = z.strictObject({
  actions: z
    .array(z.strictObject({ caseId: Id, action: CaseAction }))
    .min(1)
    .max(100),
})
const BulkDone = z
  .object({
    results: z.array(
      z.object({ caseId: Id, taken: z.boolean(), problems: z.array(z.object({ path: z.string(), message: Words })) }),
    ),
  })
  .openapi('BulkTaken')
const bulk = createRoute({
  method: 'post',
  path: '/api/cases/actions',
  tags: ['cases'],
  summary: 'Takes actions on many cases: each for itself, so that one that is refused keeps back no other',
  request: { body: jsonBody(Bulk) },
  responses: answers(BulkDone, { summary: 'What came of each, in order', problems: guardedChange }),
})

/** Cases at the desk. */
export function caseworkRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(queue, async (c) => {
    const { casework, access, units } = caseDesk(c, await requireStaff(c))
    const { unit, procedure = null, late, after = null, limit } = c.req.valid('query')
    const wanted = unit === undefined ? units : units.filter((one) => one === unit)
    const today = chineseDay(c.get('office').now())
    const asked = { units: wanted, procedure, lateOnly: late === 'true', after, limit, today }
    const found = await readQueue(casework, { access, ...asked })
    const inForce = proceduresOn(casework.proceduresOf(access.region), today)
    const labelOf = (id: string) => {
      const named = inForce.find((one) => one.units.some((known) => known.id === id))
      return named === undefined ? { zh: id, en: id } : unitLabel(named, id)
    }
    return c.json(
      {
        ...found,
        lines: [...found.lines],
        units: units.map((id) => ({ id, label: labelOf(id) })),
        procedures: inForce.map(({ id, label }) => ({ id, label })),
      },
      200,
      unkept,
    )
  })
  app.openapi(overview, async (c) => {
    const { casework, access } = caseDesk(c, await requireStaff(c))
    const now = c.get('office').now()
    const since = chineseDay(now.subtract({ hours: 24 * 90 }))
    const found = await readOverview(casework, { access, today: chineseDay(now), since })
    const inForce = proceduresOn(casework.proceduresOf(access.region), chineseDay(now))
    return c.json(labelledOverview(found, inForce), 200, unkept)
  })
  app.openapi(page, async (c) => {
    const { id: caseId } = c.req.valid('param')
    const { casework, access, units } = caseDesk(c, await requireStaff(c), caseId)
    const on = chineseDay(c.get('office').now())
    const found = await readCase(casework, { access, caseId, viewers: units, on })
    if (found === undefined) return problem(c, 'unknown-case')
    return c.json(found as unknown as z.infer<typeof CasePage>, 200, unkept)
  })
  app.openapi(act, async (c) => {
    const { id: caseId } = c.req.valid('param')
    const { casework, access, units, person } = caseDesk(c, await requireStaff(c), caseId)
    const now = c.get('office').now()
    const sent = c.req.valid('json')
    const outcome = await takeAction(casework, { access, caseId, sent, units, person, now })
    if (!outcome.ok) return refusedAction(c, outcome)
    const { repeated, state, row } = outcome
    return c.json({ repeated, status: caseStatus(state), number: row.number }, 200, unkept)
  })
  app.openapi(bulk, async (c) => {
    const session = await requireStaff(c)
    const now = c.get('office').now()
    const results: z.infer<typeof BulkDone>['results'] = []
    for (const { caseId, action } of c.req.valid('json').actions) {
      const { casework, access, units, person } = caseDesk(c, session, caseId)
      const outcome = await takeAction(casework, {
        access,
        caseId,
        sent: action,
        units,
        person,
        now,
      })
      const problems = outcome.ok
        ? []
        : outcome.problems.map(({ path, message }) => ({ path, message: { ...message } }))
      results.push({ caseId, taken: outcome.ok, problems })
    }
    return c.json({ results }, 200, unkept)
  })
  return app
}

type Refused = Extract<Awaited<ReturnType<typeof takeAction>>, { ok: false }>

/** The problem that tells why an action was not taken. */
export function refusedAction(c: Parameters<typeof problem>[0], { why, problems }: Refused): Response {
  return why === 'unknown-case' ? problem(c, 'unknown-case') : problem(c, 'invalid-case-action', { errors: problems })
}
