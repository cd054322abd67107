import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { findRegion } from '@junheng/kernel/regions'
import { familyAccess } from '../cases/case-desk.ts'
import { chineseDay } from '../cases/casework.ts'
import { problem } from '../problems/problem.ts'
import { listMyPayments } from '../payments/list-my-payments.ts'
import { MyPayments } from '../payments/schemas.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { requireResident } from '../sign-in/session.ts'
import { giveAccount } from './answer-offer.ts'
import { askBenefit } from './ask-benefit.ts'
import { getClaimService } from './claim-access.ts'
import { refusedOpening } from './claim-routes.ts'
import { listClaims } from './list-claims.ts'
import { listMyBenefits } from './list-my-benefits.ts'
import { objectToClaim } from './object-to-claim.ts'
import { ClaimNotTaken, openClaim } from './open-claim.ts'
import { readClaim } from './read-claim.ts'
import * as schemas from './schemas.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/api/my/claims',
  tags: ['claims'],
  summary: 'Claims of one’s own family, offers among them',
  responses: answers(schemas.ClaimList, { summary: 'The claims', problems: guarded }),
})
const open = createRoute({
  method: 'post',
  path: '/api/my/claims',
  tags: ['claims'],
  summary: 'Claims a benefit for oneself or one’s child',
  request: { body: jsonBody(schemas.MyNewClaim) },
  responses: answers(schemas.Opened, {
    summary: 'Claimed now or before',
    problems: [...guardedChange, 'unknown-record', 'invalid-claim'],
  }),
})
const benefits = createRoute({
  method: 'get',
  path: '/api/my/benefits',
  tags: ['claims'],
  summary: 'Every benefit in money of the place for oneself and one’s children, offered or not',
  responses: answers(schemas.MyBenefits, { summary: 'What the rules say of each today', problems: guarded }),
})
const ask = createRoute({
  method: 'post',
  path: '/api/my/benefits/ask',
  tags: ['claims'],
  summary: 'Asks the rules about one benefit with facts of one’s own; claims nothing',
  request: { body: jsonBody(schemas.AskBenefit) },
  responses: answers(schemas.BenefitAsked, {
    summary: 'What they say, and what is still asked',
    problems: [...guardedChange, 'unknown-record', 'invalid-claim'],
  }),
})
const page = createRoute({
  method: 'get',
  path: '/api/my/claims/{id}',
  tags: ['claims'],
  summary: 'One claim of one’s own family',
  request: { params },
  responses: answers(schemas.ClaimPage, { summary: 'The claim', problems: [...guarded, 'unknown-claim'] }),
})
const account = createRoute({
  method: 'post',
  path: '/api/my/claims/{id}/account',
  tags: ['claims'],
  summary: 'Takes up an offer, or corrects the account that the bank did not take',
  request: { params, body: jsonBody(schemas.GiveAccount) },
  responses: answers(schemas.Repeated, {
    summary: 'Taken now or before',
    problems: [...guardedChange, 'unknown-claim', 'invalid-claim'],
  }),
})
const objection = createRoute({
  method: 'post',
  path: '/api/my/claims/{id}/objection',
  tags: ['claims'],
  summary: 'Objects to what was decided: a colleague of whoever decided answers',
  request: { params, body: jsonBody(schemas.NewObjection) },
  responses: answers(schemas.Repeated, {
    summary: 'Taken now or before',
    problems: [...guardedChange, 'unknown-claim', 'invalid-claim'],
  }),
})
const payments = createRoute({
  method: 'get',
  path: '/api/my/payments',
  tags: ['payments'],
  summary: 'Money of one’s own family: what arrived, what is at the bank, by which clause',
  responses: answers(MyPayments, { summary: 'The newest first', problems: guarded }),
})

