import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { identityNumber, person, send } from '../register/testing/scene.ts'
import { officeScene, townshipCode, unlimited } from '../testing/office-scene.ts'

const scene = officeScene({ limits: unlimited })

/** A minute passes for every code that was sent. */
beforeEach(() =>
  scene().database.owner.query(`update auth.one_time_code set sent_at = sent_at - interval '61 seconds'`),
)

const newest = () => /验证码 (\d{6})/.exec(scene().office.messages.shown?.()[0]?.text ?? '')?.[1] ?? ''

/** Somebody new whose phone this is; every test has its own, because an hour allows a phone five codes. */
async function onFile(phone: string, changes: object = {}): Promise<string> {
  const command = person({ township: townshipCode, name: '钱多多', phone, ...changes })
  const outcome = await send(scene().database, command, {
    access: { actor: '00000000-0000-4000-8000-00000000000a' },
  })
  expect(outcome).toMatchObject({ ok: true })
  return command.person
}

describe('a code by SMS', () => {
  it('signs a resident in as the person whose phone it is, each time the same', async () => {
    const phone = '13911110001'
    const who = await onFile(phone, { name: '孙一' })
    const users: unknown[] = []
    for (let times = 0; times < 2; times++) {
      await scene().database.owner.query(`update auth.one_time_code set sent_at = sent_at - interval '61 seconds'`)
      const browser = scene().visitor()
      expect((await browser.post('/api/sign-in/sms', { phone: '139 1111 0001' })).status).toBe(202)
      expect(await browser.post('/api/sign-in/sms/verify', { phone, code: newest() })).toMatchObject({
        status: 200,
        body: { next: 'done' },
      })
      const { body } = await browser.get('/api/session')
      expect(body).toMatchObject({ kind: 'resident', posts: [], user: { name: '孙一' } })
      users.push((body['user'] as { id: string }).id)
      expect((await browser.get('/api/my/record')).body).toMatchObject({ id: who, phone: '139****0001' })
      expect((await browser.get('/api/my/record?show=phone')).body).toMatchObject({ id: who, phone })
    }
    expect(new Set(users).size).toBe(1)
  })

  it('counts once, five minutes long, and bears five tries', async () => {
    const phone = '13911110002'
    await onFile(phone)
    const browser = scene().visitor()
    const verify = (code: string) => browser.post('/api/sign-in/sms/verify', { phone, code })
    await browser.post('/api/sign-in/sms', { phone })
    const code = newest()
    expect((await verify(code)).status).toBe(200)
    expect((await verify(code)).status).toBe(401)

    const { owner } = scene().database
    const again = async () => {
      await owner.query(`update auth.one_time_code set sent_at = sent_at - interval '61 seconds'`)
      await browser.post('/api/sign-in/sms', { phone })
    }
    await again()
    await owner.query(`update auth.one_time_code set expires_at = expires_at - interval '5 minutes'`)
    expect((await verify(newest())).status).toBe(401)

    await again()
    const right = newest()
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
    const statuses: number[] = []
    for (let tries = 0; tries < 5; tries++) statuses.push((await verify(wrong)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 423])
    expect((await verify(right)).status).toBe(423)
  })

  it('bears five tries also when they come at once', async () => {
    const phone = '13911110003'
    await onFile(phone)
    await scene().visitor().post('/api/sign-in/sms', { phone })
    const right = newest()
    const wrong = Array.from({ length: 20 }, (_, n) => String((Number(right) + 1 + n) % 1_000_000).padStart(6, '0'))
    const answers = await Promise.all(
      wrong.map((code) => scene().visitor().post('/api/sign-in/sms/verify', { phone, code })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
    expect((await scene().visitor().post('/api/sign-in/sms/verify', { phone, code: right })).status).toBe(423)
  })

  it('is not sent more often than once a minute and five times an hour, and the answer never tells', async () => {
    const phone = '13911110004'
    await onFile(phone)
    const sent = () =>
      scene()
        .office.messages.shown?.()
        .filter(({ to }) => to === '139****0004').length
    const { owner } = scene().database
    const answers = new Set<string>()
    const ask = async (number: string) => {
      const { status, text } = await scene().visitor().post('/api/sign-in/sms', { phone: number })
      answers.add(`${status} ${text}`)
    }
    await ask(phone)
    await ask(phone)
    expect(sent()).toBe(1)
    for (let times = 0; times < 8; times++) {
      await owner.query(`update auth.one_time_code set sent_at = sent_at - interval '61 seconds'`)
      await ask(phone)
    }
    expect(sent()).toBeLessThanOrEqual(5)
    await ask('13900009999')
    expect([...answers]).toEqual(['202 {"done":true}'])
  })

  it('of a phone on nobody’s file opens nothing', async () => {
    const browser = scene().visitor()
    await browser.post('/api/sign-in/sms', { phone: '13911110005' })
    expect(await browser.post('/api/sign-in/sms/verify', { phone: '13911110005', code: newest() })).toMatchObject({
      status: 404,
      body: { type: '/problems/unknown-record' },
    })
  })

  it('of a phone that several share asks who it is, and never guesses', async () => {
    const phone = '13911110006'
    const [ida, idb] = [identityNumber('1960-01-01', 31), identityNumber('1962-01-01', 42)]
    await onFile(phone, { name: '李大山', birthDate: '1960-01-01', identityNumber: ida })
    const wife = await onFile(phone, { name: '周小河', sex: 'female', birthDate: '1962-01-01', identityNumber: idb })
    const browser = scene().visitor()
    await browser.post('/api/sign-in/sms', { phone })
    const code = newest()
    const verify = (more: object) => browser.post('/api/sign-in/sms/verify', { phone, code, ...more })
    expect(await verify({})).toMatchObject({ status: 200, body: { next: 'who-are-you' } })
    expect((await verify({ name: '周小河', idLast4: ida.slice(-4) })).status).toBe(401)
    expect(await verify({ name: '周小河', idLast4: idb.slice(-4) })).toMatchObject({ body: { next: 'done' } })
    expect((await browser.get('/api/my/record')).body).toMatchObject({ id: wife })
  })

  it('keeps neither phone nor code in clear', async () => {
    const phone = '13911110007'
    await onFile(phone)
    await scene().visitor().post('/api/sign-in/sms', { phone })
    const code = newest()
    const { owner } = scene().database
    const { rows } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'access', 'staff')`,
    )
    for (const { name } of rows) {
      const text = JSON.stringify((await owner.query(`select t::text from ${name} t`)).rows)
      expect([name, text.includes(phone)]).toEqual([name, false])
      if (name === 'auth.one_time_code') expect(text).not.toContain(code)
    }
  })
})

describe('a resident', () => {
  it('sees nobody else, whatever id they ask for', async () => {
    const browser = await scene().as('resident')
    for (const path of [`/api/people/${scene().people.child}/read`, `/api/people/${randomUUID()}/read`]) {
      expect((await browser.post(path, { purpose: 'data-subject' })).status).toBe(403)
    }
    const own = await browser.get('/api/my/record')
    // Their own number too shows whole only when they ask: a phone is looked at over shoulders.
    const { mother, identityNumber: number } = scene().people
    expect(own.body).toMatchObject({ id: mother, identityNumber: expect.stringMatching(/^4\*{16}[\dX]$/) })
    expect(own.text).not.toContain(number)
    const asked = await browser.get('/api/my/record?show=identity')
    expect(asked.body).toMatchObject({ identityNumber: number, phone: '138****5678' })
    const { rows } = await scene().database.owner.query<{ fields: string }>(
      `select body::jsonb -> 'detail' ->> 'fields' as fields from audit.entry
       where kind = 'read' and actor = $1 order by at desc, seq desc limit 2`,
      [scene().users.resident],
    )
    expect(rows.map(({ fields }) => fields)).toEqual(['["health", "identity"]', '["health"]'])
    expect(own.text).toContain('孕期高血压')
    expect(own.body['household']).toMatchObject({ address: expect.stringContaining('怀德路'), members: [] })
    expect(own.text).not.toContain('王多多')
  })

  it('sees who read their data, from which post, why and how closely', async () => {
    const officer = await scene().as('county-officer')
    await officer.post(`/api/people/${scene().people.mother}/read`, { purpose: 'registration', fields: ['identity'] })
    const browser = await scene().as('resident')
    const { readings } = (await browser.get('/api/my/readings')).body as { readings: object[] }
    expect(readings.find((one) => !(one as { own: boolean }).own)).toMatchObject({
      by: { post: { zh: '区卫健局人口家庭科' }, unit: { zh: '咸安区卫生健康局' }, name: expect.stringMatching(/^甲/) },
      purpose: { zh: '人口登记' },
      fields: ['identity'],
      own: false,
      emergency: false,
    })
  })

  it('asks for a correction, which the village answers, and sees the answer', async () => {
    const browser = await scene().as('resident')
    const asked = await browser.post('/api/my/correction-request', { text: '地址应为怀德路21号' })
    const worker = await scene().as('village-worker')
    const { items } = (await worker.get('/api/staff/work')).body as {
      items: { kind: string; id: string; text: object }[]
    }
    expect(items.find(({ id }) => id === asked.body['id'])).toMatchObject({
      kind: 'correction',
      subject: { id: scene().people.mother, name: '单小雨' },
      text: { zh: '本人申请更正：地址应为怀德路21号' },
    })
    const answer = () =>
      worker.post(`/api/staff/corrections/${String(asked.body['id'])}/answer`, { answer: '已核实更正' })
    expect((await answer()).status).toBe(200)
    expect((await answer()).status).toBe(404)
    const { requests } = (await browser.get('/api/my/correction-requests')).body as { requests: object[] }
    expect(requests[0]).toMatchObject({ text: '地址应为怀德路21号', answer: '已核实更正' })
    expect((await browser.post('/api/my/correction-request', { fact: randomUUID(), text: '别人的' })).status).toBe(404)
  })
})
