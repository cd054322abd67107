import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { problem } from '../problems/problem.ts'
import { auditSignIn } from './audit.ts'
import { callAuth } from './call-auth.ts'
import { pendingSignIn } from './cookies.ts'
import { readerOf } from './database.ts'
import { answers, guardedChange, jsonBody, officeApp, open, openChange, unkept } from './office-app.ts'
import type { OfficeEnv } from './office.ts'
import type { Preparing } from './preparing.ts'
import { ChoosePost, Done, SessionState } from './schemas.ts'
import { findSession, requireSession, type Session } from './session.ts'
import type { z } from 'zod'

const state = createRoute({
  method: 'get',
  path: '/api/session',
  tags: ['session'],
  summary: 'Who is signed in, and from which posts they may act',
  responses: answers(SessionState, { summary: 'The state of this browser', problems: open }),
})

const choosePost = createRoute({
  method: 'post',
  path: '/api/session/post',
  tags: ['session'],
  summary: 'Acts from another of one’s own posts from now on',
  request: { body: jsonBody(ChoosePost) },
  responses: answers(Done, { summary: 'Chosen', problems: guardedChange }),
})

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  tags: ['session'],
  summary: 'Ends the session',
  responses: answers(Done, { summary: 'Signed out; also where nobody was signed in', problems: openChange }),
})

/** What is said while the register is being prepared. */
export const notReady = (preparing: Preparing): z.infer<typeof SessionState> => ({
  signedIn: false,
  demo: false,
  ready: false,
  preparing,
  providers: [],
  messages: false,
  secondFactorWaits: false,
})

export function sessionRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(state, async (c) => {
    const { demonstration, providers, messages } = c.get('office')
    const session = await findSession(c)
    const body = {
      signedIn: session !== null,
      demo: demonstration !== null,
      ready: true,
      providers: providers.map((provider) => ({ ...provider })),
      messages: messages.shown !== null,
      secondFactorWaits: session === null && pendingSignIn(c.req.header('cookie')) !== null,
      ...(session === null ? {} : describe(session)),
    }
    return c.json(body, 200, unkept)
  })
  app.openapi(choosePost, async (c) => {
    const session = await requireSession(c)
    const { post } = c.req.valid('json')
    const db = readerOf(c.get('office').register.pool)
    const event = { region: session.region, actor: session.user.id, detail: { post } }
    if (!session.posts.some(({ id }) => id === post)) {
      await auditSignIn(db, { ...event, kind: 'refused', detail: { post, why: 'not-their-post' } })
      return problem(c, 'not-allowed')
    }
    await db.query('update auth.session set active_post = $2 where id = $1', [session.id, post])
    await auditSignIn(db, { ...event, kind: 'post-chosen' })
    return c.json({ done: true as const }, 200, unkept)
  })
  app.openapi(signOut, async (c) => {
    const office = c.get('office')
    const session = await findSession(c)
    if (session !== null) {
      await callAuth(c, () => office.auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true }))
      await auditSignIn(readerOf(office.register.pool), {
        region: session.region,
        kind: 'signed-out',
        actor: session.user.id,
        detail: {},
      })
    }
    return c.json({ done: true as const }, 200, unkept)
  })
  return app
}

type Described = Pick<
  z.infer<typeof SessionState>,
  'kind' | 'user' | 'secondFactor' | 'expiresAt' | 'posts' | 'activePost'
>

function describe({ kind, user, secondFactor, expiresAt, posts, activePost }: Session): Described {
  return {
    kind,
    user,
    secondFactor,
    expiresAt,
    posts: posts.map((post) => ({
      ...post,
      purposes: [...post.purposes],
      fields: [...post.fields],
      abilities: [...post.abilities],
    })),
    activePost: activePost?.id ?? null,
  }
}
