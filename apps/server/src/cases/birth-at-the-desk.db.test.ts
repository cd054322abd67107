import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { region } from '../register/testing/scene.ts'
import type { Browser } from '../testing/browser.ts'
import { officeScene, unlimited, type Scene } from '../testing/office-scene.ts'
import { CasePage } from './schemas/case-page.ts'
import { casesOnScene } from './testing/cases-on-scene.ts'

const scene: () => Scene = officeScene({
  limits: unlimited,
  cases: (database) => casesOnScene(database, { region, app: () => scene().app }),
})

const yesterday = Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days: 1 }).toString()

function notice(changes: object = {}) {
  const { identityNumber } = scene().people
  return {
    id: randomUUID(),
    record: `R-${randomUUID().slice(0, 8)}`,
    kind: 'live-birth',
    where: 'in-institution',
    foreignParents: 'none',
    mother: { name: '单小雨', identityNumber },
    child: { sex: 'female', birthDate: yesterday, order: 1, of: 1 },
    ...changes,
  }
}

async function pageOf(browser: Browser, path: string): Promise<CasePage> {
  const { status, body } = await browser.get(path)
  expect([path, status]).toEqual([path, 200])
  return CasePage.parse(body)
}

/** Asks for the case until it is as wanted; the departments answer in their own time. */
async function until(browser: Browser, path: string, wanted: (page: CasePage) => boolean): Promise<CasePage> {
  for (let tries = 0; tries < 600; tries++) {
    const page = await pageOf(browser, path)
    if (wanted(page)) return page
    await pause(100)
  }
  throw new Error(
    `still not: ${JSON.stringify((await pageOf(browser, path)).items.map(({ id, status }) => [id, status]))}`,
  )
}

const statusOf = (page: CasePage, item: string) => page.items.find(({ id }) => id === item)?.status

