import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Words } from '@junheng/kernel'
import type { Context } from 'hono'
import { problem } from '../problems/problem.ts'
import { inCounty } from '../sign-in/database.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Done, Id } from '../sign-in/schemas.ts'
import { requireAbility } from '../sign-in/session.ts'
import { readPosts } from './read-posts.ts'
import { Appointment, Ending, Posts, Substitution } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/staff/posts',
  tags: ['staff'],
  summary: 'Posts of the county, who fills them today, and where nobody does',
  responses: answers(Posts, { summary: 'By township and village', problems: guarded }),
})

const params = z.object({ id: Id })
const problems = [...guardedChange, 'unknown-record', 'conflict'] as const

const appoint = createRoute({
  method: 'post',
  path: '/api/staff/posts/{id}/holder',
  tags: ['staff'],
  summary: 'Fills a post from a day on',
  request: { params, body: jsonBody(Appointment) },
  responses: answers(Done, { summary: 'Appointed', problems }),
})

const substitute = createRoute({
  method: 'post',
  path: '/api/staff/posts/{id}/substitute',
  tags: ['staff'],
  summary: 'Lets somebody stand in for a time',
  request: { params, body: jsonBody(Substitution) },
  responses: answers(Done, { summary: 'Appointed', problems }),
})

const end = createRoute({
  method: 'delete',
  path: '/api/staff/posts/{id}/holder',
  tags: ['staff'],
  summary: 'Ends who fills a post; their grant ends on the same day',
  request: { params, body: jsonBody(Ending) },
  responses: answers(Done, { summary: 'Ended', problems }),
})

const endSubstitute = createRoute({
  method: 'delete',
  path: '/api/staff/posts/{id}/substitute',
  tags: ['staff'],
  summary: 'Ends a substitution before its time',
  request: { params, body: jsonBody(Ending) },
  responses: answers(Done, { summary: 'Ended', problems }),
})

export function postRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const { user, region } = await requireAbility(c, 'see-posts')
    const posts = await inCounty(c.get('office'), { region, actor: user.id }, (tx) => readPosts(tx, region))
    return c.json(posts, 200, unkept)
  })
  app.openapi(appoint, async (c) => {
    const { user: holder, from } = c.req.valid('json')
    return decide(c, 'select staff.appoint($1, $2, $3, $4, $5, $6) as said', [
      randomUUID(),
      c.req.valid('param').id,
      holder,
      'holder',
      from,
      null,
    ])
  })
  app.openapi(substitute, async (c) => {
    const { user: holder, from, to } = c.req.valid('json')
    return decide(c, 'select staff.appoint($1, $2, $3, $4, $5, $6) as said', [
      randomUUID(),
      c.req.valid('param').id,
      holder,
      'substitute',
      from,
      to,
    ])
  })
  app.openapi(end, (c) => {
    const values = [c.req.valid('param').id, 'holder', c.req.valid('json').on]
    return decide(c, 'select staff.dismiss($1, $2, $3) as said', values)
  })
  app.openapi(endSubstitute, (c) => {
    const values = [c.req.valid('param').id, 'substitute', c.req.valid('json').on]
    return decide(c, 'select staff.dismiss($1, $2, $3) as said', values)
  })
  return app
}

/** The database decides; it is the only one that may grant. */
async function decide(c: Context<OfficeEnv>, sql: string, values: readonly (string | null)[]) {
  const { user, region, activePost } = await requireAbility(c, 'manage-staff')
  const said = await inCounty(c.get('office'), { region, actor: user.id, post: activePost.id }, async (tx) => {
    const [row] = await tx.query<{ said: string }>(sql, values)
    return row?.said ?? 'not-granted'
  }).catch((error: unknown) => {
    // Another administrator filled the post at the same moment.
    if ((error as { code?: string }).code === '23P01') return 'already-filled'
    throw error
  })
  if (said === 'ok') return c.json({ done: true as const }, 200, unkept)
  if (said === 'not-granted') return problem(c, 'not-allowed')
  if (said === 'no-such-post' || said === 'no-such-user')
    return problem(c, 'unknown-record', { detail: getReason(said) })
  return problem(c, 'conflict', { detail: getReason(said) })
}

const reasons: Readonly<Record<string, Words>> = {
  'no-such-post': { zh: '没有这个岗位', en: 'There is no such post' },
  'no-such-user': { zh: '没有这个工作人员', en: 'There is no such member of staff' },
  'not-oneself': {
    zh: '不能给自己安排或撤销岗位，请另一位管理员办理',
    en: 'Nobody appoints or dismisses themself; ask another administrator',
  },
  'no-end': { zh: '代班要写明结束的日期', en: 'A substitution needs an end' },
  'ends-before-it-begins': { zh: '结束日期要晚于开始日期', en: 'It must end after it begins' },
  'post-closed': { zh: '那时这个岗位还没设立或已撤销', en: 'The post is not open at that time' },
  'already-filled': { zh: '那段时间已有人在岗；先结束他的任期', en: 'Somebody fills it in that time; end that first' },
  'already-theirs': { zh: '他那段时间已在这个岗位上', en: 'They fill that post in that time already' },
  'nobody-there': { zh: '那天起没有人在岗', en: 'Nobody fills it from that day' },
}

function getReason(code: string): Words {
  const words = reasons[code]
  if (words === undefined) throw new Error(`the database said ${code}`)
  return words
}
