import type { Pool } from 'pg'
import { expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { checkProjection } from '../register/check-projection.ts'
import { prepareDemonstration } from './prepare-demonstration.ts'

const database = testDatabase()
const fresh = testDatabase()
const now = Temporal.Now.instant()
const region = '421202'

function options(test: ReturnType<typeof database>, app: Pool = test.app) {
  const { address: owner, secrets } = test
  return { database: { app, secrets, addresses: { owner, app: owner, auditor: owner } }, now, persons: 3000 }
}

/** What there is of everything that a start makes; the same however often it was interrupted. */
async function counts({ owner }: ReturnType<typeof database>): Promise<Readonly<Record<string, number>>> {
  const counted = (name: string, from: string) => `select '${name}' as name, count(*) as n from ${from}`
  const { rows } = await owner.query<{ name: string; n: number }>(
    [
      counted('persons', 'register.person'),
      counted('households', 'register.household'),
      counted('facts', 'register.fact'),
      counted('corrections', 'register.fact where corrects is not null'),
      counted('health notes', 'register.health_fact'),
      counted('places', 'staff.place'),
      counted('posts', 'staff.post'),
      counted('vacant', 'staff.post p where not exists (select from staff.holding h where h.post = p.id)'),
      counted('substitutes', `staff.holding where role = 'substitute'`),
      counted('users', 'auth.user'),
      counted('residents', 'access.resident'),
      counted('cases', 'access.case_file where closed_on is null and about is not null and opened_by is not null'),
      counted('requests', 'staff.correction_request'),
      counted('to review', 'access.break_glass where reviewed_at is null'),
      counted('imports', `audit.entry where kind = 'import'`),
    ].join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

it('fills an empty database with a place that everybody can be shown', async () => {
  const { cards } = await prepareDemonstration(options(database()))
  expect(cards.map(({ id }) => id)).toEqual([
    'county-officer',
    'township-worker',
    'village-worker',
    'hospital-clerk',
    'health-worker',
    'police-registrar',
    'insurance-clerk',
    'social-security-clerk',
    'tax-clerk',
    'civil-affairs-clerk',
    'benefit-officer',
    'benefit-colleague',
    'cashier-preparer',
    'cashier-approver',
    'data-officer',
    'school-clerk',
    'administrator',
    'reviewer',
    'resident-mother',
    'resident-elder',
  ])
  expect(await counts(database())).toMatchObject({
    persons: 3000,
    corrections: 1,
    'health notes': 1,
    substitutes: 1,
    residents: 2,
    cases: 8,
    requests: 1,
    'to review': 1,
    imports: 1,
  })
  const { owner, auditor } = database()
  const client = await owner.connect()
  const { subjects, differences } = await checkProjection(client, { region })
  client.release()
  expect([subjects > 3900, differences]).toEqual([true, []])
  expect((await verifyChains(auditor)).broken).toEqual([])
})

it('shows gaps: posts that nobody fills, in some townships all of them', async () => {
  const { posts = 0, vacant = 0 } = await counts(database())
  expect(vacant / posts).toBeGreaterThan(0.03)
  expect(vacant / posts).toBeLessThan(0.25)
  const { rows } = await database().owner.query<{ n: number }>(
    `select count(*) as n from staff.place t where length(t.code) = 9 and not exists (
       select from staff.post p join staff.holding h on h.post = p.id where p.area = t.code)`,
  )
  expect(rows[0]?.n).toBeGreaterThan(0)
})

it('lets the resident see who read them, and keeps the refused look at births', async () => {
  const { rows } = await database().owner.query<{ kind: string; purpose: string }>(
    `select e.kind, e.purpose from audit.entry e join access.resident r on r.person = e.subject
     where e.kind = 'read' order by e.purpose`,
  )
  expect(rows.map(({ purpose }) => purpose)).toEqual([
    'benefit',
    'benefit',
    'birth-service',
    'emergency',
    'health-service',
    'registration',
  ])
  const { rows: refused } = await database().owner.query(
    `select purpose, body::jsonb -> 'detail' ->> 'why' as why from audit.entry where kind = 'refused'`,
  )
  expect(refused).toEqual([{ purpose: 'household-registration', why: 'forbidden-purpose' }])
})

it('started again does nothing and shows the same cards', async () => {
  const entries = async () => (await database().owner.query('select count(*) as n from audit.entry')).rows[0]
  const before = await entries()
  const first = await prepareDemonstration(options(database()))
  const later = { ...options(database()), now: now.add({ hours: 240 }), persons: 100 }
  expect(await prepareDemonstration(later)).toEqual(first)
  expect(await entries()).toEqual(before)
})

it('interrupted anywhere goes on at the next start, also on another day, and makes nothing twice', async () => {
  let [interruptions, later] = [0, 0]
  for (let after = 0; ; after++) {
    let transactions = 0
    const connect = async () => {
      if (transactions++ >= after) throw new Error('the power went out')
      return fresh().app.connect()
    }
    const failing = { ...options(fresh(), { connect } as unknown as Pool), now: now.add({ hours: later * 24 }) }
    const outcome = await prepareDemonstration(failing).then(
      () => 'made',
      (error: unknown) => (error as Error).message,
    )
    if (outcome === 'made') break
    expect(outcome).toBe('the power went out')
    interruptions++
    // The people are there after the first transaction: whatever day it is, it goes on with those.
    if (after > 0) later = 1
  }
  expect(interruptions).toBeGreaterThan(8)
  expect(await counts(fresh())).toEqual(await counts(database()))
})
