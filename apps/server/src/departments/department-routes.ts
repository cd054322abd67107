import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Answer, Department, findSignatureFault } from '@junheng/connector'
import type { Context } from 'hono'
import { BirthNotice } from '../births/birth-notice.ts'
import { NoticeTaken, refusedNotice, takenOf } from '../births/birth-routes.ts'
import { notifyBirth } from '../births/notify-birth.ts'
import { getCaseService } from '../cases/case-desk.ts'
import { departmentActors, programAccess } from '../cases/programs.ts'
import { problem } from '../problems/problem.ts'
import { answers, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { departmentKeys } from './department-keys.ts'
import { findRegion } from './find-region.ts'
import { takeAnswer } from './take-answer.ts'

const Signed = z.object({
  'webhook-id': z.string().max(200).optional(),
  'webhook-timestamp': z.string().max(20).optional(),
  'webhook-signature': z.string().max(1000).optional(),
})
const problems = [
  'invalid-request',
  'not-json',
  'body-too-large',
  'method-not-allowed',
  'not-ready',
  'bad-signature',
] as const

const answer = createRoute({
  method: 'post',
  path: '/api/departments/{department}/answers',
  tags: ['departments'],
  summary: 'What a department says of a delivery',
  description:
    'The same answer again is 200 and changes nothing; so is one that a later one has overtaken. 409 and 422 are final: what is wrong is in `errors`.',
  request: { params: z.object({ department: Department }), headers: Signed, body: jsonBody(Answer) },
  responses: answers(
    z
      .object({ taken: z.enum(['applied', 'noted', 'stale', 'repeated']) })
      .openapi('AnswerTaken', { description: 'noted: known, and the case had nothing to learn from it' }),
    { summary: 'Taken', problems: [...problems, 'answer-conflict', 'invalid-answer'] },
  ),
})
const notice = createRoute({
  method: 'post',
  path: '/api/departments/{department}/notices',
  tags: ['departments'],
  summary: 'A birth, told by the hospital’s own system',
  request: {
    params: z.object({ department: z.literal('hospital') }),
    headers: Signed,
    body: jsonBody(z.strictObject({ region: z.string().regex(/^[1-9]\d{5}$/), notice: BirthNotice })),
  },
  responses: answers(NoticeTaken, {
    summary: 'The case of this birth',
    problems: [...problems, 'invalid-notice', 'notice-conflict', 'unknown-region'],
  }),
})

/** What other departments' programs call. A signature stands in for a session. */
export function departmentRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.use('/api/departments/:department/*', async (c, next) => {
    if (c.req.method === 'POST' && !(await isSigned(c))) return problem(c, 'bad-signature')
    return next()
  })
  app.openapi(answer, async (c) => {
    const { casework, regions } = getCaseService(c)
    const said = c.req.valid('json')
    if (said.department !== c.req.valid('param').department) return problem(c, 'bad-signature')
    const region = await findRegion(casework, { regions, delivery: said.delivery })
    const outcome = await takeAnswer(casework, { region, answer: said, now: c.get('office').now() })
    if (outcome.ok) return c.json({ taken: outcome.taken }, 200, unkept)
    return problem(c, outcome.why === 'conflict' ? 'answer-conflict' : 'invalid-answer', { errors: outcome.problems })
  })
  app.openapi(notice, async (c) => {
    const { casework, regions } = getCaseService(c)
    const { region, notice: told } = c.req.valid('json')
    if (!regions.includes(region)) return problem(c, 'unknown-region')
    const access = programAccess(region, { actor: departmentActors.hospital })
    const by = { unit: 'hospital', person: null }
    const outcome = await notifyBirth(casework, { access, by, notice: told, now: c.get('office').now() })
    return outcome.ok ? c.json(takenOf(outcome), 200, unkept) : refusedNotice(c, outcome)
  })
  return app
}

/** Whether the body is signed by the department that the address names, within five minutes. */
async function isSigned(c: Context<OfficeEnv>): Promise<boolean> {
  const { data: department } = Department.safeParse(c.req.param('department'))
  if (department === undefined) return false
  const office = c.get('office')
  const fault = findSignatureFault(departmentKeys(office.secrets, department), {
    headers: c.req.header(),
    body: await c.req.text(),
    now: Math.floor(office.now().epochMilliseconds / 1000),
  })
  return fault === undefined
}
