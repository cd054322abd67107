import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../app.ts'
import type { BirthNotice } from '../../births/birth-notice.ts'
import type { Casework } from '../../cases/casework.ts'
import { grantPrograms } from '../../cases/programs.ts'
import type { Connections } from '../../departments/call-department.ts'
import { testDatabase, type TestDatabase } from '../../database/testing/test-database.ts'
import { findPlaceOf, proceduresFor } from '../../places/library.ts'
import { openLibrary } from '../../places/service.ts'
import { grantPosts, household, identityNumber, person, region, send } from '../../register/testing/scene.ts'
import { readerOf } from '../../sign-in/database.ts'
import { makeOffice } from '../../sign-in/make-office.ts'
import { visibleMessages } from '../../sign-in/messages.ts'
import { hashPassword } from '../../sign-in/password-hash.ts'
import { addStaffUser } from '../../staff/add-user.ts'
import { Browser } from '../../testing/browser.ts'
import type { ClaimService } from '../claim-service.ts'

const origin = 'http://localhost'
const packs = fileURLToPath(new URL('../../../../../packs', import.meta.url))
const townshipCode = `${region}001`
const villageCode = `${region}001201`

/** Everybody who acts in the tests of claims; two people may hold posts of one kind. */
export const claimRoles = {
  'benefit-officer': 'benefit-officer',
  colleague: 'benefit-officer',
  'township-worker': 'township-worker',
  'cashier-preparer': 'cashier-preparer',
  'cashier-approver': 'cashier-approver',
  'hospital-clerk': 'hospital-clerk',
  'county-officer': 'county-officer',
  'police-registrar': 'police-registrar',
  administrator: 'administrator',
  reviewer: 'reviewer',
} as const
export type ClaimRole = keyof typeof claimRoles | 'resident'

/** Posts that only look on at claims, for tests of everything. */
export const otherRoles = [
  'village-worker',
  'health-worker',
  'school-clerk',
  'insurance-clerk',
  'social-security-clerk',
  'tax-clerk',
  'data-officer',
] as const
export type AnyRole = ClaimRole | (typeof otherRoles)[number]

export interface ClaimsSceneOptions {
  readonly others?: readonly (typeof otherRoles)[number][]
  /** Departments that can be called; none without. */
  readonly connect?: (database: TestDatabase) => Promise<Connections>
}

export interface ClaimsScene {
  readonly database: TestDatabase
  readonly service: ClaimService
  readonly users: Readonly<Record<ClaimRole, string>>
  readonly mother: string
  readonly firstChild: string
  readonly identityNumber: string
  readonly as: (role: AnyRole) => Promise<Browser>
  readonly app: ReturnType<typeof createApp>
  readonly visitor: () => Browser
  /** The instant that the service takes for now. */
  readonly clock: { now: Temporal.Instant }
}

/** A county with the packs' own rules and procedures, posts that decide and pay, and a mother with one child. */
export function claimsScene(options: ClaimsSceneOptions = {}): () => ClaimsScene {
  const database = testDatabase()
  let made: ClaimsScene | undefined
  let close: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const built = await build(database(), options)
    made = built.scene
    close = built.close
  })
  afterAll(() => close?.())
  return () => {
    if (made === undefined) throw new Error('the scene is there only while tests run')
    return made
  }
}

async function build(database: TestDatabase, { others = [], connect }: ClaimsSceneOptions) {
  await grantPosts(database)
  await grantPrograms(database.owner, region)
  const library = await openLibrary(packs, () => undefined)
  const casework: Casework = {
    register: { pool: database.app },
    secrets: database.secrets,
    proceduresOf: (code) => proceduresFor(library, code),
    calendar: chineseWorkdays,
    connected: new Set(),
    wake: async () => undefined,
  }
  const service: ClaimService = { casework, placeOf: (code) => findPlaceOf(library, code) }
  const family = await makeFamily(database)
  const { users, cards } = await makeStaff(database, others)
  await database.owner.query('insert into access.resident (region, actor, person) values ($1, $2, $3)', [
    region,
    users.resident,
    family.mother,
  ])
  const connections: Connections = (await connect?.(database)) ?? new Map()
  const clock = { now: Temporal.Instant.from('2026-11-23T02:00:00Z') }
  const { office, close } = makeOffice({
    app: database.app,
    auditor: database.auditor,
    address: { ...database.address, user: 'junheng_app', password: database.secrets.app },
    secrets: database.secrets,
    origin,
    providers: [],
    limits: { signIn: { points: 1e6, seconds: 60 } },
    messages: visibleMessages(),
    demonstration: { cards },
    cases: {
      casework,
      connections,
      regions: [region],
      simulated: connect === undefined ? null : connections,
      timeoutMs: 1000,
    },
    claims: service,
    now: () => clock.now,
  })
  const app = createApp({
    library,
    // What breaks must show; requests need not.
    log: (line) => void ('message' in line && process.stderr.write(`${line.message}\n`)),
    door: {
      office: () => office,
      origin: () => origin,
      behindProxy: false,
      perAddress: { points: 1e6, seconds: 60 },
    },
  })
  const visitor = () => new Browser((path, init) => app.request(`${origin}${path}`, init), origin)
  const as = async (role: AnyRole) => {
    const browser = visitor()
    await browser.post('/api/demo/sign-in', { card: role })
    return browser
  }
  const scene: ClaimsScene = { database, service, users, ...family, as, app, visitor, clock }
  return { scene, close }
}