/** Claims and payments as the family sees them. */
export function myClaimRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const access = familyAccess(await requireResident(c), null)
    const found = await listClaims(getClaimService(c), {
      access,
      stage: null,
      after: null,
      limit: 100,
      offersOn: chineseDay(c.get('office').now()),
    })
    return c.json({ ...found, lines: [...found.lines] }, 200, unkept)
  })
  app.openapi(open, async (c) => {
    const { region, person } = await requireResident(c)
    const { id, benefit, subject, period = null, facts = {}, payee } = c.req.valid('json')
    try {
      const outcome = await openClaim(getClaimService(c), {
        region,
        actionId: id,
        origin: 'family',
        by: { unit: 'family', person },
        benefit,
        subject,
        period,
        stated: facts,
        payee,
        now: c.get('office').now(),
      })
      return outcome.ok
        ? c.json({ id: outcome.id, repeated: outcome.repeated }, 200, unkept)
        : refusedOpening(c, outcome)
    } catch (error) {
      if (error instanceof ClaimNotTaken) return problem(c, 'invalid-claim', { errors: error.problems })
      throw error
    }
  })
  app.openapi(benefits, async (c) => {
    const session = await requireResident(c)
    const { region, person } = session
    const access = familyAccess(session, null)
    const found = await listMyBenefits(getClaimService(c), { access, person, now: c.get('office').now() })
    const here = { code: Number(region), name: findRegion(region)?.name ?? region }
    return c.json({ ...found, region: here } as unknown as z.infer<typeof schemas.MyBenefits>, 200, unkept)
  })
  app.openapi(ask, async (c) => {
    const { region, person } = await requireResident(c)
    const { benefit, subject, facts: stated = {} } = c.req.valid('json')
    const now = c.get('office').now()
    const outcome = await askBenefit(getClaimService(c), { region, person, subject, benefit, stated, now })
    if (outcome.ok) return c.json(outcome.asked as unknown as z.infer<typeof schemas.BenefitAsked>, 200, unkept)
    return outcome.why === 'invalid'
      ? problem(c, 'invalid-claim', { errors: outcome.problems })
      : problem(c, 'unknown-record')
  })
  app.openapi(page, async (c) => {
    const session = await requireResident(c)
    const { id: claimId } = c.req.valid('param')
    const access = familyAccess(session, claimId)
    const found = await readClaim(getClaimService(c), { access, claimId, on: chineseDay(c.get('office').now()) })
    if (found === undefined) return problem(c, 'unknown-claim')
    return c.json(found as unknown as z.infer<typeof schemas.ClaimPage>, 200, unkept)
  })
  app.openapi(account, async (c) => {
    const session = await requireResident(c)
    const { id: claimId } = c.req.valid('param')
    const { id, payee } = c.req.valid('json')
    const outcome = await giveAccount(getClaimService(c), {
      access: familyAccess(session, claimId),
      claimId,
      id,
      person: session.person,
      payee,
      now: c.get('office').now(),
    })
    if (outcome.ok) return c.json({ repeated: outcome.repeated }, 200, unkept)
    return outcome.why === 'unknown-case'
      ? problem(c, 'unknown-claim')
      : problem(c, 'invalid-claim', { errors: outcome.problems })
  })
  app.openapi(objection, async (c) => {
    const session = await requireResident(c)
    const { id: claimId } = c.req.valid('param')
    const { id, words } = c.req.valid('json')
    const outcome = await objectToClaim(getClaimService(c), {
      access: familyAccess(session, claimId),
      claimId,
      id,
      words,
      person: session.person,
      now: c.get('office').now(),
    })
    if (outcome.ok) return c.json({ repeated: outcome.repeated }, 200, unkept)
    return outcome.why === 'unknown-case'
      ? problem(c, 'unknown-claim')
      : problem(c, 'invalid-claim', { errors: outcome.problems })
  })
  app.openapi(payments, async (c) => {
    const access = familyAccess(await requireResident(c), null)
    const found = await listMyPayments(getClaimService(c), { access })
    return c.json({ payments: found }, 200, unkept)
  })
  return app
}