describe('a birth', () => {
  it('told by the hospital is offered to the mother, confirmed with few fields, and done by the departments in order', async () => {
    const [hospital, mother, officer] = [
      await scene().as('hospital-clerk'),
      await scene().as('resident'),
      await scene().as('data-officer'),
    ]
    const police = '/api/deliveries/departments/police'
    expect(await officer.send('PUT', `${police}/faults`, { body: { down: true } })).toMatchObject({ status: 200 })
    const told = await hospital.post('/api/births/notices', notice())
    expect(told).toMatchObject({ status: 200, body: { what: 'opened' } })
    const id = String(told.body['caseId'])
    expect((await mother.get('/api/my/cases')).body).toMatchObject({ cases: [{ id, status: 'offered' }] })

    const path = `/api/my/cases/${id}`
    const offer = await pageOf(mother, path)
    const typed = offer.form.fields.filter(({ toType }) => toType).map(({ name }) => name)
    // The register does not say that they are married or of which province; only then is the family asked.
    const rest = { 'household.registeredMarriage': true, 'child.parentsOfTwoProvinces': false }
    expect(typed.toSorted()).toEqual(
      ['child.name', 'child.followsParent', 'household.phone', ...Object.keys(rest)].toSorted(),
    )
    const facts = { 'child.name': '王安安', 'child.followsParent': 'mother', 'household.phone': '13812345678', ...rest }
    const confirmation = { id: randomUUID(), form: offer.form.version, facts }
    expect((await mother.post(`${path}/confirm`, { ...confirmation, form: 'last year' })).status).toBe(409)
    const confirmed = await mother.post(`${path}/confirm`, confirmation)
    expect(confirmed).toMatchObject({ status: 200, body: { repeated: false, typed: 5 } })
    expect(await mother.post(`${path}/confirm`, confirmation)).toMatchObject({ body: { repeated: true } })

    // The police are down: what does not wait for them goes on.
    await until(
      mother,
      path,
      (page) => statusOf(page, 'birth-certificate') === 'done' && statusOf(page, 'vaccination-record') === 'done',
    )
    const waiting = await pageOf(mother, path)
    expect([statusOf(waiting, 'household-registration'), statusOf(waiting, 'medical-insurance')]).toEqual([
      'working',
      'waiting',
    ])
    expect(await officer.send('PUT', `${police}/faults`, { body: {} })).toMatchObject({ status: 200 })
    const ended = await until(mother, path, ({ status }) => status === 'completed')
    expect(ended.items.flatMap(({ id: item, status }) => (status === 'done' ? [item] : []))).toEqual([
      'birth-certificate',
      'vaccination-record',
      'household-registration',
      'medical-insurance',
      'premium',
      'social-security-card',
      'parent-guidance',
    ])
    const order = ended.history.flatMap(({ kind, item }) => (kind === 'answer' && item !== null ? [item] : []))
    expect(order.indexOf('household-registration')).toBeGreaterThan(order.indexOf('birth-certificate'))
    expect(order.indexOf('medical-insurance')).toBeGreaterThan(order.indexOf('household-registration'))
    for (const { source } of ended.items) expect(source.clause).not.toBe('')

    const registered = await scene().database.owner.query<{ name: string }>(
      `select p.name from register.person p join register.tie t on t.region = p.region and t.person = p.id
       where t.other = $1 and t.kind = 'membership' and p.name = '王安安' and p.identity_masked is not null`,
      [scene().people.household],
    )
    expect(registered.rows).toHaveLength(1)
    for (const department of ['police', 'hospital', 'health', 'tax']) {
      const found = await officer.post(`/api/deliveries/departments/${department}/reconcile`)
      expect([department, found.body['differences']]).toEqual([department, []])
    }
  }, 120_000)

  it('of twins asks for the second only what is of that child, and takes over what was said of the first', async () => {
    const [hospital, mother] = [await scene().as('hospital-clerk'), await scene().as('resident')]
    const twin = async (order: number) => {
      const child = { sex: 'male', birthDate: '2025-08-08', order, of: 2 }
      const told = await hospital.post('/api/births/notices', notice({ child }))
      return `/api/my/cases/${String(told.body['caseId'])}`
    }
    const [first, second] = [await twin(1), await twin(2)]
    const rest = { 'household.registeredMarriage': true, 'child.parentsOfTwoProvinces': false }
    const facts = { 'child.name': '单大双', 'child.followsParent': 'mother', 'household.phone': '13812345678', ...rest }
    const confirm = async (path: string, said: object) => {
      const { form } = await pageOf(mother, path)
      const confirmation = { id: randomUUID(), form: form.version, facts: said }
      expect(await mother.post(`${path}/confirm`, confirmation)).toMatchObject({ status: 200 })
      return () => mother.post(`${path}/confirm`, confirmation)
    }
    await confirm(first, facts)
    const offer = await pageOf(mother, second)
    expect(offer.form.fields.filter(({ toType }) => toType).map(({ name }) => name)).toEqual(['child.name'])
    expect(offer.form.fields.find(({ name }) => name === 'household.phone')).toMatchObject({ value: '13812345678' })
    const { cases } = (await mother.get('/api/my/cases')).body as { cases: { id: string; toAnswer: number }[] }
    expect(cases.find(({ id }) => second.endsWith(id))?.toAnswer).toBe(1)
    const again = await confirm(second, { 'child.name': '单小双' })
    expect(await again()).toMatchObject({ status: 200, body: { repeated: true, typed: 1 } })
    const confirmed = await pageOf(mother, second)
    const told = confirmed.form.fields.map(({ name, value }) => [name, value])
    expect(Object.fromEntries(told)).toMatchObject({ ...facts, 'child.name': '单小双' })
  }, 60_000)

  it('that was lost is handled by the hospital alone, asking the family for nothing', async () => {
    const hospital = await scene().as('hospital-clerk')
    const told = await hospital.post(
      '/api/births/notices',
      notice({ kind: 'stillbirth', child: { sex: 'male', birthDate: '2026-03-02', order: 1, of: 1 } }),
    )
    expect(told).toMatchObject({ status: 200, body: { what: 'opened' } })
    const mother = await scene().as('resident')
    const page = await until(mother, `/api/my/cases/${String(told.body['caseId'])}`, ({ endedOn }) => endedOn !== null)
    expect(page.items.flatMap(({ id, status }) => (status === 'not-needed' ? [] : [[id, status]]))).toEqual([
      ['farewell', 'done'],
      ['mother-care', 'done'],
    ])
    expect(page.waiting).toEqual([])
  }, 60_000)

  it('told by a parent after the hospital is the same case', async () => {
    const [hospital, mother] = [await scene().as('hospital-clerk'), await scene().as('resident')]
    const child = { sex: 'male', birthDate: '2026-02-01', order: 1, of: 1 }
    const first = await hospital.post('/api/births/notices', notice({ child }))
    const own = { record: null, where: 'outside', mother: { name: '单小雨', person: scene().people.mother }, child }
    const again = await mother.post('/api/my/births', notice(own))
    expect(again).toMatchObject({ status: 200, body: { what: 'joined', caseId: first.body['caseId'] } })
    const others = notice({ ...own, mother: { name: '赵远方', person: scene().people.elsewhere } })
    expect(await mother.post('/api/my/births', others)).toMatchObject({ status: 422 })
  })
})

