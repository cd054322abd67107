import type { CaseState } from '@junheng/casework'
import type { Words } from '@junheng/kernel'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { caseLabels } from './case-labels.ts'
import type { Casework } from './casework.ts'
import { notClaimSql } from './claim-cases.ts'
import { findWhoHasIt } from './who-has-it.ts'
import { boundTo, openJson } from './sealed-json.ts'

/** One line of a queue. */
export interface QueueLine {
  readonly caseId: string
  readonly number: string
  readonly procedure: string
  readonly procedureLabel: Words
  /** Who it is about, in the words the desk needs to tell cases apart. */
  readonly about: string | null
  readonly item: string | null
  readonly itemLabel: Words | null
  readonly unit: string
  readonly unitLabel: Words
  readonly what: string
  readonly until: string | null
  readonly late: boolean
  /** The unit that it was handed up to, being late; null: none. */
  readonly escalatedTo: Words | null
  readonly since: string
  readonly officer: string | null
  readonly officerName: string | null
}

export interface QueuePage {
  readonly lines: readonly QueueLine[]
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null
}

type Row = Pick<
  Tables['casework.waiting'],
  'case_id' | 'position' | 'item' | 'unit' | 'what' | 'until' | 'since' | 'officer' | 'escalated_to'
> &
  Pick<Tables['casework.case_row'], 'number' | 'procedure' | 'state'>

/**
 * What waits for the units named, the earliest legal day first; `after` is the `next` of the page before. At most 100 a
 * page. Every reading is on the audit chain with the cases it showed.
 */
export function readQueue(
  casework: Casework,
  {
    access,
    units,
    procedure,
    lateOnly,
    after,
    limit,
    today,
  }: {
    readonly access: Access
    readonly units: readonly string[]
    /** Of one procedure; null: of all. */
    readonly procedure: string | null
    readonly lateOnly: boolean
    readonly after: string | null
    readonly limit: number
    readonly today: string
  },
): Promise<QueuePage> {
  const { region } = access
  const from = readCursor(after)
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const asked = { units, procedure, from, limit: limit + 1, late: lateOnly ? today : null }
    // Two statements, each along an index of its own: what the units have, and what is late elsewhere and was handed up to them.
    const own = await select(tx, { ...asked, region, which: 'w.unit = any ($2)' })
    const handedUp = await select(tx, {
      ...asked,
      region,
      which: 'w.escalated_to = any ($2) and w.unit <> all ($2)',
    })
    const rows = [...own, ...handedUp].toSorted(byUrgency)
    const shown = rows.slice(0, limit)
    const cases = [...new Set(shown.map(({ case_id }) => case_id))]
    auditRead(tx, { access, kind: 'queue', subject: null, detail: { units, cases } })
    const last = shown.at(-1)
    const { officer } = await findWhoHasIt(tx, region, { offices: [], officers: shown.map((row) => row.officer) })
    return {
      lines: shown.map((row) => lineOf(casework, row, { region, today, officerName: officer(row.officer) })),
      next:
        rows.length > limit && last !== undefined
          ? `${last.until ?? '9999-12-31'}~${last.case_id}~${last.position}`
          : null,
    }
  })
}

async function select(
  tx: Transaction,
  {
    region,
    units,
    from,
    limit,
    procedure,
    late,
    which,
  }: {
    readonly region: string
    readonly units: readonly string[]
    readonly from: ReturnType<typeof readCursor>
    readonly limit: number
    readonly procedure: string | null
    /** Only what ended before this day; null: all. */
    readonly late: string | null
    /** SQL of ours that says of `w` and $2, the units, which lines. */
    readonly which: string
  },
): Promise<readonly Row[]> {
  return tx.query<Row>(
    `select w.case_id, w.position, w.item, w.unit, w.what, w.until, w.since, w.officer, w.escalated_to, c.number, c.procedure, c.state
       from casework.waiting w join casework.case_row c on c.region = w.region and c.id = w.case_id
       where w.region = $1 and c.region = $1 and ${which} and ${notClaimSql}
         and ($7::text is null or c.procedure = $7) and ($8::date is null or w.until < $8)
         and (coalesce(w.until, '9999-12-31'::date), w.case_id, w.position) > ($3::date, $4::uuid, $5::integer)
       order by coalesce(w.until, '9999-12-31'::date), w.case_id, w.position limit $6`,
    [region, units, from.until, from.caseId, from.position, limit, procedure, late],
  )
}

/** As the statements order: day, case, position. */
function byUrgency(a: Row, b: Row): number {
  const [left, right] = [a, b].map(({ until, case_id: id }) => `${until ?? '9999-12-31'} ${id}`)
  if (left === right) return a.position - b.position
  return (left ?? '') < (right ?? '') ? -1 : 1
}

function lineOf(
  { secrets, proceduresOf }: Casework,
  row: Row,
  {
    region,
    today,
    officerName,
  }: { readonly region: string; readonly today: string; readonly officerName: string | null },
): QueueLine {
  const { facts, procedure } = openJson(secrets, boundTo.state(region, row.case_id), row.state) as CaseState
  const labelled = (unit: string) =>
    caseLabels(proceduresOf(region), { procedure: row.procedure, from: procedure.from, item: row.item, unit })
  const labels = labelled(row.unit)
  const words = ['child.name', 'mother.name', 'applicant.name'].flatMap((name) => facts[name] ?? [])
  return {
    caseId: row.case_id,
    number: row.number,
    procedure: row.procedure,
    procedureLabel: labels.procedure,
    about: words.length === 0 ? null : words.join(' · '),
    item: row.item,
    itemLabel: labels.item,
    unit: row.unit,
    unitLabel: labels.unit,
    what: row.what,
    until: row.until,
    late: row.until !== null && row.until < today,
    escalatedTo: row.escalated_to === null ? null : labelled(row.escalated_to).unit,
    since: row.since,
    officer: row.officer,
    officerName,
  }
}

/** A cursor of ours, or the beginning where it is none. */
function readCursor(after: string | null) {
  const found = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})~(\d{1,4})$/.exec(after ?? '')
  return {
    until: found?.[1] ?? '0001-01-01',
    caseId: found?.[2] ?? '00000000-0000-0000-0000-000000000000',
    position: Number(found?.[3] ?? -1),
  }
}
