import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Words } from '@junheng/kernel'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { problem } from '../problems/problem.ts'
import { inCounty } from '../sign-in/database.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Done, Id } from '../sign-in/schemas.ts'
import { requireAbility } from '../sign-in/session.ts'
import { readBreakGlass } from './break-glass.ts'
import { readLog } from './read-log.ts'
import { BreakGlassList, Log, LogQuery, Review, VerifyAnswer } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/access-log',
  tags: ['log'],
  summary: 'Who did what, the newest first',
  request: { query: LogQuery },
  responses: answers(Log, { summary: 'At most 50', problems: guarded }),
})

const refusals = createRoute({
  method: 'get',
  path: '/api/access-log/refusals',
  tags: ['log'],
  summary: 'What was refused, births asked for a forbidden purpose among it',
  request: { query: LogQuery.omit({ kind: true }) },
  responses: answers(Log, { summary: 'At most 50', problems: guarded }),
})

const verify = createRoute({
  method: 'get',
  path: '/api/access-log/verify',
  tags: ['log'],
  summary: 'Recomputes every link of every chain',
  responses: answers(VerifyAnswer, { summary: 'Whole, or the first broken entry', problems: guarded }),
})

const emergencies = createRoute({
  method: 'get',
  path: '/api/break-glass',
  tags: ['log'],
  summary: 'Emergencies, those that wait for a review first',
  responses: answers(BreakGlassList, { summary: 'At most 200', problems: guarded }),
})

const review = createRoute({
  method: 'post',
  path: '/api/break-glass/{id}/review',
  tags: ['log'],
  summary: 'Says what was found; never by who looked',
  request: { params: z.object({ id: Id }), body: jsonBody(Review) },
  responses: answers(Done, { summary: 'Reviewed', problems: [...guardedChange, 'unknown-record', 'conflict'] }),
})

export function logRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  // One verification at a time, whoever asks: it reads everything.
  let running: Promise<z.infer<typeof VerifyAnswer>> | null = null
  app.openapi(list, async (c) => {
    const { user, region } = await requireAbility(c, 'see-log')
    const filter = { ...c.req.valid('query'), region, kinds: null }
    return c.json(await inCounty(c.get('office'), { region, actor: user.id }, (tx) => readLog(tx, filter)), 200, unkept)
  })
  app.openapi(refusals, async (c) => {
    const { user, region } = await requireAbility(c, 'see-refusals')
    const filter = { ...c.req.valid('query'), region, kinds: ['refused'] }
    return c.json(await inCounty(c.get('office'), { region, actor: user.id }, (tx) => readLog(tx, filter)), 200, unkept)
  })
  app.openapi(verify, async (c) => {
    await requireAbility(c, 'see-log')
    const { auditor, now } = c.get('office')
    running ??= check(auditor, now).finally(() => (running = null))
    return c.json(await running, 200, unkept)
  })
  app.openapi(emergencies, async (c) => {
    const { user, region } = await requireAbility(c, 'review')
    const readings = await inCounty(c.get('office'), { region, actor: user.id }, (tx) => readBreakGlass(tx, region))
    return c.json({ readings }, 200, unkept)
  })
  app.openapi(review, async (c) => {
    const { user, region, activePost } = await requireAbility(c, 'review')
    const said = await inCounty(c.get('office'), { region, actor: user.id, post: activePost.id }, async (tx) => {
      const [row] = await tx.query<{ said: string }>('select access.review($1, $2) as said', [
        c.req.valid('param').id,
        c.req.valid('json').finding,
      ])
      return row?.said ?? 'not-granted'
    })
    if (said === 'ok') return c.json({ done: true as const }, 200, unkept)
    if (said === 'not-granted') return problem(c, 'not-allowed')
    if (said === 'no-such-reading') return problem(c, 'unknown-record')
    return problem(c, 'conflict', { detail: said === 'not-oneself' ? notOneself : already })
  })
  return app
}

async function check(
  auditor: OfficeEnv['Variables']['office']['auditor'],
  now: () => Temporal.Instant,
): Promise<z.infer<typeof VerifyAnswer>> {
  const { chains, entries, broken } = await verifyChains(auditor)
  return { ok: broken.length === 0, entries, chains, checkedAt: now().toString(), first: broken[0] ?? null }
}

const notOneself: Words = { zh: '不能复核自己的紧急查看', en: 'Nobody reviews their own emergency' }
const already: Words = { zh: '已经复核过', en: 'It has been reviewed already' }
