import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../problems/problem.ts'
import { findingHash } from '../register/sealing.ts'
import { auditSignIn, nowhere } from './audit.ts'
import { callAuth, endEarlierSession } from './call-auth.ts'
import { readerOf } from './database.ts'
import { beginAttempt, endAttempt, lockMinutes } from './failures.ts'
import { answers, guardedChange, jsonBody, officeApp, openChange, unkept } from './office-app.ts'
import type { OfficeEnv } from './office.ts'
import { Done, NewPassword, Next, PasswordSignIn } from './schemas.ts'
import { requireSession } from './session.ts'

const signIn = createRoute({
  method: 'post',
  path: '/api/sign-in/password',
  tags: ['session'],
  summary: 'The first factor of staff: a name and a password',
  request: { body: jsonBody(PasswordSignIn) },
  responses: answers(Next, { summary: 'What comes next', problems: [...openChange, 'wrong-credentials', 'locked'] }),
})

const change = createRoute({
  method: 'post',
  path: '/api/session/password',
  tags: ['session'],
  summary: 'A new password, at least 12 characters; all other sessions end',
  request: { body: jsonBody(NewPassword) },
  responses: answers(Done, { summary: 'Changed', problems: [...guardedChange, 'wrong-credentials', 'locked'] }),
})

export function passwordRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(signIn, async (c) => {
    const office = c.get('office')
    const { username, password } = c.req.valid('json')
    const name = username.normalize('NFKC').trim().toLowerCase()
    const subject = findingHash(office.secrets, 'sign-in', name)
    const attempt = await beginAttempt(office, subject)
    if (attempt.locked) return locked(c)
    const outcome = await callAuth(c, () =>
      office.auth.api.signInUsername({
        body: { username: name, password },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    const user = await findStaff(c, name)
    const event = { region: user?.region ?? nowhere, actor: user?.id ?? null, detail: { method: 'password' } }
    const db = readerOf(office.register.pool)
    if (!outcome.ok || user === undefined) {
      await auditSignIn(db, { ...event, kind: attempt.last ? 'locked-out' : 'sign-in-failed' })
      return attempt.last ? locked(c) : problem(c, 'wrong-credentials')
    }
    await endAttempt(office, subject)
    await endEarlierSession(c)
    if (outcome.value !== null && 'twoFactorRedirect' in outcome.value)
      return c.json({ next: 'second-factor' as const }, 200, unkept)
    await auditSignIn(db, { ...event, kind: 'signed-in', detail: { method: 'password', secondFactor: 'to-set-up' } })
    return c.json({ next: 'set-up-second-factor' as const }, 200, unkept)
  })
  app.openapi(change, async (c) => {
    const office = c.get('office')
    const { user, region } = await requireSession(c)
    const { old, new: fresh } = c.req.valid('json')
    const subject = findingHash(office.secrets, 'password', user.id)
    const attempt = await beginAttempt(office, subject)
    if (attempt.locked) return locked(c)
    const outcome = await callAuth(c, () =>
      office.auth.api.changePassword({
        body: { currentPassword: old, newPassword: fresh, revokeOtherSessions: true },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    if (!outcome.ok) {
      await auditSignIn(readerOf(office.register.pool), {
        region,
        kind: 'sign-in-failed',
        actor: user.id,
        detail: { method: 'change-password' },
      })
      return problem(c, 'wrong-credentials')
    }
    await endAttempt(office, subject)
    return c.json({ done: true as const }, 200, unkept)
  })
  return app
}

export function locked(c: Context): Response {
  return problem(c, 'locked', { headers: { 'retry-after': String(lockMinutes * 60) } })
}

async function findStaff(c: Context<OfficeEnv>, username: string) {
  const [row] = await readerOf(c.get('office').register.pool).query<{ id: string; region: string }>(
    `select id, region from auth.user where username = $1 and kind = 'staff'`,
    [username],
  )
  return row
}
