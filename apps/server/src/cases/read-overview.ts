import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import type { Transaction } from '../database/statements.ts'
import type { Casework } from './casework.ts'
import { KeptForAWhile } from './kept-for-a-while.ts'

/** What waits and what is late, by unit and item. */
export interface OverviewLine extends Record<string, unknown> {
  readonly unit: string
  readonly procedure: string
  readonly item: string | null
  readonly waiting: number
  readonly late: number
  /** Of the late ones those that were handed up to another unit. */
  readonly escalated: number
  /** The longest that one has waited, days. */
  readonly longest: number
}

/** How long an item took, days from its start to its answer, over those answered since a day. */
export interface PaceLine extends Record<string, unknown> {
  readonly procedure: string
  readonly item: string
  readonly answered: number
  readonly median: number
  readonly slowest: number
}

export interface Overview {
  readonly lines: readonly OverviewLine[]
  readonly pace: readonly PaceLine[]
  readonly cases: readonly { readonly status: string; readonly n: number }[]
}

/** For whoever answers for the whole: counts only, nobody's case. `since`: ISO day. */
export function readOverview(
  casework: Casework,
  { access, today, since }: { readonly access: Access; readonly today: string; readonly since: string },
): Promise<Overview> {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    // All that the policies narrow the county by: whoever has the same sees the same.
    const key = JSON.stringify([access.region, access.townships, access.villages, access.purpose, today, since])
    const found = await overviewsOf(casework).get(key, () => find(tx, { region: access.region, today, since }))
    auditRead(tx, { access, kind: 'overview', subject: null, detail: { since } })
    return found
  })
}

const overviews = new WeakMap<object, KeptForAWhile<Overview>>()

/** Of one database. */
function overviewsOf({ register: { pool } }: Casework): KeptForAWhile<Overview> {
  const known = overviews.get(pool)
  if (known !== undefined) return known
  const made = new KeptForAWhile<Overview>()
  overviews.set(pool, made)
  return made
}

async function find(
  tx: Transaction,
  { region, today, since }: { readonly region: string; readonly today: string; readonly since: string },
): Promise<Overview> {
  const lines = await tx.query<OverviewLine>(
    `select w.unit, c.procedure, w.item, count(*)::int as waiting,
         (count(*) filter (where w.until < $2::date))::int as late,
         count(w.escalated_to)::int as escalated, max($2::date - w.since) as longest
       from casework.waiting w join casework.case_row c on c.region = w.region and c.id = w.case_id
       where w.region = $1 and c.region = $1 group by w.unit, c.procedure, w.item
       order by late desc, waiting desc, w.unit, w.item`,
    [region, today],
  )
  // What was answered of late first, by its days: else the planner, which takes guarded rows for rare ones, reads every case.
  const pace = await tx.query<PaceLine>(
    `with answered as materialized (
         select a.case_id, a.seq, a.item, a.done_on from casework.action a
         where a.region = $1 and a.kind = 'answer' and a.done_on >= $2)
       select c.procedure, a.item, count(*)::int as answered,
         percentile_cont(0.5) within group (order by a.done_on - s.done_on)::float8 as median,
         max(a.done_on - s.done_on) as slowest
       from answered a join casework.case_row c on c.region = $1 and c.id = a.case_id
       join lateral (select max(b.done_on) as done_on from casework.action b
         where b.region = $1 and b.case_id = a.case_id and b.item = a.item and b.kind = 'start' and b.seq < a.seq) s
         on s.done_on is not null
       group by c.procedure, a.item order by c.procedure, a.item`,
    [region, since],
  )
  const cases = await tx.query<{ status: string; n: number }>(
    'select status, count(*)::int as n from casework.case_row where region = $1 group by status order by status',
    [region],
  )
  return { lines, pace, cases }
}
