import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { claimDesk } from '../claims/claim-access.ts'
import { problem, problemResponses } from '../problems/problem.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { approveBatch, giveUpBatch, type ApproveOutcome } from './approve-batch.ts'
import { exportBatch } from './export-batch.ts'
import { importAnswer } from './import-answer.ts'
import { prepareBatch } from './prepare-batch.ts'
import { listBatches, readBatch, readMoney, readToPay } from './read-batches.ts'
import * as schemas from './schemas.ts'

const params = z.object({ id: Id })
const onBatch = [...guardedChange, 'unknown-batch', 'invalid-batch'] as const
const tags = ['payments']
const cashiers = ['prepare-payments', 'approve-payments'] as const

const toPay = createRoute({
  method: 'get',
  path: '/api/payments/to-pay',
  tags,
  summary: 'What a batch prepared now would hold',
  responses: answers(schemas.ToPay, { summary: 'Counts and totals', problems: guarded }),
})
const money = createRoute({
  method: 'get',
  path: '/api/payments/reconciliation',
  tags,
  summary: 'Decisions, batches and ledger of the county against one another, to the fen',
  responses: answers(schemas.Money, { summary: 'Whether all agrees, and what does not', problems: guarded }),
})
const list = createRoute({
  method: 'get',
  path: '/api/payments/batches',
  tags,
  summary: 'Batches, the newest first',
  request: { query: z.object({ after: z.string().max(60).optional() }) },
  responses: answers(schemas.BatchList, { summary: 'A page of batches', problems: guarded }),
})
const prepare = createRoute({
  method: 'post',
  path: '/api/payments/batches',
  tags,
  summary: 'Puts what is due into a batch, at most 2,000 payments',
  request: { body: jsonBody(schemas.NewBatch) },
  responses: answers(schemas.BatchMade, { summary: 'Prepared', problems: [...guardedChange, 'invalid-batch'] }),
})
const page = createRoute({
  method: 'get',
  path: '/api/payments/batches/{id}',
  tags,
  summary: 'One batch: payments, answers, reconciliation',
  request: { params },
  responses: answers(schemas.BatchPage, { summary: 'The batch', problems: [...guarded, 'unknown-batch'] }),
})
const nothing = jsonBody(z.strictObject({}))
const Done = z.object({ repeated: z.boolean() }).openapi('BatchDone')
const approve = createRoute({
  method: 'post',
  path: '/api/payments/batches/{id}/approve',
  tags,
  summary: 'The second person’s word: never whoever prepared it',
  request: { params, body: nothing },
  responses: answers(Done, { summary: 'Approved now or before', problems: onBatch }),
})
const giveUp = createRoute({
  method: 'post',
  path: '/api/payments/batches/{id}/give-up',
  tags,
  summary: 'Gives up a batch that is not approved; its money waits for the next',
  request: { params, body: nothing },
  responses: answers(Done, { summary: 'Given up now or before', problems: onBatch }),
})
const exported = createRoute({
  method: 'post',
  path: '/api/payments/batches/{id}/export',
  tags,
  summary: 'The file for the bank, with whole account numbers',
  request: { params, body: jsonBody(schemas.Export) },
  responses: {
    200: {
      description: 'CSV: 序号, 户名, 账号, 开户行, 金额, 用途, 附言',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...problemResponses(...onBatch),
  },
})
const answer = createRoute({
  method: 'post',
  path: '/api/payments/batches/{id}/answer',
  tags,
  summary: 'Takes the bank’s answer, all or nothing; twice changes nothing',
  request: { params, body: jsonBody(schemas.BankAnswer) },
  responses: answers(schemas.Imported, {
    summary: 'Taken now or before',
    problems: [...guardedChange, 'unknown-batch', 'invalid-bank-file'],
  }),
})

/** Batches of payments: prepared by one, approved by another. */
export function paymentRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(toPay, async (c) => {
    const { service, access } = await claimDesk(c, cashiers)
    return c.json(await readToPay(service, access), 200, unkept)
  })
  app.openapi(money, async (c) => {
    const { service, access } = await claimDesk(c, cashiers)
    return c.json(await readMoney(service, access), 200, unkept)
  })
  app.openapi(list, async (c) => {
    const { service, access } = await claimDesk(c, cashiers)
    return c.json(await listBatches(service, { access, after: c.req.valid('query').after ?? null }), 200, unkept)
  })
  app.openapi(prepare, async (c) => {
    const { service, access } = await claimDesk(c, ['prepare-payments'])
    const outcome = await prepareBatch(service.casework, {
      access,
      id: c.req.valid('json').id,
      now: c.get('office').now(),
    })
    if (!outcome.ok) return problem(c, 'invalid-batch', { errors: outcome.problems })
    return c.json({ ...outcome.batch, repeated: outcome.repeated }, 200, unkept)
  })
  app.openapi(page, async (c) => {
    const { service, access } = await claimDesk(c, cashiers)
    const found = await readBatch(service, { access, batch: c.req.valid('param').id })
    return found === undefined ? problem(c, 'unknown-batch') : c.json(found, 200, unkept)
  })
  app.openapi(approve, async (c) => {
    const { service, access } = await claimDesk(c, ['approve-payments'])
    const now = c.get('office').now()
    return done(c, await approveBatch(service.casework, { access, batch: c.req.valid('param').id, now }))
  })
  app.openapi(giveUp, async (c) => {
    const { service, access } = await claimDesk(c, cashiers)
    const now = c.get('office').now()
    return done(c, await giveUpBatch(service.casework, { access, batch: c.req.valid('param').id, now }))
  })
  app.openapi(exported, async (c) => {
    const { service, access } = await claimDesk(c, ['approve-payments'])
    const { encoding } = c.req.valid('json')
    const outcome = await exportBatch(service, { access, batch: c.req.valid('param').id, encoding })
    if (!outcome.ok) return refused(c, outcome)
    return c.body(new Uint8Array(outcome.file), 200, {
      ...unkept,
      'content-type': `text/csv; charset=${encoding}`,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(outcome.name)}`,
    })
  })
  app.openapi(answer, async (c) => {
    const { service, access } = await claimDesk(c, ['prepare-payments'])
    const file = Buffer.from(c.req.valid('json').file, 'base64')
    const batch = c.req.valid('param').id
    const outcome = await importAnswer(service.casework, { access, batch, file, now: c.get('office').now() })
    if (outcome.ok) {
      const { repeated, paid, returned } = outcome
      return c.json({ repeated, paid, returned }, 200, unkept)
    }
    return outcome.why === 'unknown-batch'
      ? problem(c, 'unknown-batch')
      : problem(c, 'invalid-bank-file', { errors: outcome.problems })
  })
  return app
}

function done(c: Parameters<typeof problem>[0], outcome: ApproveOutcome) {
  return outcome.ok ? c.json({ repeated: outcome.repeated }, 200, unkept) : refused(c, outcome)
}

function refused(
  c: Parameters<typeof problem>[0],
  { why, problems }: Pick<Extract<ApproveOutcome, { ok: false }>, 'why' | 'problems'>,
): Response {
  if (why === 'not-allowed') return problem(c, 'not-allowed')
  return why === 'unknown-batch' ? problem(c, 'unknown-batch') : problem(c, 'invalid-batch', { errors: problems })
}
