import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { caseStatus } from '@junheng/casework'
import { answers, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { refuse, requireResident, requireStaff } from '../sign-in/session.ts'
import { caseDesk, getCaseService } from './case-desk.ts'
import { refusedAction } from './case-routes.ts'
import { openByHand } from './open-by-hand.ts'
import { programAccess } from './programs.ts'
import { Facts } from './schemas/facts.ts'
import { CaseDone } from './schemas/case-action.ts'

const MyNewCase = z
  .strictObject({
    id: z.uuid().openapi({ description: 'Chosen by the sender, and then the case’s: sent again, it is one case' }),
    procedure: z.string().max(64),
    child: z.uuid().nullish().openapi({ description: 'The child it is about, by the register’s id; absent: none yet' }),
    facts: Facts.default({}),
  })
  .openapi('MyNewCase')
const NewCase = MyNewCase.extend({
  applicant: z.uuid().nullish().openapi({ description: 'For whom it is opened, by the register’s id' }),
  township: z
    .string()
    .regex(/^[1-9]\d{8}$/)
    .nullish()
    .openapi({ description: 'Where it is, when nobody of it is on file: the township of an institution' }),
}).openapi('NewCase')
const Opened = CaseDone.extend({ id: Id }).openapi('CaseOpened')

const problems = [...guardedChange, 'invalid-case-action'] as const
const open = createRoute({
  method: 'post',
  path: '/api/cases/openings',
  tags: ['cases'],
  summary: 'Opens a case of a procedure that the units of one’s post may open',
  request: { body: jsonBody(NewCase) },
  responses: answers(Opened, { summary: 'The case', problems }),
})
const openMine = createRoute({
  method: 'post',
  path: '/api/my/cases/openings',
  tags: ['cases'],
  summary: 'Opens a case for oneself or one’s child; it is confirmed as an offer is',
  request: { body: jsonBody(MyNewCase) },
  responses: answers(Opened, { summary: 'The case', problems }),
})

/** Opening a case of any procedure: what may be opened by whom is the procedure's to say. */
export function openingRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(open, async (c) => {
    const session = await requireStaff(c)
    const { casework, access, units, person } = caseDesk(c, session)
    // Before anything is read: an opening looks into the register for those it is about.
    if (units.length === 0) return refuse(c.get('office'), session, 'opens-no-cases')
    const { child = null, applicant = null, township = null, ...rest } = c.req.valid('json')
    const asked = { ...rest, child, applicant, township, access, units, person, now: c.get('office').now() }
    const outcome = await openByHand(casework, asked)
    if (!outcome.ok) return refusedAction(c, outcome)
    return c.json(openedOf(outcome), 200, unkept)
  })
  app.openapi(openMine, async (c) => {
    const { region, person } = await requireResident(c)
    const { casework } = getCaseService(c)
    const { child = null, ...rest } = c.req.valid('json')
    const own = {
      access: programAccess(region, {}),
      units: ['family'],
      person,
      applicant: person,
      child,
      township: null,
    }
    const outcome = await openByHand(casework, { ...rest, ...own, now: c.get('office').now() })
    if (!outcome.ok) return refusedAction(c, outcome)
    return c.json(openedOf(outcome), 200, unkept)
  })
  return app
}

function openedOf({ repeated, state, row }: Extract<Awaited<ReturnType<typeof openByHand>>, { ok: true }>) {
  return { repeated, status: caseStatus(state), number: row.number, id: row.id }
}