describe('the desk', () => {
  it('shows what waits for one’s unit, and each unit only the values it needs', async () => {
    const hospital = await scene().as('hospital-clerk')
    const child = { sex: 'male', birthDate: '2026-01-15', weightGrams: 3300, order: 1, of: 1 }
    const told = await hospital.post('/api/births/notices', notice({ child }))
    const path = `/api/cases/${String(told.body['caseId'])}`
    const valueOf = async (role: Parameters<Scene['as']>[0], name: string) =>
      (await pageOf(await scene().as(role), path)).form.fields.find((field) => field.name === name)?.value
    expect(await valueOf('county-officer', 'mother.identityNumber')).toBe(scene().people.identityNumber)
    expect(await valueOf('police-registrar', 'mother.identityNumber')).toBe(scene().people.identityNumber)
    expect(await valueOf('tax-clerk', 'household.registeredMarriage')).toBeNull()
    expect(await valueOf('data-officer', 'mother.name')).toBeNull()
    const queue = await (await scene().as('county-officer')).get('/api/cases/queue?unit=health&limit=1')
    expect(queue).toMatchObject({ status: 200, body: { lines: expect.any(Array) } })
  })

  it('takes a step only from the unit whose it is, and says why not', async () => {
    const hospital = await scene().as('hospital-clerk')
    const child = { sex: 'male', birthDate: '2025-12-15', order: 1, of: 1 }
    const told = await hospital.post('/api/births/notices', notice({ child }))
    const path = `/api/cases/${String(told.body['caseId'])}/actions`
    const cancel = { kind: 'cancel', id: randomUUID(), words: '重复开办' }
    expect(await hospital.post(path, cancel)).toMatchObject({ status: 422, body: { errors: [{ path: 'by.unit' }] } })
    expect(await hospital.post(path, { ...cancel, by: { unit: 'health', person: null } })).toMatchObject({
      status: 422,
    })
    const officer = await scene().as('county-officer')
    const both = [
      { caseId: String(told.body['caseId']), action: cancel },
      { caseId: randomUUID(), action: cancel },
    ]
    const bulk = await officer.post('/api/cases/actions', { actions: both })
    expect(bulk.body['results']).toMatchObject([{ taken: true }, { taken: false }])
    expect(await officer.post(path, cancel)).toMatchObject({
      status: 200,
      body: { repeated: true, status: 'cancelled' },
    })
  })

  it('leaves the audit chain whole', async () => {
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
  })
})
