import { randomBytes } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { findPurpose } from '@junheng/register'
import type { Purpose as PurposeName } from '@junheng/register'
import { problem } from '../problems/problem.ts'
import { inCounty } from '../sign-in/database.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Done } from '../sign-in/schemas.ts'
import { refuse, requireAbility } from '../sign-in/session.ts'
import { todayIn } from '../sign-in/today.ts'
import { CaseId, Cases, OpenCase, OpenedCase } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/cases',
  tags: ['people'],
  summary: 'Open cases of one’s own posts',
  responses: answers(Cases, { summary: 'At most 200, the newest first', problems: guarded }),
})

const open = createRoute({
  method: 'post',
  path: '/api/cases',
  tags: ['people'],
  summary: 'Opens a case of the post acted from',
  request: { body: jsonBody(OpenCase) },
  responses: answers(OpenedCase, { summary: 'Its id', problems: [...guardedChange, 'conflict'] }),
})

const close = createRoute({
  method: 'post',
  path: '/api/cases/{id}/close',
  tags: ['people'],
  summary: 'Closes a case of one’s own posts: nothing is read for it any more',
  request: { params: z.object({ id: CaseId }) },
  responses: answers(Done, { summary: 'Closed', problems: [...guardedChange, 'unknown-record'] }),
})

type CaseRow = {
  readonly case_id: string
  readonly purpose: PurposeName
  readonly opened_on: string
  readonly about: string | null
}

export function caseRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const { user, region, posts } = await requireAbility(c, 'work')
    const rows = await inCounty(c.get('office'), { region, actor: user.id }, (tx) =>
      tx.query<CaseRow>(
        `select case_id, purpose, opened_on, about from access.case_file
         where region = $1 and closed_on is null and post = any ($2::uuid[]) order by opened_on desc, case_id limit 200`,
        [region, posts.map(({ id }) => id)],
      ),
    )
    const cases = rows.map(({ case_id: caseId, purpose, opened_on: openedOn, about }) => {
      return { caseId, purpose, openedOn, about, label: labelOf(purpose) }
    })
    return c.json({ cases }, 200, unkept)
  })
  app.openapi(open, async (c) => {
    const session = await requireAbility(c, 'work')
    const { user, region, activePost } = session
    const { purpose, about = null } = c.req.valid('json')
    const own = activePost.purposes.find((one) => one.purpose === purpose)
    if (own === undefined) return refuse(c.get('office'), session, 'case-of-a-foreign-purpose')
    if (!own.needsCase) return problem(c, 'conflict', { detail: needsNone })
    const today = todayIn(c.get('office').now())
    const caseId = `${today.replaceAll('-', '')}-${randomBytes(5).toString('hex')}`
    await inCounty(c.get('office'), { region, actor: user.id, post: activePost.id }, async (tx) => {
      await tx.query(
        `insert into access.case_file (region, case_id, purpose, opened_on, post, about, opened_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [region, caseId, purpose, today, activePost.id, about, user.id],
      )
      await tx.query('select audit.append($1, 0, $2, $3, $4, $5, $6, $7)', [
        region,
        'case-opened',
        user.id,
        about,
        purpose,
        caseId,
        JSON.stringify({ post: activePost.id }),
      ])
    })
    return c.json({ caseId }, 200, unkept)
  })
  app.openapi(close, async (c) => {
    const { user, region, posts } = await requireAbility(c, 'work')
    const { id } = c.req.valid('param')
    const closed = await inCounty(c.get('office'), { region, actor: user.id }, async (tx) => {
      const rows = await tx.query<{ purpose: string }>(
        `update access.case_file set closed_on = $3
         where region = $1 and case_id = $2 and closed_on is null and post = any ($4::uuid[]) returning purpose`,
        [region, id, todayIn(c.get('office').now()), posts.map((post) => post.id)],
      )
      await tx.query('select audit.append($1, 0, $2, $3, null, $4, $5, $6)', [
        region,
        rows.length === 1 ? 'case-closed' : 'refused',
        user.id,
        rows[0]?.purpose ?? null,
        id,
        JSON.stringify(rows.length === 1 ? {} : { why: 'no-such-case' }),
      ])
      return rows.length === 1
    })
    return closed ? c.json({ done: true as const }, 200, unkept) : problem(c, 'unknown-record')
  })
  return app
}

function labelOf(purpose: PurposeName) {
  return findPurpose(purpose)?.label ?? { zh: purpose, en: purpose }
}

const needsNone = { zh: '这个目的不用立案', en: 'This purpose needs no case' }
