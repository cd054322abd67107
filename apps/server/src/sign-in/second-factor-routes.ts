import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../problems/problem.ts'
import { findingHash } from '../register/sealing.ts'
import { auditSignIn, nowhere, type SignInEvent } from './audit.ts'
import { callAuth } from './call-auth.ts'
import { pendingSignIn } from './cookies.ts'
import { readerOf } from './database.ts'
import { answers, jsonBody, officeApp, openChange, unkept } from './office-app.ts'
import type { Office, OfficeEnv } from './office.ts'
import { locked } from './password-routes.ts'
import { CodeSignIn, Next, SetUp, SetUpAnswer } from './schemas.ts'
import { findSession, refuse } from './session.ts'

const problems = [...openChange, 'sign-in-needed', 'wrong-credentials', 'locked', 'conflict', 'not-allowed'] as const

const verify = createRoute({
  method: 'post',
  path: '/api/sign-in/second-factor',
  tags: ['session'],
  summary: 'The second factor: six figures from the phone, or a backup code; each counts once',
  description: 'Also confirms a second factor that was just set up.',
  request: { body: jsonBody(CodeSignIn) },
  responses: answers(Next, { summary: 'Signed in', problems }),
})

const setUp = createRoute({
  method: 'post',
  path: '/api/sign-in/second-factor/set-up',
  tags: ['session'],
  summary: 'A new second factor; it counts once a code of it was given',
  request: { body: jsonBody(SetUp) },
  responses: answers(SetUpAnswer, { summary: 'What the phone is told, and the backup codes: shown once', problems }),
})

export function secondFactorRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(verify, async (c) => {
    const office = c.get('office')
    const code = c.req.valid('json').code.trim()
    const who = await whoIsProving(c)
    if (who === null) return problem(c, 'sign-in-needed')
    const fresh = await useOnce(office, who.user, code)
    const options = { body: { code }, headers: c.req.raw.headers, returnHeaders: true } as const
    const outcome = fresh
      ? await callAuth<unknown>(c, () =>
          /^\d{6}$/.test(code) ? office.auth.api.verifyTOTP(options) : office.auth.api.verifyBackupCode(options),
        )
      : ({ ok: false, status: 401, code: 'USED' } as const)
    const event = { region: who.region, actor: who.user }
    if (outcome.ok) {
      await audit(office, {
        ...event,
        kind: who.settingUp ? 'second-factor-set-up' : 'signed-in',
        detail: { method: 'second-factor' },
      })
      return c.json({ next: 'done' as const }, 200, unkept)
    }
    const shut = outcome.status === 429 || outcome.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'
    await audit(office, { ...event, kind: shut ? 'locked-out' : 'sign-in-failed', detail: { method: 'second-factor' } })
    return shut ? locked(c) : problem(c, 'wrong-credentials')
  })
  app.openapi(setUp, async (c) => {
    const office = c.get('office')
    const session = await findSession(c)
    if (session === null) return problem(c, 'sign-in-needed')
    if (session.kind !== 'staff') return refuse(office, session, 'staff-only')
    const { password } = c.req.valid('json')
    const outcome = await callAuth(c, () =>
      office.auth.api.enableTwoFactor({
        body: { password, method: 'totp' },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    if (!outcome.ok) {
      if (outcome.code === 'TOTP_ALREADY_ENABLED') return problem(c, 'conflict', { detail: alreadySetUp })
      return problem(c, 'wrong-credentials')
    }
    if (!('totpURI' in outcome.value)) throw new Error('no second factor of this method')
    const { totpURI: uri, backupCodes } = outcome.value
    return c.json(
      { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes: [...backupCodes] },
      200,
      unkept,
    )
  })
  return app
}

const alreadySetUp = {
  zh: '动态验证码已经设置过；换手机请找系统管理员重置',
  en: 'A second factor is set up already; an administrator can reset it for a new phone',
}

/** Whose code this would be: of the sign-in that waits, or of the session that sets its second factor up. */
async function whoIsProving(c: Context<OfficeEnv>) {
  const db = readerOf(c.get('office').register.pool)
  const waiting = pendingSignIn(c.req.header('cookie'))
  if (waiting !== null) {
    const [row] = await db.query<{ id: string; region: string }>(
      `select u.id, u.region from auth.verification v join auth.user u on u.id::text = v.value where v.identifier = $1`,
      [waiting],
    )
    if (row !== undefined) return { user: row.id, region: row.region, settingUp: false }
    await auditSignIn(db, { region: nowhere, kind: 'stale-session', actor: null, detail: { why: 'second-factor' } })
  }
  const session = await findSession(c)
  return session === null ? null : { user: session.user.id, region: session.region, settingUp: true }
}

/** False for a code that this person gave before. */
async function useOnce(office: Office, user: string, code: string): Promise<boolean> {
  const digest = findingHash(office.secrets, 'second-factor', `${user} ${code}`)
  const db = readerOf(office.register.pool)
  // A code is right for a minute and a half at most; a minute more for clocks that differ.
  await db.query('delete from auth.used_code where user_id = $1 and used_at < $2', [
    user,
    office.now().subtract({ seconds: 150 }).toString(),
  ])
  const made = await db.query(
    'insert into auth.used_code (user_id, digest, used_at) values ($1, $2, $3) on conflict do nothing returning digest',
    [user, digest, office.now().toString()],
  )
  return made.length > 0
}

function audit(office: Office, event: SignInEvent): Promise<void> {
  return auditSignIn(readerOf(office.register.pool), event)
}
