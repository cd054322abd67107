import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../app.ts'
import { testDatabase, type TestDatabase } from '../database/testing/test-database.ts'
import type { Watch } from '../database/statements.ts'
import type { Log } from '../edge/request-log.ts'
import { makeSeal } from '../register/sealing.ts'
import { household, identityNumber, person, region, send } from '../register/testing/scene.ts'
import { makeOffice } from '../sign-in/make-office.ts'
import { visibleMessages } from '../sign-in/messages.ts'
import type { Office } from '../sign-in/office.ts'
import { hashPassword } from '../sign-in/password-hash.ts'
import type { IdentityProvider } from '../sign-in/identity-provider.ts'
import { addStaffUser } from '../staff/add-user.ts'
import { readerOf } from '../sign-in/database.ts'
import type { Limit } from '../edge/rate-limit.ts'
import type { SharedLimits } from '../sign-in/shared-limits.ts'
import type { CaseService } from '../cases/case-service.ts'
import { Browser } from './browser.ts'

export const origin = 'http://localhost'
export const password = 'correct horse battery'
export const townshipCode = `${region}001`
export const villageCode = `${region}001201`
const otherVillage = `${region}001202`
export const otherTownship = `${region}002`

/** Everybody who acts in the tests of the office, by what they are. */
export const roles = [
  'administrator',
  'county-officer',
  'township-worker',
  'village-worker',
  'health-worker',
  'police-registrar',
  'school-clerk',
  'reviewer',
  'hospital-clerk',
  'insurance-clerk',
  'social-security-clerk',
  'tax-clerk',
  'civil-affairs-clerk',
  'data-officer',
  'resident',
] as const
export type Role = (typeof roles)[number]

type Limits = Partial<SharedLimits<Limit>> & { readonly everything?: Limit }

/** For tests that are about something else. */
export const unlimited = {
  signIn: { points: 1_000_000, seconds: 60 },
  everything: { points: 1_000_000, seconds: 60 },
} satisfies Limits

export interface Scene {
  readonly database: TestDatabase
  readonly office: Office
  readonly app: ReturnType<typeof createApp>
  /** What the service logged. */
  readonly logged: readonly string[]
  /** auth.user by role. */
  readonly users: Readonly<Record<Role, string>>
  readonly posts: Readonly<Record<Exclude<Role, 'resident'>, string>>
  readonly vacantPost: string
  /** A family in the village, and somebody elsewhere. */
  readonly people: {
    readonly mother: string
    readonly child: string
    readonly household: string
    readonly elsewhere: string
    readonly phone: string
    readonly identityNumber: string
  }
  /** A browser signed in by a card. */
  readonly as: (role: Role) => Promise<Browser>
  readonly visitor: () => Browser
  /** The service anew over the same database, as after a restart or in another program; the caller closes it. */
  readonly restart: () => { readonly visitor: () => Browser; readonly close: () => Promise<void> }
}

export interface SceneOptions {
  readonly limits?: Limits
  readonly providers?: () => Promise<readonly IdentityProvider[]>
  readonly demo?: boolean
  readonly requestsPerUser?: number
  readonly watch?: Watch
  /** Opens work on cases over the scene's database. */
  readonly cases?: (
    database: TestDatabase,
  ) => Promise<{ readonly service: CaseService; readonly close: () => Promise<void> }>
}

/** A county with one post of each kind, somebody in each, and a family, in a fresh database. */
export function officeScene({
  limits,
  providers,
  demo = true,
  requestsPerUser = 1_000_000,
  watch = () => undefined,
  cases,
}: SceneOptions = {}): () => Scene {
  const database = testDatabase()
  let made: Scene | undefined
  let close: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const built = await build(database(), {
      limits,
      providers: (await providers?.()) ?? [],
      demo,
      requestsPerUser,
      watch,
      cases,
    })
    made = built.scene
    close = built.close
  })
  afterAll(() => close?.())
  return () => {
    if (made === undefined) throw new Error('the scene is there only while tests run')
    return made
  }
}

async function build(
  database: TestDatabase,
  {
    limits,
    providers,
    demo,
    requestsPerUser,
    watch,
    cases,
  }: {
    limits: Limits | undefined
    providers: readonly IdentityProvider[]
    demo: boolean
    requestsPerUser: number
    watch: Watch
    cases: SceneOptions['cases'] | undefined
  },
) {
  const people = await family(database)
  const { posts, users, vacantPost } = await staff(database)
  const logged: string[] = []
  const log: Log = (line) => void logged.push(JSON.stringify(line))
  const cards = roles.map((role) => ({
    id: role,
    user: users[role],
    post: role === 'resident' ? null : posts[role],
    name: role,
    title: { zh: role, en: role },
    what: { zh: role, en: role },
  }))
  const work = await cases?.(database)
  await linkResident(database, { user: users.resident, person: people.mother })
  const open = () => {
    const { office, close } = makeOffice({
      app: database.app,
      auditor: database.auditor,
      address: { ...database.address, user: 'junheng_app', password: database.secrets.app },
      secrets: database.secrets,
      origin,
      providers,
      messages: visibleMessages(),
      demonstration: demo ? { cards } : null,
      requestsPerUser,
      ...(limits === undefined ? {} : { limits }),
      watch,
      cases: work?.service ?? null,
    })
    const app = createApp({
      library: { places: new Map(), vocabulary: [] as never },
      log,
      door: {
        office: () => office,
        origin: () => origin,
        behindProxy: false,
        ...(limits?.everything === undefined ? {} : { perAddress: limits.everything }),
      },
    })
    const visitor = () => new Browser((path, init) => app.request(`${origin}${path}`, init), origin)
    return { office, app, visitor, close }
  }
  const { office, app, visitor, close } = open()
  const as = async (role: Role) => {
    const browser = visitor()
    await browser.post('/api/demo/sign-in', { card: role })
    return browser
  }
  const scene: Scene = { database, office, app, logged, users, posts, vacantPost, people, as, visitor, restart: open }
  return { scene, close: async () => void (await Promise.all([close(), work?.close()])) }
}

