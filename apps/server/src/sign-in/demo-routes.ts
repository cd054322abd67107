import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { problem } from '../problems/problem.ts'
import { auditSignIn } from './audit.ts'
import { callAuth, endEarlierSession } from './call-auth.ts'
import { readerOf } from './database.ts'
import { answers, guarded, jsonBody, officeApp, open, openChange, unkept } from './office-app.ts'
import type { OfficeEnv } from './office.ts'
import { DemoCards, DemoMessages, DemoMother, DemoSignIn, Next } from './schemas.ts'
import { requireStaff } from './session.ts'

const cards = createRoute({
  method: 'get',
  path: '/api/demo/cards',
  tags: ['session'],
  summary: 'Who can be played in the demonstration; 404 anywhere else',
  responses: answers(DemoCards, { summary: 'One card a role', problems: [...open, 'not-found'] }),
})

const signIn = createRoute({
  method: 'post',
  path: '/api/demo/sign-in',
  tags: ['session'],
  summary: 'Signs in as a card of the demonstration; 404 anywhere else',
  request: { body: jsonBody(DemoSignIn) },
  responses: answers(Next, { summary: 'Signed in', problems: [...openChange, 'not-found'] }),
})

const messages = createRoute({
  method: 'get',
  path: '/api/demo/messages',
  tags: ['session'],
  summary: 'Messages that would have been sent; 404 where they are',
  responses: answers(DemoMessages, { summary: 'The last ones, newest first', problems: [...open, 'not-found'] }),
})

const mother = createRoute({
  method: 'get',
  path: '/api/demo/mother',
  tags: ['session'],
  summary: 'Whose birth staff may tell of in the demonstration: somebody who can be played; 404 anywhere else',
  responses: answers(DemoMother, { summary: 'A synthetic person', problems: [...guarded, 'not-found'] }),
})

export function demoRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(cards, (c) => {
    const { demonstration } = c.get('office')
    if (demonstration === null) return problem(c, 'not-found')
    const shown = demonstration.cards.map(({ id, name, title, what }) => ({ id, name, post: title, what }))
    return c.json({ cards: shown }, 200, unkept)
  })
  app.openapi(signIn, async (c) => {
    const office = c.get('office')
    const { card } = c.req.valid('json')
    const found = office.demonstration?.cards.find(({ id }) => id === card)
    if (found === undefined) return problem(c, 'not-found')
    await endEarlierSession(c)
    const outcome = await callAuth(c, () =>
      office.auth.api.beginSession({
        body: { userId: found.user, method: 'demo' },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    if (!outcome.ok) throw new Error(`the session did not begin: ${outcome.code}`)
    const db = readerOf(office.register.pool)
    const [user] = await db.query<{ region: string }>(
      `update auth.session s set active_post = $2 from auth.user u where s.id = $1 and u.id = s.user_id returning u.region`,
      [outcome.value.id, found.post],
    )
    if (user === undefined) throw new Error('the card names nobody')
    await auditSignIn(db, { region: user.region, kind: 'signed-in', actor: found.user, detail: { method: 'demo' } })
    return c.json({ next: 'done' as const }, 200, unkept)
  })
  app.openapi(mother, async (c) => {
    await requireStaff(c)
    const found = c.get('office').demonstration?.cards.find(({ id }) => id === 'resident-mother')
    if (found?.person === undefined) return problem(c, 'not-found')
    return c.json({ person: found.person, name: found.name }, 200, unkept)
  })
  app.openapi(messages, (c) => {
    const { shown } = c.get('office').messages
    if (shown === null) return problem(c, 'not-found')
    return c.json({ messages: shown().map((message) => ({ ...message })) }, 200, unkept)
  })
  return app
}
