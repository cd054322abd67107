import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { describeService } from '../app.ts'
import { officeScene, roles, unlimited, type Role, type Scene } from '../testing/office-scene.ts'
import { region } from '../register/testing/scene.ts'
import { casesOnScene } from './testing/cases-on-scene.ts'

const scene: () => Scene = officeScene({
  limits: unlimited,
  cases: (database) => casesOnScene(database, { region, app: () => scene().app }),
})

type Who = 'visitor' | Role
const everybody: readonly Who[] = ['visitor', ...roles]

interface Row {
  readonly path?: string
  readonly body?: (scene: Scene) => object | string
  readonly type?: string
  /** The status of each; who is not named is refused: 401 to visitors, 403 to others. */
  readonly may: Partial<Record<Who, number>>
}

const unknown = randomUUID()
/** Whoever works on cases: the health bureau's three levels, the hospital, five other units, the data officer. */
const caseworkers = (status: number): Row['may'] => ({
  'county-officer': status,
  'township-worker': status,
  'village-worker': status,
  'health-worker': status,
  'police-registrar': status,
  'hospital-clerk': status,
  'insurance-clerk': status,
  'social-security-clerk': status,
  'tax-clerk': status,
  'civil-affairs-clerk': status,
  'data-officer': status,
})
/** Everybody with a post; who works on no cases has no colleagues in them. */
const staff = (status: number): Row['may'] => ({
  ...caseworkers(status),
  'school-clerk': status,
  administrator: status,
  reviewer: status,
})
const family = (status: number): Row['may'] => ({ resident: status })
const dataOfficer = (status: number): Row['may'] => ({ 'data-officer': status })
const pdf = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'
const action = () => ({ kind: 'cancel', id: 'x', words: '重复开办' })

function wrongNotice(): object {
  return {
    id: randomUUID(),
    record: null,
    kind: 'live-birth',
    where: 'in-institution',
    mother: { name: '王某' },
    child: { sex: 'male', birthDate: '2026-01-01' },
  }
}

/** What everybody may do with cases, route by route; unknown ids, so that nothing depends on another row. */
const table: Readonly<Record<string, Row>> = {
  'get /api/cases/queue': { may: caseworkers(200) },
  'get /api/cases/overview': { may: caseworkers(200) },
  'get /api/cases/colleagues': { may: staff(200) },
  'get /api/cases/{id}': { path: `/api/cases/${unknown}`, may: caseworkers(404) },
  'post /api/cases/{id}/actions': { path: `/api/cases/${unknown}/actions`, body: action, may: caseworkers(404) },
  'post /api/cases/actions': {
    body: () => ({ actions: [{ caseId: unknown, action: action() }] }),
    may: caseworkers(200),
  },
  // Nothing of that name is done here: whoever may ask is told so.
  'post /api/cases/openings': {
    body: () => ({ id: unknown, procedure: 'unheard-of' }),
    may: { ...caseworkers(422), 'data-officer': 403 },
  },
  'post /api/my/cases/openings': { body: () => ({ id: unknown, procedure: 'unheard-of' }), may: family(422) },
  'get /api/my/cases': { may: family(200) },
  'get /api/my/cases/{id}': { path: `/api/my/cases/${unknown}`, may: family(404) },
  'post /api/my/cases/{id}/confirm': {
    path: `/api/my/cases/${unknown}/confirm`,
    body: () => ({ id: 'x', form: 'x', facts: {} }),
    may: family(404),
  },
  'post /api/my/cases/{id}/actions': {
    path: `/api/my/cases/${unknown}/actions`,
    body: () => ({ kind: 'withdraw', id: 'x', words: '外地办' }),
    may: family(404),
  },
  // Incomplete: whoever may tell of a birth is told what is missing.
  'post /api/births/notices': {
    body: wrongNotice,
    may: {
      'county-officer': 422,
      'township-worker': 422,
      'village-worker': 422,
      'health-worker': 422,
      'hospital-clerk': 422,
    },
  },
  'post /api/my/births': { body: wrongNotice, may: family(422) },
  'post /api/cases/{id}/documents': {
    path: `/api/cases/${unknown}/documents?type=application/pdf`,
    body: () => pdf,
    type: 'application/octet-stream',
    may: caseworkers(404),
  },
  'get /api/cases/{id}/documents/{document}': {
    path: `/api/cases/${unknown}/documents/${unknown}`,
    may: caseworkers(404),
  },
  'post /api/my/cases/{id}/documents': {
    path: `/api/my/cases/${unknown}/documents?type=application/pdf`,
    body: () => pdf,
    type: 'application/octet-stream',
    may: family(404),
  },
  'get /api/my/cases/{id}/documents/{document}': {
    path: `/api/my/cases/${unknown}/documents/${unknown}`,
    may: family(404),
  },
  'get /api/deliveries/dead': { may: dataOfficer(200) },
  'post /api/deliveries/{id}/settle': {
    path: `/api/deliveries/${unknown}/settle`,
    body: () => ({ deed: 'send-again', words: '对方已恢复' }),
    may: dataOfficer(409),
  },
  'get /api/deliveries/departments': { may: dataOfficer(200) },
  'post /api/deliveries/departments/{department}/reconcile': {
    path: '/api/deliveries/departments/tax/reconcile',
    may: dataOfficer(200),
  },
  'get /api/deliveries/departments/{department}/faults': {
    path: '/api/deliveries/departments/tax/faults',
    may: dataOfficer(200),
  },
  'put /api/deliveries/departments/{department}/faults': {
    path: '/api/deliveries/departments/tax/faults',
    may: dataOfficer(200),
  },
}

/** The routes about cases, from the API's own description. */
function describedRoutes(): readonly string[] {
  const paths = describeService().paths ?? {}
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) => {
      const tags = (operation as { tags?: readonly string[] }).tags ?? []
      return tags.includes('cases') ? [`${method} ${path}`] : []
    }),
  )
}

describe('every route about cases', () => {
  it('has a row in the table', () => {
    expect(describedRoutes().toSorted()).toEqual(Object.keys(table).toSorted())
  })

  it.each(Object.entries(table))('%s', async (route, { path, body, type, may }) => {
    const [method = '', plain = ''] = route.split(' ')
    const answers: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const who of everybody) {
      const browser = who === 'visitor' ? scene().visitor() : await scene().as(who)
      const before = await refused()
      const answer = await browser.send(method.toUpperCase(), path ?? plain, {
        body: body?.(scene()) ?? {},
        ...(type === undefined ? {} : { headers: { 'content-type': type } }),
      })
      expected[who] = may[who] ?? (who === 'visitor' ? 401 : 403)
      answers[who] = answer.status
      // Whoever is signed in and refused stands on the chain.
      if (answer.status === 403) expect([who, (await refused()) - before]).toEqual([who, 1])
    }
    expect(answers).toEqual(expected)
  })

  it('of departments is closed to everybody who is signed in', async () => {
    for (const who of everybody) {
      const browser = who === 'visitor' ? scene().visitor() : await scene().as(who)
      const answer = await browser.post('/api/departments/police/answers', {})
      expect([who, answer.status]).toEqual([who, 401])
    }
  })
})

async function refused(): Promise<number> {
  const { rows } = await scene().database.owner.query<{ n: number }>(
    `select count(*) as n from audit.entry where kind = 'refused'`,
  )
  return rows[0]?.n ?? 0
}