/** A mother with a child in the village, and a man of another township. */
async function family(database: TestDatabase): Promise<Scene['people']> {
  const importer = '00000000-0000-4000-8000-00000000000a'
  await database.owner.query(
    `insert into access.post_grant (region, actor, post, purposes, fields)
     values ($1, $2, 'import', '{registration}', '{identity,phone,health}')`,
    [region, importer],
  )
  const [phone, number] = ['13812345678', identityNumber('1992-03-04', 22)]
  const place = { township: townshipCode, village: villageCode }
  const home = household({ ...place, address: '湖北省咸宁市咸安区永安街道怀德路12号3栋501室' })
  const mother = person({
    ...place,
    name: '单小雨',
    sex: 'female',
    birthDate: '1992-03-04',
    identityNumber: number,
    phone,
    household: { id: home.household, role: 'head' },
  })
  const child = person({
    ...place,
    name: '王多多',
    birthDate: '2026-11-01',
    household: { id: home.household, role: 'child' },
    mother: { id: mother.person, region },
  })
  const elsewhere = person({ name: '赵远方', birthDate: '1966-11-01', township: otherTownship, village: null })
  const health = {
    kind: 'state-fact',
    person: mother.person,
    attribute: 'health',
    value: '孕期高血压',
    from: '2025-10-01',
  }
  for (const command of [home, mother, child, elsewhere, health]) {
    const outcome = await send(database, command, { access: { actor: importer } })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  }
  return {
    mother: mother.person,
    child: child.person,
    household: home.household,
    elsewhere: elsewhere.person,
    phone,
    identityNumber: number,
  }
}

async function staff({ owner, secrets }: TestDatabase) {
  const db = readerOf(owner)
  const places: readonly (readonly [string, string | null, string])[] = [
    [region, null, '咸安区'],
    [townshipCode, region, '永安街道'],
    [otherTownship, region, '浮山街道'],
    [villageCode, townshipCode, '青龙村'],
    [otherVillage, townshipCode, '白鹤村'],
  ]
  for (const [code, parent, name] of places) {
    await db.query(`insert into staff.place (region, code, parent, name_zh, name_en) values ($1, $2, $3, $4, $4)`, [
      region,
      code,
      parent,
      name,
    ])
  }
  const unit = randomUUID()
  await db.query(
    `insert into staff.unit (region, id, area, name_zh, name_en) values ($1, $2, $1, '咸安区卫生健康局', 'Health bureau')`,
    [region, unit],
  )
  const posts: Partial<Record<Role, string>> = {}
  const users: Partial<Record<Role, string>> = {}
  const passwordHash = await hashPassword(password)
  for (const role of roles) {
    const phone = role === 'administrator' ? '13987654321' : null
    if (role === 'resident') {
      users[role] = randomUUID()
      await db.query(
        `insert into auth.user (id, name, email, kind, region) values ($1::uuid, '单小雨', $1::uuid || '@resident.invalid', 'resident', $2)`,
        [users[role], region],
      )
      continue
    }
    users[role] = await addStaffUser(db, {
      name: `甲${roles.indexOf(role)}`,
      username: role,
      region,
      passwordHash,
      phone: phone === null ? null : { hash: makeSeal(secrets)('phone', phone).hash, masked: '139****4321' },
    })
    posts[role] = await openPost(owner, { unit, kind: role })
    await db.query(`select staff.hold($1, $2, $3, $4, 'holder', '[2020-01-01,)', null)`, [
      region,
      randomUUID(),
      posts[role],
      users[role],
    ])
  }
  const vacantPost = await openPost(owner, { unit, kind: 'village-worker', area: otherVillage })
  return { posts: posts as Scene['posts'], users: users as Scene['users'], vacantPost }
}

async function openPost(
  owner: TestDatabase['owner'],
  { unit, kind, area }: { unit: string; kind: string; area?: string },
): Promise<string> {
  const id = randomUUID()
  const own = kind === 'township-worker' ? townshipCode : kind === 'village-worker' ? villageCode : region
  await owner.query(
    `insert into staff.post (region, id, kind, unit, area, opened_on) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [region, id, kind, unit, area ?? own],
  )
  return id
}

async function linkResident(
  { owner }: TestDatabase,
  { user, person }: { user: string; person: string },
): Promise<void> {
  await owner.query('insert into access.resident (region, actor, person) values ($1, $2, $3)', [region, user, person])
}
