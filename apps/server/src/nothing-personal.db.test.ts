import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { household, identityNumber, person, region } from './register/testing/scene.ts'
import { officeScene, password, roles, townshipCode, unlimited, villageCode } from './testing/office-scene.ts'

const scene = officeScene({ limits: unlimited })

it('no name, number, phone, password, code or case text of anybody ever stands in the log', async () => {
  const { people, vacantPost, users } = scene()
  const marks = {
    name: '欧阳若兰',
    number: identityNumber('1988-08-08', 88),
    phone: '13700001111',
    address: '银泉大道九百号',
    reason: '孩子走失需要马上联系监护人',
    username: 'ou.yang.ruolan',
    wrongPassword: 'a wrong password 4711',
    caseText: '更正文本四七一一',
    known: '单小雨',
    knownPhone: people.phone,
    knownNumber: people.identityNumber,
  }
  const place = { township: townshipCode, village: villageCode }
  const act = (command: object) => ({
    id: randomUUID(),
    region,
    source: { kind: 'declared', reference: marks.name },
    command,
    purpose: 'registration',
  })
  const home = household({ ...place, address: marks.address })
  const full = { ...place, name: marks.name, birthDate: '1988-08-08', identityNumber: marks.number, phone: marks.phone }
  for (const role of roles) {
    const browser = await scene().as(role)
    for (const text of [
      marks.name,
      marks.known,
      marks.number,
      marks.phone,
      marks.knownPhone,
      marks.knownNumber,
      marks.address,
    ]) {
      for (const purpose of ['registration', 'hiring', 'emergency']) {
        await browser.post('/api/people/search', { text, purpose, reason: marks.reason })
      }
    }
    await browser.get(`/api/people/search?text=${encodeURIComponent(marks.name)}`)
    await browser.post(`/api/people/${people.mother}/read`, {
      purpose: 'registration',
      fields: ['identity', 'phone'],
      reason: marks.reason,
    })
    await browser.post('/api/register/actions', act(home))
    await browser.post('/api/register/actions', act(person(full)))
    await browser.post(
      '/api/register/actions',
      act(person({ ...full, birthDate: '1989-08-08', name: `${marks.name}'` })),
    )
    await browser.post('/api/staff/users', { name: marks.name, username: marks.username, phone: marks.phone })
    await browser.post('/api/my/correction-request', { text: marks.caseText })
    await browser.post(`/api/staff/posts/${vacantPost}/holder`, { user: users.reviewer, from: '2026-01-01' })
    await browser.send('POST', '/api/people/search', { body: `{"text":"${marks.name}","purpose":` })
    for (const path of [
      '/api/my/record',
      '/api/my/readings',
      '/api/staff/work',
      '/api/staff/posts',
      '/api/access-log',
      '/api/break-glass',
    ]) {
      await browser.get(path)
    }
  }
  const visitor = scene().visitor()
  await visitor.post('/api/sign-in/password', { username: marks.username, password: marks.wrongPassword })
  await visitor.post('/api/sign-in/password', { username: 'reviewer', password })
  await visitor.post('/api/sign-in/sms', { phone: marks.knownPhone })
  const code = /验证码 (\d{6})/.exec(scene().office.messages.shown?.()[0]?.text ?? '')?.[1] ?? ''
  expect(code).toMatch(/^\d{6}$/)
  await visitor.post('/api/sign-in/sms/verify', { phone: marks.knownPhone, code: '000000' })
  await visitor.post('/api/sign-in/sms/verify', { phone: marks.knownPhone, code })

  const log = scene().logged.join('\n')
  expect(scene().logged.length).toBeGreaterThan(300)
  for (const [what, mark] of Object.entries({ ...marks, code, password })) {
    expect([what, log.includes(mark) || log.includes(encodeURIComponent(mark))]).toEqual([what, false])
  }
  // Nor on the audit chain, which says who, whom and why, never what: reasons of emergencies are there to be read.
  const { rows } = await scene().database.owner.query<{ body: string }>('select body from audit.entry')
  const chain = rows.map(({ body }) => body).join('\n')
  const { reason: _, ...others } = marks
  for (const [what, mark] of Object.entries({ ...others, code, password })) {
    expect([what, chain.includes(mark)]).toEqual([what, false])
  }
})

it('a failure inside tells where in the code, and nothing of what was being handled', async () => {
  const { owner } = scene().database
  await owner.query('alter table register.number_key rename to number_key_away')
  try {
    const browser = await scene().as('county-officer')
    const answer = await browser.post('/api/people/search', { text: '13812345678', purpose: 'registration' })
    expect(answer).toMatchObject({ status: 500, body: { type: '/problems/internal' } })
    expect(answer.text).not.toMatch(/number_key|select|register\.|pg/)
    const line = scene().logged.findLast((one) => one.includes('message')) ?? ''
    expect(line).not.toContain('13812345678')
    expect(line).not.toContain('number_key')
  } finally {
    await owner.query('alter table register.number_key_away rename to number_key')
  }
})
