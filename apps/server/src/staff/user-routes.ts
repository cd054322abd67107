import { randomBytes } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { normalisePhone } from '@junheng/register'
import { problem } from '../problems/problem.ts'
import { findingHash } from '../register/sealing.ts'
import { inCounty } from '../sign-in/database.ts'
import { maskPhone } from '../sign-in/messages.ts'
import { answers, guarded, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { hashPassword } from '../sign-in/password-hash.ts'
import { Id } from '../sign-in/schemas.ts'
import { noteRefusal, requireAbility } from '../sign-in/session.ts'
import { addStaffUser } from './add-user.ts'
import { readUsers } from './read-users.ts'
import { Credentials, NewUser, Users } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/staff/users',
  tags: ['staff'],
  summary: 'Everybody who works here',
  responses: answers(Users, { summary: 'With their posts', problems: guarded }),
})

const add = createRoute({
  method: 'post',
  path: '/api/staff/users',
  tags: ['staff'],
  summary: 'Adds somebody, without any post',
  request: { body: jsonBody(NewUser) },
  responses: answers(Credentials, { summary: 'The first password', problems: [...guardedChange, 'conflict'] }),
})

const reset = createRoute({
  method: 'post',
  path: '/api/staff/users/{id}/reset',
  tags: ['staff'],
  summary: 'A new password and a new second factor; sessions end',
  request: { params: z.object({ id: Id }) },
  responses: answers(Credentials, {
    summary: 'The new password',
    problems: [...guardedChange, 'unknown-record', 'conflict'],
  }),
})

export function userRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(list, async (c) => {
    const { user, region } = await requireAbility(c, 'manage-staff')
    const users = await inCounty(c.get('office'), { region, actor: user.id }, (tx) => readUsers(tx, region))
    return c.json({ users }, 200, unkept)
  })
  app.openapi(add, async (c) => {
    const office = c.get('office')
    const { user, region } = await requireAbility(c, 'manage-staff')
    const { name, username, phone, identity } = c.req.valid('json')
    const number = phone === null || phone === undefined ? undefined : normalisePhone(phone)
    if (number === null) return problem(c, 'invalid-request', { errors: [{ path: 'phone', message: notAPhone }] })
    if (
      identity !== null &&
      identity !== undefined &&
      !office.providers.some(({ id, people }) => people === 'staff' && id === identity.provider)
    ) {
      return problem(c, 'invalid-request', { errors: [{ path: 'identity.provider', message: noProvider }] })
    }
    const password = firstPassword()
    const passwordHash = await hashPassword(password)
    const id = await inCounty(office, { region, actor: user.id }, async (tx) => {
      const made = await addStaffUser(tx, {
        name,
        username,
        region,
        passwordHash,
        phone:
          number === undefined
            ? null
            : { hash: findingHash(office.secrets, 'phone', number), masked: maskPhone(number) },
      })
      if (identity !== null && identity !== undefined) {
        await tx.query('insert into auth.account (account_id, provider_id, user_id) values ($1, $2, $3)', [
          identity.subject,
          identity.provider,
          made,
        ])
      }
      await tx.query('select audit.append($1, 0, $2, $3, $4, null, null, $5)', [
        region,
        'user-added',
        user.id,
        made,
        '{}',
      ])
      return made
    }).catch((error: unknown) => {
      if ((error as { code?: string }).code === '23505') return null
      throw error
    })
    return id === null ? problem(c, 'conflict', { detail: taken }) : c.json({ id, password }, 200, unkept)
  })
  app.openapi(reset, async (c) => {
    const office = c.get('office')
    const session = await requireAbility(c, 'manage-staff')
    const { user, region } = session
    const { id } = c.req.valid('param')
    if (id === user.id) {
      await noteRefusal(office, session, 'not-oneself')
      return problem(c, 'conflict', { detail: notOneself })
    }
    const password = firstPassword()
    const passwordHash = await hashPassword(password)
    const found = await inCounty(office, { region, actor: user.id }, async (tx) => {
      const [row] = await tx.query<{ username: string }>(
        `update auth.user set two_factor_enabled = false, updated_at = now()
         where id = $1 and kind = 'staff' and region = $2 returning username`,
        [id, region],
      )
      if (row === undefined) return false
      await tx.query('delete from auth.two_factor where user_id = $1', [id])
      await tx.query('delete from auth.session where user_id = $1', [id])
      await tx.query('delete from auth.verification where value = $1', [id])
      await tx.query('delete from auth.failure where subject = $1', [
        findingHash(office.secrets, 'sign-in', row.username),
      ])
      await tx.query(
        `insert into auth.account (account_id, provider_id, user_id, password) values ($1::uuid::text, 'credential', $1::uuid, $2)
         on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
        [id, passwordHash],
      )
      await tx.query('select audit.append($1, 0, $2, $3, $4, null, null, $5)', [
        region,
        'user-reset',
        user.id,
        id,
        '{}',
      ])
      return true
    })
    if (found) return c.json({ id, password }, 200, unkept)
    await noteRefusal(office, session, 'no-such-user')
    return problem(c, 'unknown-record')
  })
  return app
}

/** 96 bits by chance. */
function firstPassword(): string {
  return randomBytes(12).toString('base64url')
}

const notAPhone = { zh: '这不是手机或固定电话号码', en: 'This is no phone number' }
const noProvider = { zh: '没有接入这个身份认证', en: 'This identity provider is not connected' }
const taken = { zh: '账号、电话或认证身份已被使用', en: 'The name, phone or identity is in use already' }
const notOneself = { zh: '不能重置自己，请另一位管理员办理', en: 'Nobody resets themself; ask another administrator' }