/** Registers a command as the importer does; throws where the register refuses it. */
export async function record(database: TestDatabase, command: object): Promise<void> {
  const outcome = await send(database, command)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
}

async function makeFamily(database: TestDatabase) {
  const place = { township: townshipCode, village: villageCode }
  const home = household({ ...place })
  const number = identityNumber('1994-03-02', 2)
  const mother = person({
    ...place,
    name: '李梅',
    sex: 'female',
    birthDate: '1994-03-02',
    identityNumber: number,
    household: { id: home.household, role: 'head' },
  })
  const first = person({
    ...place,
    name: '王一一',
    birthDate: '2021-05-06',
    household: { id: home.household, role: 'child' },
    mother: { id: mother.person, region },
  })
  for (const command of [home, mother, first]) await record(database, command)
  return { mother: mother.person, firstChild: first.person, identityNumber: number }
}

async function makeStaff({ owner }: TestDatabase, others: NonNullable<ClaimsSceneOptions['others']>) {
  const db = readerOf(owner)
  for (const [code, parent, name] of [
    [region, null, '咸安区'],
    [townshipCode, region, '永安街道'],
    [villageCode, townshipCode, '青龙村'],
  ]) {
    await db.query('insert into staff.place (region, code, parent, name_zh, name_en) values ($1, $2, $3, $4, $4)', [
      region,
      code,
      parent,
      name,
    ])
  }
  const unit = randomUUID()
  await db.query(
    `insert into staff.unit (region, id, area, name_zh, name_en) values ($1, $2, $1, '咸安区', 'Xian’an')`,
    [region, unit],
  )
  const passwordHash = await hashPassword('correct horse battery')
  const resident = randomUUID()
  await db.query(
    `insert into auth.user (id, name, email, kind, region) values ($1::uuid, '李梅', $1::uuid || '@resident.invalid', 'resident', $2)`,
    [resident, region],
  )
  const users: Record<string, string> = { resident }
  const card = (id: string, user: string, post: string | null) => {
    const words = { zh: id, en: id }
    return { id, user, post, name: id, title: words, what: words }
  }
  const cards = [card('resident', resident, null)]
  const posts = [...Object.entries(claimRoles), ...others.map((role) => [role, role] as const)]
  for (const [role, kind] of posts) {
    const [user, post] = [
      await addStaffUser(db, { name: role, username: role, region, passwordHash, phone: null }),
      randomUUID(),
    ]
    users[role] = user
    await owner.query(
      `insert into staff.post (region, id, kind, unit, area, opened_on) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [region, post, kind, unit, areaOf(kind)],
    )
    await db.query(`select staff.hold($1, $2, $3, $4, 'holder', '[2020-01-01,)', null)`, [
      region,
      randomUUID(),
      post,
      user,
    ])
    cards.push(card(role, user, post))
  }
  return { users: users as ClaimsScene['users'], cards }
}

function areaOf(kind: string): string {
  return kind === 'township-worker' ? townshipCode : kind === 'village-worker' ? villageCode : region
}

/** A notice of the mother's next child, as the hospital's clerk sends it. */
export function noticeOf(scene: ClaimsScene, changes: Partial<BirthNotice> = {}): BirthNotice {
  return {
    id: randomUUID(),
    record: `R-${randomUUID().slice(0, 8)}`,
    kind: 'live-birth',
    where: 'in-institution',
    mother: { name: '李梅', identityNumber: scene.identityNumber },
    foreignParents: 'none',
    child: { sex: 'female', birthDate: '2026-11-20', order: 1, of: 1 },
    ...changes,
  }
}
