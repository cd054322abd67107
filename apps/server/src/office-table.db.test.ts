import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { describeService } from './app.ts'
import { officeScene, roles, unlimited, type Role, type Scene } from './testing/office-scene.ts'
import { person, region } from './register/testing/scene.ts'
import { townshipCode, villageCode } from './testing/office-scene.ts'

const scene = officeScene({ limits: unlimited })

type Who = 'visitor' | Role
const everybody: readonly Who[] = ['visitor', ...roles]

interface Row {
  readonly path?: (scene: Scene, who: Who) => string
  readonly body?: (scene: Scene, who: Who) => object
  /** The status of each; who is not named is refused: 401 to visitors, 403 to others. */
  readonly may: Partial<Record<Who, number>>
}

const all = (status: number): Row['may'] => Object.fromEntries(everybody.map((who) => [who, status]))
const registrars = (status: number) => ({
  'county-officer': status,
  'township-worker': status,
  'village-worker': status,
})
const workers = (status: number) => {
  return {
    ...registrars(status),
    'health-worker': status,
    'police-registrar': status,
    'school-clerk': status,
    'hospital-clerk': status,
    'insurance-clerk': status,
    'social-security-clerk': status,
    'tax-clerk': status,
    'civil-affairs-clerk': status,
    'data-officer': status,
  }
}
const staff = (status: number) => ({ ...workers(status), administrator: status, reviewer: status })
const unknown = randomUUID()
const onVacantPost = (scene: Scene) => scene.vacantPost

/** What everybody may do, route by route, in an order in which it can be done. */
const table: Readonly<Record<string, Row>> = {
  'get /api/session': { may: all(200) },
  'post /api/session/post': { body: () => ({ post: unknown }), may: {} },
  'post /api/session/password': {
    body: () => ({ old: 'not the password', new: 'a new long password' }),
    may: all(401),
  },
  'post /api/sign-in/password': {
    body: (_, who) => ({ username: `nobody-${who}`, password: 'x' }),
    may: all(401),
  },
  'post /api/sign-in/second-factor': { body: () => ({ code: '000000' }), may: all(401) },
  'post /api/sign-in/second-factor/set-up': { body: () => ({ password: 'x' }), may: staff(401) },
  'post /api/sign-in/sms': { body: () => ({ phone: '13800000000' }), may: all(202) },
  'post /api/sign-in/sms/verify': { body: () => ({ phone: '13800000009', code: '000000' }), may: all(401) },
  'get /api/sign-in/oidc/start': { path: () => '/api/sign-in/oidc/start?provider=nobody', may: all(404) },
  'get /api/auth/callback/{provider}': { path: () => '/api/auth/callback/nobody?state=x', may: all(404) },
  'get /api/demo/cards': { may: all(200) },
  'post /api/demo/sign-in': { body: () => ({ card: 'nobody' }), may: all(404) },
  'get /api/demo/messages': { may: all(200) },
  // The scene's demonstration plays no mother.
  'get /api/demo/mother': { may: staff(404) },
  'post /api/people/search': { body: () => ({ text: '单小雨', purpose: 'registration' }), may: registrars(200) },
  'post /api/people/{id}/read': {
    path: ({ people }) => `/api/people/${people.mother}/read`,
    body: () => ({ purpose: 'registration' }),
    may: registrars(200),
  },
  'post /api/register/actions': {
    body: () => ({
      id: randomUUID(),
      region,
      source: { kind: 'declared', reference: null },
      command: person({ township: townshipCode, village: villageCode }),
      purpose: 'registration',
    }),
    may: registrars(200),
  },
  'get /api/cases': { may: workers(200) },
  'post /api/cases': { body: () => ({ purpose: 'birth-service' }), may: registrars(200) },
  'post /api/cases/{id}/close': { path: () => '/api/cases/no-such/close', may: workers(404) },
  'get /api/staff/posts': { may: staff(200) },
  'post /api/staff/posts/{id}/holder': {
    path: (scene) => `/api/staff/posts/${onVacantPost(scene)}/holder`,
    body: ({ users }) => ({ user: users['township-worker'], from: '2026-01-01' }),
    may: { administrator: 200 },
  },
  'post /api/staff/posts/{id}/substitute': {
    path: (scene) => `/api/staff/posts/${onVacantPost(scene)}/substitute`,
    body: ({ users }) => ({ user: users['village-worker'], from: '2026-02-01', to: '2026-03-01' }),
    may: { administrator: 200 },
  },
  'delete /api/staff/posts/{id}/substitute': {
    path: (scene) => `/api/staff/posts/${onVacantPost(scene)}/substitute`,
    body: () => ({ on: '2026-02-15' }),
    may: { administrator: 200 },
  },
  'delete /api/staff/posts/{id}/holder': {
    path: (scene) => `/api/staff/posts/${onVacantPost(scene)}/holder`,
    body: () => ({ on: '2026-06-01' }),
    may: { administrator: 200 },
  },
  'get /api/staff/users': { may: { administrator: 200 } },
  'post /api/staff/users': {
    body: (_, who) => ({ name: '新人', username: `new-${who}` }),
    may: { administrator: 200 },
  },
  'post /api/staff/users/{id}/reset': { path: () => `/api/staff/users/${unknown}/reset`, may: { administrator: 404 } },
  'get /api/staff/work': { may: staff(200) },
  'post /api/staff/corrections/{id}/answer': {
    path: () => `/api/staff/corrections/${unknown}/answer`,
    body: () => ({ answer: '已更正' }),
    may: registrars(404),
  },
  'post /api/staff/hand-overs': {
    body: () => ({ identityNumber: '421202199001010010', name: '无此人', text: '孩子随母落户' }),
    may: registrars(404),
  },
  'post /api/staff/hand-overs/{id}/answer': {
    path: () => `/api/staff/hand-overs/${unknown}/answer`,
    body: () => ({ answer: '已登记' }),
    may: registrars(404),
  },
  'get /api/access-log': { may: { reviewer: 200 } },
  'get /api/access-log/refusals': { may: { reviewer: 200, administrator: 200 } },
  'get /api/access-log/verify': { may: { reviewer: 200 } },
  'get /api/break-glass': { may: { reviewer: 200 } },
  'post /api/break-glass/{id}/review': {
    path: () => `/api/break-glass/${unknown}/review`,
    body: () => ({ finding: '属实' }),
    may: { reviewer: 404 },
  },
  'get /api/my/record': { may: { resident: 200 } },
  'get /api/my/readings': { may: { resident: 200 } },
  'post /api/my/correction-request': { body: () => ({ text: '民族写错了' }), may: { resident: 200 } },
  'get /api/my/correction-requests': { may: { resident: 200 } },
  'post /api/sign-out': { may: all(200) },
}

