import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { inCounty } from '../sign-in/database.ts'
import { answers, guarded, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id, Words } from '../sign-in/schemas.ts'
import { requireStaff } from '../sign-in/session.ts'
import { getPostKind, postKinds } from '../staff/post-kinds.ts'
import { namesOfUsers } from '../staff/user-names.ts'
import { unitsOfPost } from './units-of-posts.ts'

const Colleagues = z
  .object({
    people: z.array(z.object({ id: Id, name: z.string(), title: Words })),
    offices: z.array(z.object({ id: Id, name: Words })),
  })
  .openapi('Colleagues')

const list = createRoute({
  method: 'get',
  path: '/api/cases/colleagues',
  tags: ['cases'],
  summary: 'Who else works for the units of one’s post, and in which offices: to hand over to',
  responses: answers(Colleagues, { summary: 'People who fill a post today, and offices', problems: guarded }),
})

const inChinese = new Intl.Collator('zh')

/** Whom a case may be handed to. */
export function colleagueRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const { user, activePost } = await requireStaff(c)
    const { region, id: post, kind } = activePost
    const units = new Set(unitsOfPost(kind))
    const kinds = postKinds.filter((one) => unitsOfPost(one.kind).some((unit) => units.has(unit)))
    const rows = await inCounty(c.get('office'), { region, actor: user.id, post }, async (tx) => {
      const found = await tx.query<{ id: string; kind: string; digits: number; unit: string; zh: string; en: string }>(
        `select h.holder as id, p.kind, length(p.area) as digits, n.id as unit, n.name_zh as zh, n.name_en as en
         from staff.post p
         join staff.holding h on h.region = p.region and h.post = p.id and h.valid @> staff.today()
         join staff.unit n on n.region = p.region and n.id = p.unit
         where p.region = $1 and h.region = $1 and n.region = $1 and p.kind = any ($2)
           and (p.closed_on is null or p.closed_on > staff.today())
         order by length(p.area), n.name_zh, h.holder limit 500`,
        [region, kinds.map((one) => one.kind)],
      )
      const names = await namesOfUsers(
        tx,
        found.map(({ id }) => id),
      )
      return found
        .flatMap((row) => {
          const name = names.get(row.id)
          return name === undefined ? [] : [{ ...row, name }]
        })
        .toSorted((a, b) => a.digits - b.digits || inChinese.compare(a.zh, b.zh) || inChinese.compare(a.name, b.name))
    })
    const people = rows
      .filter(({ id }) => id !== user.id)
      .map((row) => ({ id: row.id, name: row.name, title: getPostKind(row.kind).title }))
    const offices = new Map(rows.map(({ unit, zh, en }) => [unit, { id: unit, name: { zh, en } }]))
    return c.json({ people, offices: [...offices.values()] }, 200, unkept)
  })
  return app
}
