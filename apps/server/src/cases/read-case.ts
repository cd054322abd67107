import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
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
    viewer,
    on,
  }: { readonly access: Access; readonly caseId: string; readonly viewer: string; readonly on: string },
): Promise<CasePage | undefined> {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const kept = await findCase(tx, casework, { region: access.region, caseId })
    auditRead(tx, {
      access,
      kind: kept === undefined ? 'read-missing' : 'read-case',
      subject: kept?.row.subject ?? null,
      detail: { case: caseId },
    })
    if (kept === undefined) return undefined
    const where = { region: access.region, caseId }
    const items = Object.values(kept.state.items)
    return casePage(casework, {
      kept,
      actions: await loadActions(tx, casework, where),
      deliveries: await loadDeliveries(tx, where),
      documents: await loadDocuments(tx, where),
      contact: await findContact(tx, kept.row),
      whoHasIt: await findWhoHasIt(tx, access.region, {
        offices: [kept.state.office, ...items.map(({ office }) => office)],
        officers: items.map(({ officer }) => officer),
      }),
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
