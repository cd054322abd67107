import { findTwinFacts, withTwin } from '../births/twin-facts.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { actingUnit } from './acting-unit.ts'
import { findCase, loadActions } from './case-rows.ts'
import { casePage, type DeliveryLine, type DocumentLine } from './case-page.ts'
import type { Casework } from './casework.ts'
import { findContact } from './find-contact.ts'
import { findWhoHasIt } from './who-has-it.ts'

export type CasePage = ReturnType<typeof casePage>

/** The page of a case, or undefined where this access sees none of that id; either way the reading is on the chain. */
export function readCase(
  casework: Casework,
  {
    access,
    caseId,
    viewers,
    on,
  }: {
    readonly access: Access
    readonly caseId: string
    /** `family`, or the units that the post works for. */
    readonly viewers: readonly string[]
    readonly on: string
  },
): Promise<CasePage | undefined> {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const where = { region: access.region, caseId }
    // Statements that need nothing of one another are on their way together.
    const [kept, actions, deliveries, documents] = await Promise.all([
      findCase(tx, casework, where),
      loadActions(tx, casework, where),
      loadDeliveries(tx, where),
      loadDocuments(tx, where),
    ])
    const items = Object.values(kept?.state.items ?? {})
    const [contact, twin, whoHasIt] = await Promise.all([
      kept === undefined ? null : findContact(tx, kept.row),
      kept !== undefined && viewers.includes('family') ? findTwinFacts(tx, casework, kept) : {},
      findWhoHasIt(tx, access.region, {
        offices: [kept?.state.office ?? null, ...items.map(({ office }) => office)],
        officers: items.map(({ officer }) => officer),
      }),
    ])
    // Last, because the next reading of the same chain waits from here to the end of this one.
    auditRead(tx, {
      access,
      kind: kept === undefined ? 'read-missing' : 'read-case',
      subject: kept?.row.subject ?? null,
      detail: { case: caseId },
    })
    if (kept === undefined) return undefined
    const viewer = actingUnit(kept.procedure, { units: viewers, item: null })
    return casePage(casework, {
      kept: withTwin(kept, twin),
      actions,
      deliveries,
      documents,
      contact,
      whoHasIt,
      on,
      viewer,
    })
  })
}

interface Where {
  readonly region: string
  readonly caseId: string
}

function loadDeliveries(tx: Transaction, { region, caseId }: Where): Promise<readonly DeliveryLine[]> {
  return tx.query<DeliveryLine>(
    `select id, item, department, kind, state, attempts, last_error from casework.delivery
     where region = $1 and case_id = $2 order by case_seq, item, kind`,
    [region, caseId],
  )
}

function loadDocuments(tx: Transaction, { region, caseId }: Where): Promise<readonly DocumentLine[]> {
  return tx.query<DocumentLine>(
    `select id, item, paper, type, bytes, encode(sha256, 'hex') as sha256, uploaded_at from casework.document
     where region = $1 and case_id = $2 order by uploaded_at, id`,
    [region, caseId],
  )
}
