import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { caseStatus } from '@junheng/casework'
import { problem } from '../problems/problem.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { requireResident } from '../sign-in/session.ts'
import { familyAccess, getCaseService } from './case-desk.ts'
import { refusedAction } from './case-routes.ts'
import { chineseDay } from './casework.ts'
import { confirmCase } from './confirm-case.ts'
import { listMyCases } from './list-my-cases.ts'
import { myCase } from './my-case.ts'
import { readCase } from './read-case.ts'
import { CaseAction, CaseDone } from './schemas/case-action.ts'
import { CasePage } from './schemas/case-page.ts'
import { Facts } from './schemas/facts.ts'
import { MyCases } from './schemas/my-cases.ts'
import { takeAction } from './take-action.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/api/my/cases',
  tags: ['cases'],
  summary: 'The cases of one’s own family, offers first',
  responses: answers(MyCases, { summary: 'The cases', problems: guarded }),
})
const page = createRoute({
  method: 'get',
  path: '/api/my/cases/{id}',
  tags: ['cases'],
  summary: 'One case of one’s own family',
  request: { params },
  responses: answers(CasePage, { summary: 'The case', problems: [...guarded, 'unknown-case'] }),
})
const Confirmation = z
  .strictObject({
    id: z.string().min(1).max(200).openapi({ description: 'Chosen by the page: sent again, it is one confirmation' }),
    form: z.string().max(40).openapi({ description: '`form.version` of the case that was shown' }),
    facts: Facts.openapi({ description: 'What the family typed or changed, and nothing else' }),
  })
  .openapi('Confirmation')
const Confirmed = CaseDone.extend({
  typed: z.int().openapi({ description: 'Fields that the family typed' }),
}).openapi('Confirmed')
const confirm = createRoute({
  method: 'post',
  path: '/api/my/cases/{id}/confirm',
  tags: ['cases'],
  summary: 'Accepts an offer: everything else is done by the departments',
  request: { params, body: jsonBody(Confirmation) },
  responses: answers(Confirmed, {
    summary: 'Confirmed',
    problems: [...guardedChange, 'unknown-case', 'invalid-case-action', 'form-outdated'],
  }),
})
const act = createRoute({
  method: 'post',
  path: '/api/my/cases/{id}/actions',
  tags: ['cases'],
  summary: 'Brings what was asked, corrects, objects or withdraws',
  request: { params, body: jsonBody(CaseAction) },
  responses: answers(CaseDone, {
    summary: 'Taken, now or before',
    problems: [...guardedChange, 'unknown-case', 'invalid-case-action'],
  }),
})

/** Cases as the family sees them. */
export function myCaseRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const session = await requireResident(c)
    const { casework } = getCaseService(c)
    const found = await listMyCases(casework, { access: familyAccess(session, null), person: session.person })
    const on = chineseDay(c.get('office').now())
    return c.json({ cases: found.map((kept) => myCase(casework, kept, on)) }, 200, unkept)
  })
  app.openapi(page, async (c) => {
    const session = await requireResident(c)
    const { casework } = getCaseService(c)
    const { id: caseId } = c.req.valid('param')
    const on = chineseDay(c.get('office').now())
    const access = familyAccess(session, caseId)
    const found = await readCase(casework, { access, caseId, viewers: ['family'], on })
    if (found === undefined) return problem(c, 'unknown-case')
    return c.json(found as unknown as z.infer<typeof CasePage>, 200, unkept)
  })
  app.openapi(confirm, async (c) => {
    const session = await requireResident(c)
    const { casework } = getCaseService(c)
    const { id: caseId } = c.req.valid('param')
    const { id, form, facts } = c.req.valid('json')
    const outcome = await confirmCase(casework, {
      access: familyAccess(session, caseId),
      caseId,
      id,
      form,
      facts,
      person: session.person,
      now: c.get('office').now(),
    })
    if (!outcome.ok && outcome.why === 'form-outdated') return problem(c, 'form-outdated')
    if (!outcome.ok) return refusedAction(c, outcome)
    const { repeated, state, row, typed } = outcome
    return c.json({ repeated, status: caseStatus(state), number: row.number, typed }, 200, unkept)
  })
  app.openapi(act, async (c) => {
    const session = await requireResident(c)
    const { casework } = getCaseService(c)
    const { id: caseId } = c.req.valid('param')
    const outcome = await takeAction(casework, {
      access: familyAccess(session, caseId),
      caseId,
      sent: c.req.valid('json'),
      units: ['family'],
      person: session.person,
      now: c.get('office').now(),
    })
    if (!outcome.ok) return refusedAction(c, outcome)
    const { repeated, state, row } = outcome
    return c.json({ repeated, status: caseStatus(state), number: row.number }, 200, unkept)
  })
  return app
}
