import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../database/testing/test-database.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess } from '../register/access.ts'
import { accessOf, grantPosts, region } from '../register/testing/scene.ts'
import { findContact } from './find-contact.ts'
import { selectQueue } from './queue-rows.ts'

/** What a large county would be slow at, seen on a few thousand rows: not how long it takes, but what is read. */
const database = testDatabase()
const lines = 6000

beforeAll(async () => {
  const { owner } = database()
  await grantPosts(database())
  await owner.query(
    `insert into casework.case_row (region, id, number, procedure, people, opened_on, status, seq, state)
     select $1, gen_random_uuid(), 'n' || n, 'one-birth', '{}', '2026-01-01', 'open', 1, '' from generate_series(1, $2) n`,
    [region, lines],
  )
  await owner.query(
    `insert into casework.waiting (region, case_id, position, item, unit, what, names, until, since)
     select region, id, 0, 'item', case when n % 3 = 0 then 'police' else 'health' end, 'decide', '{}', '2026-01-01'::date + n::int / 20, '2026-01-01'
     from (select region, id, row_number() over (order by id) as n from casework.case_row) c`,
  )
  await owner.query('analyze casework.case_row; analyze casework.waiting')
})

/** Runs `work` and says how each statement that reads `table` was carried out, as PostgreSQL tells it. */
async function plansOf(table: string, work: (tx: Transaction) => Promise<unknown>): Promise<readonly string[]> {
  const plans: string[] = []
  const access = accessOf({ purpose: 'casework' })
  await withAccess({ pool: database().app }, { access, births: true }, async (tx) => {
    const explain: Transaction['query'] = async (sql, values) => {
      const rows = await tx.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers off) ${sql}`, values)
      if (sql.includes(table)) plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      return tx.query(sql, values)
    }
    await work({ ...tx, query: explain })
  })
  return plans
}

it('a page of the queue reads its own lines in their order, and no more', async () => {
  const asked = { region, units: ['health', 'police'], procedure: null, after: null, limit: 51, late: null }
  const plans = await plansOf('casework.waiting', (tx) => selectQueue(tx, asked))
  expect(plans).toHaveLength(3)
  for (const plan of plans.slice(0, 2)) {
    expect(plan).toContain('waiting_by_urgency')
    expect(plan).not.toContain('Sort')
  }
})

it('the pages of several units together are in one order and leave nothing out', async () => {
  const { app } = database()
  const access = accessOf({ purpose: 'casework' })
  const page = (after: string | null) =>
    withAccess({ pool: app }, { access, births: true }, (tx) =>
      selectQueue(tx, { region, units: ['health', 'police'], procedure: null, after, limit: 1000, late: null }),
    )
  const seen: string[] = []
  let after: string | null = null
  for (let turn = 0; turn < 7; turn++) {
    const found = await page(after)
    seen.push(...found.map(({ until, case_id: id }) => `${until} ${id}`))
    const last = found.at(-1)
    after = last === undefined ? after : `${last.until}~${last.case_id}~${last.position}`
  }
  expect(new Set(seen).size).toBe(lines)
  expect(seen).toEqual(seen.toSorted())
})

it('whom a family may turn to is found without looking into every post of a bureau', async () => {
  const { owner } = database()
  const unit = '00000000-0000-4000-8000-0000000000f0'
  await owner.query(
    `insert into staff.place (region, code, parent, name_zh, name_en) values ($1, $1, null, '咸安区', 'Xian’an') on conflict do nothing`,
    [region],
  )
  await owner.query(`insert into staff.unit (region, id, area, name_zh, name_en) values ($1, $2, $1, '局', 'Bureau')`, [
    region,
    unit,
  ])
  await owner.query(
    `insert into staff.post (region, id, kind, unit, area, opened_on)
     select $1, gen_random_uuid(), 'county-officer', $2, $1, '2020-01-01' from generate_series(1, 400)`,
    [region, unit],
  )
  await owner.query(
    `insert into staff.holding (region, id, post, holder, role, valid)
     select region, gen_random_uuid(), id, gen_random_uuid(), 'holder', '[2020-01-01,)' from staff.post where region = $1`,
    [region],
  )
  await owner.query('analyze staff.post; analyze staff.holding')
  const plans = await plansOf('staff.post', (tx) => findContact(tx, { region, township: null, village: null }))
  expect(plans).toHaveLength(1)
  expect(plans[0]).toContain('post_by_area')
  // "actual … rows=N": of the posts no more than a handful were looked into.
  const read = /post_by_area on post \S+ .*actual time=\S+ rows=(\d+)/.exec(plans[0] ?? '')?.[1]
  expect(Number(read)).toBeLessThan(5)
})
