import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem } from '../problems/problem.ts'
import { withAccess } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { inCounty } from '../sign-in/database.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { Office, OfficeEnv } from '../sign-in/office.ts'
import { Done, Id } from '../sign-in/schemas.ts'
import { requireAbility, requireStaff, type StaffSession } from '../sign-in/session.ts'
import { pendingReviews } from '../access-log/break-glass.ts'
import { accessFrom } from './own-posts.ts'
import { readPosts } from './read-posts.ts'
import { Answer, Work } from './schemas.ts'
import {
  conflicts,
  mostOfAKind,
  bereaved,
  newborns,
  openCorrections,
  openHandOvers,
  ownHandOvers,
  turning,
  withoutNumber,
  type WorkItem,
} from './work-queries.ts'

const list = createRoute({
  method: 'get',
  path: '/api/staff/work',
  tags: ['staff'],
  summary: 'What waits for the post acted from',
  description: 'Read from the register each time; people shown in it count as read, with purpose registration.',
  responses: answers(Work, { summary: 'What is due first stands first', problems: guarded }),
})

const answer = createRoute({
  method: 'post',
  path: '/api/staff/corrections/{id}/answer',
  tags: ['staff'],
  summary: 'Answers what a resident asked to have corrected; they see the answer',
  request: { params: z.object({ id: Id }), body: jsonBody(Answer) },
  responses: answers(Done, { summary: 'Answered', problems: [...guardedChange, 'unknown-record'] }),
})

export function workRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const session = await requireStaff(c)
    const kinds = await gather(c.get('office'), session)
    const items = kinds
      .flatMap((own) => own.slice(0, mostOfAKind))
      .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.id.localeCompare(b.id))
    return c.json({ items, more: kinds.some((own) => own.length > mostOfAKind) }, 200, unkept)
  })
  app.openapi(answer, async (c) => {
    const { user, activePost } = await requireAbility(c, 'work')
    const { region } = activePost
    const access = accessFrom(activePost, { actor: user.id, purpose: 'registration' })
    const { id } = c.req.valid('param')
    const answered = await withAccess(c.get('office').register, { access, births: false }, async (tx) => {
      const [row] = await tx.query<{ person: string }>(
        `update staff.correction_request set answered_by = $3, answered_at = $4, answer = $5
         where region = $1 and id = $2 and answered_at is null returning person`,
        [region, id, user.id, c.get('office').now().toString(), c.req.valid('json').answer],
      )
      await tx.query('select audit.append($1, 0, $2, $3, $4, $5, null, $6)', [
        region,
        row === undefined ? 'refused' : 'correction-answered',
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

/** Items by kind, each at most one more than is shown. */
async function gather(
  office: Office,
  { user, region, activePost }: StaffSession,
): Promise<readonly (readonly WorkItem[])[]> {
  const where = { region, actor: user.id, post: activePost.id }
  if (activePost.abilities.includes('review'))
    return [await inCounty(office, where, (tx) => pendingReviews(tx, region))]
  if (activePost.abilities.includes('manage-staff'))
    return [await inCounty(office, where, async (tx) => gaps(await readPosts(tx, region)))]
  if (!activePost.purposes.some(({ purpose }) => purpose === 'registration')) return []
  const access = accessFrom(activePost, { actor: user.id, purpose: 'registration' })
  return withAccess(office.register, { access, births: true }, async (tx) => {
    const { townships, villages } = access
    const own = { region, actor: user.id }
    const kinds = [await openCorrections(tx, region), await openHandOvers(tx, own), await ownHandOvers(tx, own)]
    // A whole county's newborns are its villages' work; the county sees what residents ask.
    if (townships !== null) {
      for (const query of [newborns, withoutNumber, turning, conflicts])
        kinds.push(await query(tx, { region, townships, villages }))
    }
    const people = [...new Set(kinds.flat().flatMap(({ subject }) => (subject === null ? [] : [subject.id])))]
    auditRead(tx, { access, kind: 'work-list', subject: null, detail: { people } })
    const special = await bereaved(tx, people)
    return kinds.map((items) =>
      items.map((item) =>
        item.subject !== null && special.has(item.subject.id) ? { ...item, attention: care } : item,
      ),
    )
  })
}

const care = {
  zh: '可能是特殊家庭：本县登记的子女都已去世。慢一点，先问需要什么',
  en: 'Perhaps a special family: all children on file here have died. Take time, ask first what is needed',
}

function gaps({ totals }: Awaited<ReturnType<typeof readPosts>>): readonly WorkItem[] {
  const { townshipsWithGap, villagesWithGap } = totals
  if (townshipsWithGap + villagesWithGap === 0) return []
  const text = {
    zh: `${townshipsWithGap} 个乡镇（街道）、${villagesWithGap} 个村（社区）没有人在岗`,
    en: `${townshipsWithGap} townships and ${villagesWithGap} villages have nobody in post`,
  }
  return [{ kind: 'gap', id: 'gap', subject: null, text, attention: null, due: null, link: '/desk/posts' }]
}
