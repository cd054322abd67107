import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem } from '../problems/problem.ts'
import { answers, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { refuse, requireResident, requireStaff } from '../sign-in/session.ts'
import { caseDesk, getCaseService } from '../cases/case-desk.ts'
import { programAccess } from '../cases/programs.ts'
import { BirthNotice } from './birth-notice.ts'
import { notifyBirth, type NoticeOutcome } from './notify-birth.ts'
import { notItsParent } from './notice-problems.ts'

export const NoticeTaken = z
  .object({
    what: z.enum(['opened', 'joined', 'repeated']).openapi({
      description: 'joined: another notice of the same birth had opened the case; repeated: this one had been taken',
    }),
    caseId: Id,
    number: z.string(),
  })
  .openapi('NoticeTaken')

const problems = [...guardedChange, 'invalid-notice', 'notice-conflict'] as const

const notify = createRoute({
  method: 'post',
  path: '/api/births/notices',
  tags: ['cases'],
  summary: 'A birth, told by the hospital or the health bureau: makes an offer to the family',
  request: { body: jsonBody(BirthNotice) },
  responses: answers(NoticeTaken, { summary: 'The case of this birth', problems }),
})
const tell = createRoute({
  method: 'post',
  path: '/api/my/births',
  tags: ['cases'],
  summary: 'A birth outside an institution, told by a parent',
  request: { body: jsonBody(BirthNotice) },
  responses: answers(NoticeTaken, { summary: 'The case of this birth', problems }),
})

/** Units that tell of births. */
const tellers: readonly string[] = ['hospital', 'health']

export function birthRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(notify, async (c) => {
    const session = await requireStaff(c)
    const { casework, access, units, person } = caseDesk(c, session)
    // Before anything is read: a notice looks into the register for the parents.
    if (!units.some((unit) => tellers.includes(unit))) return refuse(c.get('office'), session, 'tells-of-no-births')
    const by = { unit: units.find((unit) => tellers.includes(unit)) ?? 'nobody', person }
    const outcome = await notifyBirth(casework, { access, by, notice: c.req.valid('json'), now: c.get('office').now() })
    return outcome.ok ? c.json(takenOf(outcome), 200, unkept) : refusedNotice(c, outcome)
  })
  app.openapi(tell, async (c) => {
    const { region, person } = await requireResident(c)
    const { casework } = getCaseService(c)
    const notice = c.req.valid('json')
    // Only of one's own child; which the register then knows by the parent who is signed in.
    if (notice.mother.person !== person && notice.father?.person !== person) {
      return problem(c, 'invalid-notice', { errors: [notItsParent] })
    }
    const by = { unit: 'family', person }
    const access = programAccess(region, {})
    const outcome = await notifyBirth(casework, { access, by, notice, now: c.get('office').now() })
    return outcome.ok ? c.json(takenOf(outcome), 200, unkept) : refusedNotice(c, outcome)
  })
  return app
}

export function takenOf({ what, caseId, number }: Extract<NoticeOutcome, { ok: true }>) {
  return { what, caseId, number }
}

/** The problem that tells why a notice was not taken. */
export function refusedNotice(
  c: Parameters<typeof problem>[0],
  { why, problems: errors }: Extract<NoticeOutcome, { ok: false }>,
): Response {
  return problem(c, why === 'conflict' ? 'notice-conflict' : 'invalid-notice', { errors })
}
