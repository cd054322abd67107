import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseResidentId } from '@junheng/kernel'
import { problem } from '../problems/problem.ts'
import { withAccess } from '../register/access.ts'
import { findingHash } from '../register/sealing.ts'
import { answers, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Done, Id } from '../sign-in/schemas.ts'
import { requireAbility } from '../sign-in/session.ts'
import { accessFrom } from './own-posts.ts'
import { Answer, HandOver } from './schemas.ts'

const ask = createRoute({
  method: 'post',
  path: '/api/staff/hand-overs',
  tags: ['staff'],
  summary: 'Tells the worker of another village about one of theirs, by identity number and name',
  description: 'Nothing of the person is told back, not even where they live; only whether somebody was found.',
  request: { body: jsonBody(HandOver) },
  responses: answers(Done, { summary: 'It is on their work list', problems: [...guardedChange, 'unknown-record'] }),
})

const answer = createRoute({
  method: 'post',
  path: '/api/staff/hand-overs/{id}/answer',
  tags: ['staff'],
  summary: 'Answers what another village handed over; who asked sees the answer',
  request: { params: z.object({ id: Id }), body: jsonBody(Answer) },
  responses: answers(Done, { summary: 'Answered', problems: [...guardedChange, 'unknown-record'] }),
})

export function handOverRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(ask, async (c) => {
    const { register, secrets } = c.get('office')
    const { user, activePost } = await requireAbility(c, 'work')
    const { identityNumber, name, text } = c.req.valid('json')
    const parsed = parseResidentId(identityNumber)
    if (!parsed.ok) {
      const { message } = parsed.problem
      return problem(c, 'invalid-request', { errors: [{ path: 'identityNumber', message }] })
    }
    const access = accessFrom(activePost, { actor: user.id, purpose: 'registration' })
    const went = await withAccess(register, { access, births: false }, async (tx) => {
      const [row] = await tx.query<{ went: boolean }>(
        `select staff.hand_over($1, decode($2, 'base64'), $3, $4, $5) as went`,
        [
          randomUUID(),
          findingHash(secrets, 'identity', parsed.id.reveal()),
          name.normalize('NFC'),
          text,
          activePost.id,
        ],
      )
      return row?.went === true
    })
    return went ? c.json({ done: true as const }, 200, unkept) : problem(c, 'unknown-record', { detail: nobody })
  })
  app.openapi(answer, async (c) => {
    const { user, activePost } = await requireAbility(c, 'work')
    const { region } = activePost
    const access = accessFrom(activePost, { actor: user.id, purpose: 'registration' })
    const { id } = c.req.valid('param')
    const answered = await withAccess(c.get('office').register, { access, births: false }, async (tx) => {
      const [row] = await tx.query<{ person: string }>(
        `update staff.hand_over set answered_by = $3, answered_at = $4, answer = $5
         where region = $1 and id = $2 and answered_at is null returning person`,
        [region, id, user.id, c.get('office').now().toString(), c.req.valid('json').answer],
      )
      await tx.query('select audit.append($1, 0, $2, $3, $4, $5, null, $6)', [
        region,
        row === undefined ? 'refused' : 'hand-over-answered',
        user.id,
        row?.person ?? null,
        'registration',
        JSON.stringify(row === undefined ? { why: 'no-such-request' } : { request: id, post: activePost.id }),
      ])
      return row !== undefined
    })
    return answered ? c.json({ done: true as const }, 200, unkept) : problem(c, 'unknown-record')
  })
  return app
}

const nobody = {
  zh: '本县登记里，这个身份证号和姓名对不上任何人。请核对两项；她可能登记在别的县，那就请当事人联系那边',
  en: 'Nobody in this county has this identity number and name. Check both; she may be on file in another county',
}
