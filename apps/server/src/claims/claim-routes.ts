import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem } from '../problems/problem.ts'
import { takeRepayment } from '../payments/take-repayment.ts'
import { chineseDay } from '../cases/casework.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { anyDesk, claimDesk } from './claim-access.ts'
import { claimableBenefits, findClaimable } from './claimable.ts'
import { decideClaim } from './decide-claim.ts'
import type { Deed } from './deed.ts'
import { listClaims } from './list-claims.ts'
import { openClaim, type ClaimOpened } from './open-claim.ts'
import { readClaim } from './read-claim.ts'
import { recomputeClaims } from './recompute-claims.ts'
import * as schemas from './schemas.ts'
import { stages } from './stages.ts'

const params = z.object({ id: Id })

const benefits = createRoute({
  method: 'get',
  path: '/api/claims/benefits',
  tags: ['claims'],
  summary: 'What can be claimed in money here',
  responses: answers(schemas.Claimables, { summary: 'The benefits', problems: guarded }),
})
const list = createRoute({
  method: 'get',
  path: '/api/claims',
  tags: ['claims'],
  summary: 'Claims within the reach of one’s post, the newest first',
  request: {
    query: z.object({
      stage: z.enum(stages).optional(),
      after: z.string().max(60).optional().openapi({ description: '`next` of the page before' }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: answers(schemas.ClaimList, { summary: 'A page of claims', problems: guarded }),
})
const open = createRoute({
  method: 'post',
  path: '/api/claims',
  tags: ['claims'],
  summary: 'Opens a claim for somebody; the family then says where the money goes',
  request: { body: jsonBody(schemas.NewClaim) },
  responses: answers(schemas.Opened, {
    summary: 'Opened now or before',
    problems: [...guardedChange, 'unknown-record', 'invalid-claim'],
  }),
})
const recompute = createRoute({
  method: 'post',
  path: '/api/claims/recompute',
  tags: ['claims'],
  summary: 'Computes decided claims anew as of today, at most 200 at a time; it is done every day without asking',
  request: { body: jsonBody(z.strictObject({})) },
  responses: answers(schemas.Recomputed, {
    summary: 'How many changed, and how many wait for people',
    problems: guardedChange,
  }),
})
const page = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  tags: ['claims'],
  summary: 'One claim: the rules’ answer and why, decisions, money',
  request: { params },
  responses: answers(schemas.ClaimPage, { summary: 'The claim', problems: [...guarded, 'unknown-claim'] }),
})
const act = createRoute({
  method: 'post',
  path: '/api/claims/{id}/actions',
  tags: ['claims'],
  summary: 'Checks, confirms, refuses, agrees as second person, computes anew, decides again, answers an objection',
  request: { params, body: jsonBody(schemas.ClaimDeed) },
  responses: answers(schemas.DeedDone, {
    summary: 'Done now or before, or waiting for a second person',
    problems: [...guardedChange, 'unknown-claim', 'invalid-claim'],
  }),
})
const repay = createRoute({
  method: 'post',
  path: '/api/claims/{id}/repayments',
  tags: ['claims'],
  summary: 'Enters money that the family gave back',
  request: { params, body: jsonBody(schemas.NewRepayment) },
  responses: answers(schemas.Repeated, {
    summary: 'Entered now or before',
    problems: [...guardedChange, 'unknown-claim', 'invalid-claim'],
  }),
})

/** Claims at the desk. */
export function claimRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(benefits, async (c) => {
    const { service, access } = await claimDesk(c, anyDesk)
    const place = service.placeOf(access.region)
    const found = (place === undefined ? [] : claimableBenefits(place)).map(({ id, label, subject, claim }) => {
      const claimable = place === undefined ? undefined : findClaimable(place, id)
      return {
        id,
        label,
        subject,
        yearly: claimable?.ok === true && claimable.claimable.yearly,
        how: claim?.how ?? null,
      }
    })
    return c.json({ benefits: found }, 200, unkept)
  })
  app.openapi(list, async (c) => {
    const { service, access } = await claimDesk(c, anyDesk)
    const { stage = null, after = null, limit } = c.req.valid('query')
    const found = await listClaims(service, { access, stage, after, limit })
    return c.json({ ...found, lines: [...found.lines] }, 200, unkept)
  })
  app.openapi(open, async (c) => {
    const { service, access, session } = await claimDesk(c, ['decide-claims', 'check-claims'])
    const { id, benefit, subject, period = null, facts = {} } = c.req.valid('json')
    const outcome = await openClaim(service, {
      region: access.region,
      actionId: id,
      origin: 'officer',
      by: { unit: 'health', person: session.user.id },
      benefit,
      subject,
      period,
      stated: facts,
      payee: null,
      now: c.get('office').now(),
    })
    return outcome.ok ? c.json({ id: outcome.id, repeated: outcome.repeated }, 200, unkept) : refusedOpening(c, outcome)
  })
  app.openapi(recompute, async (c) => {
    const { service, access } = await claimDesk(c, ['decide-claims'])
    const now = c.get('office').now()
    const { looked, changed, flagged, broken } = await recomputeClaims(service, {
      access,
      claims: null,
      now,
      most: 200,
    })
    if (broken.length > 0) throw broken[0]
    return c.json({ looked, changed, flagged }, 200, unkept)
  })
  app.openapi(page, async (c) => {
    const { id: claimId } = c.req.valid('param')
    const { service, access } = await claimDesk(c, anyDesk, claimId)
    const found = await readClaim(service, { access, claimId, on: chineseDay(c.get('office').now()) })
    if (found === undefined) return problem(c, 'unknown-claim')
    return c.json(found as unknown as z.infer<typeof schemas.ClaimPage>, 200, unkept)
  })
  app.openapi(act, async (c) => {
    const { id: claimId } = c.req.valid('param')
    const sent = c.req.valid('json')
    const ability = sent.kind === 'check' ? 'check-claims' : 'decide-claims'
    const { service, access } = await claimDesk(c, [ability], claimId)
    const outcome = await decideClaim(service, { access, claimId, deed: deedOf(sent), now: c.get('office').now() })
    if (outcome.ok) return c.json({ repeated: outcome.repeated, what: outcome.what }, 200, unkept)
    return outcome.why === 'unknown-case'
      ? problem(c, 'unknown-claim')
      : problem(c, 'invalid-claim', { errors: outcome.problems })
  })
  app.openapi(repay, async (c) => {
    const { id: claim } = c.req.valid('param')
    const { service, access } = await claimDesk(c, ['prepare-payments'], claim)
    const { amountFen: fen, ...sent } = c.req.valid('json')
    const now = c.get('office').now()
    const outcome = await takeRepayment(service.casework, { access, claim, ...sent, fen, now })
    if (outcome.ok) return c.json({ repeated: outcome.repeated }, 200, unkept)
    return outcome.why === 'unknown-case'
      ? problem(c, 'unknown-claim')
      : problem(c, 'invalid-claim', { errors: outcome.problems })
  })
  return app
}

function deedOf(sent: z.infer<typeof schemas.ClaimDeed>): Deed {
  if (sent.kind === 'confirm')
    return { kind: 'confirm', id: sent.id, amountFen: sent.amountFen ?? null, reason: sent.reason ?? null }
  return sent.kind === 'refuse' ? { ...sent, reason: sent.reason ?? null } : sent
}

/** The problem that tells why a claim was not opened. Whose it is not, is not told apart from who is not there. */
export function refusedOpening(
  c: Parameters<typeof problem>[0],
  { why, problems }: Extract<ClaimOpened, { ok: false }>,
): Response {
  return why === 'invalid' ? problem(c, 'invalid-claim', { errors: problems }) : problem(c, 'unknown-record')
}