/** The routes of the office, from the API's own description. */
function describedRoutes(): readonly string[] {
  const paths = describeService().paths ?? {}
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) => {
      const tags = (operation as { tags?: readonly string[] }).tags ?? []
      return tags.some((tag) => ['session', 'people', 'staff', 'log', 'my'].includes(tag)) ? [`${method} ${path}`] : []
    }),
  )
}

describe('every route of the office', () => {
  it('has a row in the table', () => {
    expect(describedRoutes().toSorted()).toEqual(Object.keys(table).toSorted())
  })

  it.each(Object.entries(table))('%s', async (route, { path, body, may }) => {
    const [method = '', plain = ''] = route.split(' ')
    const answers: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const who of everybody) {
      const browser = who === 'visitor' ? scene().visitor() : await scene().as(who)
      const before = await refused()
      const answer = await browser.send(method.toUpperCase(), path?.(scene(), who) ?? plain, {
        body: body?.(scene(), who) ?? {},
      })
      expected[who] = may[who] ?? (who === 'visitor' ? 401 : 403)
      answers[who] = answer.status
      // Whoever is signed in and refused stands on the chain.
      if (answer.status === 403) expect([who, (await refused()) - before]).toEqual([who, 1])
    }
    expect(answers).toEqual(expected)
  })
})

async function refused(): Promise<number> {
  const { rows } = await scene().database.owner.query<{ n: number }>(
    `select count(*) as n from audit.entry where kind = 'refused'`,
  )
  return rows[0]?.n ?? 0
}
