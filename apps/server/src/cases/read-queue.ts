import type { Words } from '@junheng/kernel'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { caseLabels } from './case-labels.ts'
import type { Casework } from './casework.ts'
import { glimpseOf } from './glimpse.ts'
import { selectQueue, type QueueRow } from './queue-rows.ts'
import { findWhoHasIt } from './who-has-it.ts'

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
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const late = lateOnly ? today : null
    const rows = await selectQueue(tx, { region, units, procedure, after, limit: limit + 1, late })
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

function lineOf(
  { secrets, proceduresOf }: Casework,
  row: QueueRow,
  {
    region,
    today,
    officerName,
  }: { readonly region: string; readonly today: string; readonly officerName: string | null },
): QueueLine {
  const { about, from } = glimpseOf(secrets, region, row)
  const labelled = (unit: string) =>
    caseLabels(proceduresOf(region), { procedure: row.procedure, from, item: row.item, unit })
  const labels = labelled(row.unit)
  return {
    caseId: row.case_id,
    number: row.number,
    procedure: row.procedure,
    procedureLabel: labels.procedure,
    about,
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
