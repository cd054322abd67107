import { reconcile, type OurLine } from '@junheng/connector'
import type { RunningDepartment } from '@junheng/departments'
import { checkCases } from '../../cases/check-cases.ts'
import { chineseDay } from '../../cases/casework.ts'
import { ownerReader } from '../../cases/testing/owner-reader.ts'
import { verifyChains } from '../../database/audit/verify-chain.ts'
import { checkProjection } from '../../register/check-projection.ts'
import type { ChaosOptions } from './chaos-options.ts'

/** What was found once all was over. `statuses`, `deliveries` and `attempts` tell of it; `cases` must be as many as births, all else zero. */
export interface ChaosFindings {
  readonly statuses: Readonly<Record<string, number>>
  readonly deliveries: number
  readonly attempts: number
  readonly cases: number
  /** Cases that have not ended, or ended in no way that a birth may end. */
  readonly unended: number
  /** Deliveries that are still to be sent, answered or settled. */
  readonly leftOver: number
  /** Cases of whose steps others were not told once each, through the outbox. */
  readonly untold: number
  /** Items whose answer here is not what the department last said of them. */
  readonly wrong: number
  /** Items that were delivered or answered twice, children known twice, numbers given twice. */
  readonly twice: number
  /** Differences between our lists and theirs, both ways. */
  readonly unreconciled: number
  readonly brokenChains: number
  /** Cases or people whose projection is not what their actions and facts make. */
  readonly misprojected: number
  /** Children with a certificate who are not in the register, or the other way round. */
  readonly unregistered: number
}

/** Holds what is in the database against the departments' own lists and against itself. */
export async function checkChaos(
  options: ChaosOptions & { readonly departments: readonly RunningDepartment[] },
): Promise<ChaosFindings> {
  const { region, database, departments, casework } = options
  const count = async (sql: string) => (await database.owner.query<{ n: number }>(sql, [region])).rows[0]?.n ?? 0
  const client = await database.owner.connect()
  try {
    const on = chineseDay(Temporal.Now.instant())
    const cases = await checkCases(ownerReader(client), casework, { region, on })
    const people = await checkProjection(client, { region })
    const statuses = await database.owner.query<{ status: string; n: number }>(
      'select status, count(*)::int as n from casework.case_row where region = $1 group by status order by status',
      [region],
    )
    return {
      statuses: Object.fromEntries(statuses.rows.map(({ status, n }) => [status, n])),
      deliveries: await count('select count(*)::int as n from casework.delivery where region = $1'),
      attempts: await count('select coalesce(sum(attempts), 0)::int as n from casework.delivery where region = $1'),
      cases: cases.cases,
      unended: statuses.rows.filter(({ status }) => !ends.has(status)).reduce((sum, { n }) => sum + n, 0),
      leftOver: await count(leftOver),
      untold: await count(untold),
      wrong: await countWrong(options),
      twice: (await Promise.all(doubles.map(count))).reduce((sum, n) => sum + n, 0),
      unreconciled: await countDifferences(options, departments),
      brokenChains: (await verifyChains(database.auditor)).broken.length,
      misprojected: cases.differences.length + people.differences.length,
      unregistered: await count(unregistered),
    }
  } finally {
    client.release()
  }
}

/** How a birth may end where departments may refuse. */
const ends = new Set(['completed', 'partly', 'refused'])

const leftOver = `select count(*)::int as n from casework.delivery
  where region = $1 and state in ('waiting', 'sent', 'accepted', 'dead')`

const untold = `
  select count(*)::int as n from casework.case_row c left join (
    select body ->> 'case' as case_id, sum(jsonb_array_length(body -> 'steps')) as steps from register.outbox
    where region = $1 and topic = 'case' group by 1) o on o.case_id = c.id::text
  where c.region = $1 and o.steps is distinct from c.seq`

const doubles = [
  `select count(*)::int as n from (select 1 from casework.delivery where region = $1 and kind = 'deliver'
     group by case_id, item having count(*) > 1) d`,
  `select count(*)::int as n from (select 1 from casework.answer_seen where region = $1 and taken = 'applied'
     and outcome in ('done', 'refused') group by case_id, item having count(*) > 1) d`,
  `select count(*)::int as n from (select 1 from register.fertility_fact where region = $1 and kind = 'birth'
     group by object having count(*) > 1) d`,
  `select count(*)::int as n from (select 1 from register.fact where region = $1 and kind = 'identity-number'
     group by subject having count(*) > 1) d`,
  `select count(*)::int as n from (select 1 from casework.birth_key where region = $1 group by mother having count(distinct case_id) > 1) d`,
]

const unregistered = `
  select count(*)::int as n from casework.case_row c
  where c.region = $1 and exists (select from casework.answer_seen a where a.region = $1 and a.case_id = c.id
      and a.item = 'birth-certificate' and a.outcome = 'done' and a.taken = 'applied')
    <> exists (select from register.person p where p.region = $1 and p.id = c.subject)`

/** The last thing each department said of an item must be what the case holds. */
async function countWrong({ region, database }: ChaosOptions): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from (
       select distinct on (case_id, item) case_id, item, state from casework.delivery
       where region = $1 and kind <> 'cancel' order by case_id, item, case_seq desc) d
     where d.state not in ('done', 'refused') or not exists (
       select from casework.answer_seen a where a.region = $1 and a.case_id = d.case_id and a.item = d.item
         and a.taken = 'applied' and a.outcome = d.state)`,
    [region],
  )
  return rows[0]?.n ?? 0
}

async function countDifferences(
  { region, database }: ChaosOptions,
  departments: readonly RunningDepartment[],
): Promise<number> {
  let sum = 0
  for (const { name, department } of departments) {
    const { rows } = await database.owner.query<{ delivery: string; state: OurLine['state'] }>(
      'select id as delivery, state from casework.delivery where region = $1 and department = $2',
      [region, name],
    )
    sum += reconcile(rows, department.ledger.lines()).length
  }
  return sum
}
