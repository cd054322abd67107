import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { normalisePhone } from '@junheng/register'
import { spend } from '../edge/rate-limit.ts'
import { problem, problemResponses } from '../problems/problem.ts'
import { findingHash } from '../register/sealing.ts'
import { auditSignIn, nowhere } from './audit.ts'
import { callAuth, endEarlierSession } from './call-auth.ts'
import { readerOf } from './database.ts'
import { answers, jsonBody, officeApp, openChange, unkept } from './office-app.ts'
import type { OfficeEnv } from './office.ts'
import { codeRules, countWrongAnswer, makeCode, spendCode, tryCode } from './one-time-code.ts'
import { findResident, userOfResident } from './resident-of-number.ts'
import { Done, Next, SmsSignIn, SmsVerify } from './schemas.ts'

const send = createRoute({
  method: 'post',
  path: '/api/sign-in/sms',
  tags: ['session'],
  summary: 'A code by SMS, for residents; the answer is the same for every phone',
  request: { body: jsonBody(SmsSignIn) },
  responses: {
    202: { description: 'If a code may be sent, it is', content: { 'application/json': { schema: Done } } },
    ...problemResponses(...openChange),
  },
})

const verify = createRoute({
  method: 'post',
  path: '/api/sign-in/sms/verify',
  tags: ['session'],
  summary: 'The code, and where several people share the phone also name and last four of the identity number',
  request: { body: jsonBody(SmsVerify) },
  responses: answers(Next, {
    summary: 'Signed in, or asked who of several',
    problems: [...openChange, 'wrong-credentials', 'locked', 'unknown-record'],
  }),
})

export function smsRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(send, async (c) => {
    const office = c.get('office')
    const phone = normalisePhone(c.req.valid('json').phone)
    if (phone === null) return problem(c, 'invalid-request', { errors: [{ path: 'phone', message: notAPhone }] })
    const wait = await spend(office.limits.codes, findingHash(office.secrets, 'phone', phone))
    const code = wait > 0 ? null : await makeCode(office, phone)
    if (code !== null) {
      const text = `【均衡】验证码 ${code}，${codeRules.minutes} 分钟内有效。工作人员不会向您索要。Code ${code}, good for ${codeRules.minutes} minutes.`
      await office.messages.send({ kind: 'code', phone, text, at: office.now() })
    }
    return c.json({ done: true as const }, 202, unkept)
  })
  app.openapi(verify, async (c) => {
    const office = c.get('office')
    const { code, name, idLast4, ...body } = c.req.valid('json')
    const phone = normalisePhone(body.phone)
    const db = readerOf(office.register.pool)
    const fail = (kind: 'sign-in-failed' | 'locked-out') =>
      auditSignIn(db, { region: nowhere, kind, actor: null, detail: { method: 'sms' } })
    const outcome = phone === null ? 'wrong' : await tryCode(office, phone, code)
    if (phone === null || outcome !== 'right') {
      await fail(outcome === 'spent' ? 'locked-out' : 'sign-in-failed')
      return problem(c, outcome === 'spent' ? 'locked' : 'wrong-credentials', {
        detail: outcome === 'spent' ? codeSpent : wrongCode,
      })
    }
    const { found, ...rest } = await findResident(office, phone, { name, idLast4 })
    if (found === null) {
      const why = 'why' in rest ? rest.why : 'nobody'
      if (why === 'several') return c.json({ next: 'who-are-you' as const }, 200, unkept)
      await (why === 'nobody' ? spendCode(office, phone) : countWrongAnswer(office, phone))
      await fail('sign-in-failed')
      return why === 'nobody'
        ? problem(c, 'unknown-record', { detail: notOnFile })
        : problem(c, 'wrong-credentials', { detail: noMatch })
    }
    if (!(await spendCode(office, phone))) return problem(c, 'wrong-credentials', { detail: wrongCode })
    const user = await userOfResident(office, found, { kind: 'phone', number: phone })
    await endEarlierSession(c)
    const begun = await callAuth(c, () =>
      office.auth.api.beginSession({
        body: { userId: user, method: 'sms' },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    )
    if (!begun.ok) throw new Error(`the session did not begin: ${begun.code}`)
    await auditSignIn(db, { region: found.region, kind: 'signed-in', actor: user, detail: { method: 'sms' } })
    return c.json({ next: 'done' as const }, 200, unkept)
  })
  return app
}

const notAPhone = { zh: '这不是手机或固定电话号码', en: 'This is no phone number' }
const wrongCode = {
  zh: '验证码不对或已过期，请核对或重新获取',
  en: 'The code is wrong or too old; check it or ask for another',
}
const codeSpent = {
  zh: '这个验证码试错 5 次，已作废；请 1 分钟后重新获取',
  en: 'This code was tried 5 times and is void; ask for another in a minute',
}
const notOnFile = {
  zh: '这个号码没有登记在任何人名下；请带身份证到所在乡镇（街道）登记电话',
  en: 'This number is on nobody’s file; bring your identity card to your township to have it recorded',
}
const noMatch = {
  zh: '姓名或身份证号后四位与这个号码名下的登记不符',
  en: 'The name or the last four of the identity number are not those on file for this phone',
}
