import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readPage } from '../people/read-page.ts'
import { PersonPage } from '../people/schemas.ts'
import { problem } from '../problems/problem.ts'
import { withAccess, type Access, type Field } from '../register/access.ts'
import { inCounty } from '../sign-in/database.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { requireResident, type Session } from '../sign-in/session.ts'
import { readReadings } from './read-readings.ts'
import { Asked, CorrectionRequest, CorrectionRequests, Readings } from './schemas.ts'

const record = createRoute({
  method: 'get',
  path: '/api/my/record',
  tags: ['my'],
  summary: 'Everything on file of oneself; a number whole where it is asked for',
  request: { query: z.object({ show: z.enum(['identity', 'phone']).optional() }) },
  responses: answers(PersonPage, { summary: 'One’s own page', problems: [...guarded, 'unknown-record'] }),
})

const readings = createRoute({
  method: 'get',
  path: '/api/my/readings',
  tags: ['my'],
  summary: 'Who read or changed it, from which post, why',
  responses: answers(Readings, { summary: 'The last 200', problems: guarded }),
})

const ask = createRoute({
  method: 'post',
  path: '/api/my/correction-request',
  tags: ['my'],
  summary: 'Asks the township to correct something',
  request: { body: jsonBody(CorrectionRequest) },
  responses: answers(Asked, {
    summary: 'It is on the township’s work list',
    problems: [...guardedChange, 'unknown-record', 'conflict'],
  }),
})

const asked = createRoute({
  method: 'get',
  path: '/api/my/correction-requests',
  tags: ['my'],
  summary: 'What one asked for, and the answers',
  responses: answers(CorrectionRequests, { summary: 'The newest first', problems: guarded }),
})

/** Open requests of one person at a time: more would only bury the others. */
const mostOpen = 10

export function myDataRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(record, async (c) => {
    const session = await requireResident(c)
    const { register, secrets } = c.get('office')
    const { show } = c.req.valid('query')
    const access = asOneself(session, show === undefined ? ['health'] : ['health', show])
    const page = await readPage({ register, secrets, access, person: session.person, births: true })
    return page === null ? problem(c, 'unknown-record') : c.json(page, 200, unkept)
  })
  app.openapi(readings, async (c) => {
    const { region, person, user } = await requireResident(c)
    const found = await inCounty(c.get('office'), { region, actor: user.id }, (tx) =>
      readReadings(tx, { region, person, user: user.id }),
    )
    return c.json(found, 200, unkept)
  })
  app.openapi(ask, async (c) => {
    const session = await requireResident(c)
    const { region, person, user } = session
    const { fact = null, text } = c.req.valid('json')
    const now = c.get('office').now().toString()
    const said = await withAccess(
      c.get('office').register,
      { access: asOneself(session), births: true },
      async (tx) => {
        const [own] = await tx.query<{ township: string; village: string | null; open: number; known: boolean }>(
          `select p.township, p.village, (select count(*) from staff.correction_request r
             where r.region = $1 and r.person = p.id and r.answered_at is null) as open,
           $3::uuid is null or exists (select from register.fact f where f.region = $1 and f.id = $3)
             or exists (select from register.fertility_fact f where f.region = $1 and f.id = $3)
             or exists (select from register.health_fact f where f.region = $1 and f.id = $3) as known
         from register.person p where p.region = $1 and p.id = $2`,
          [region, person, fact],
        )
        if (own === undefined || !own.known) return 'unknown-record' as const
        if (own.open >= mostOpen) return 'conflict' as const
        const id = randomUUID()
        await tx.query(
          `insert into staff.correction_request (region, id, person, township, village, fact, text, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [region, id, person, own.township, own.village, fact, text, user.id, now],
        )
        await tx.query('select audit.append($1, 0, $2, $3, $4, $5, null, $6)', [
          region,
          'correction-asked',
          user.id,
          person,
          'data-subject',
          JSON.stringify({ request: id, fact }),
        ])
        return { id }
      },
    )
    if (typeof said === 'object') return c.json(said, 200, unkept)
    return problem(c, said, said === 'conflict' ? { detail: tooMany } : {})
  })
  app.openapi(asked, async (c) => {
    const session = await requireResident(c)
    const { region, person } = session
    const rows = await withAccess(c.get('office').register, { access: asOneself(session), births: false }, (tx) =>
      tx.query<Row>(
        `select id, fact, text, asked_at as "askedAt", answer, answered_at as "answeredAt" from staff.correction_request
         where region = $1 and person = $2 order by asked_at desc, id limit 100`,
        [region, person],
      ),
    )
    return c.json({ requests: [...rows] }, 200, unkept)
  })
  return app
}

type Row = {
  readonly id: string
  readonly fact: string | null
  readonly text: string
  readonly askedAt: string
  readonly answer: string | null
  readonly answeredAt: string | null
}

/** The access of a person to themself: everything of theirs, nothing of anybody else. */
function asOneself(
  { region, user, person }: Session & { readonly person: string },
  fields: readonly Field[] = ['health'],
): Access {
  return {
    actor: user.id,
    region,
    townships: null,
    villages: null,
    purpose: 'data-subject',
    caseId: null,
    fields,
    reason: null,
    self: person,
  }
}

const tooMany = {
  zh: `还有 ${mostOpen} 条申请没有答复，请等答复后再提`,
  en: `${mostOpen} requests wait for an answer already; please wait for those`,
}
