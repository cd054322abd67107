import type { Problem } from '@junheng/casework'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import { labelOf } from '../claims/list-claims.ts'
import { writeOrder, type Encoding } from './bank-csv.ts'
import { findBatch } from './batch-rows.ts'

export type ExportOutcome =
  | { readonly ok: true; readonly file: Buffer; readonly name: string }
  | { readonly ok: false; readonly why: 'unknown-batch' | 'refused'; readonly problems: readonly Problem[] }

/** The file for the bank: the same bytes however often it is asked for, and each time on the audit chain. */
export function exportBatch(
  service: ClaimService,
  { access, batch: id, encoding }: { readonly access: Access; readonly batch: string; readonly encoding: Encoding },
): Promise<ExportOutcome> {
  const { casework } = service
  const { region } = access
  return withAccess(casework.register, { access, births: true }, async (tx): Promise<ExportOutcome> => {
    const batch = await findBatch(tx, casework, { region, id })
    if (batch === undefined) return { ok: false, why: 'unknown-batch', problems: [] }
    if (batch.row.state !== 'approved') {
      const message = { zh: '还没有复核，不能导出给银行', en: 'It is not approved yet and cannot go to the bank' }
      return { ok: false, why: 'refused', problems: [{ path: 'batch', code: 'not-approved', message }] }
    }
    auditWrite(tx, { access, kind: 'batch-exported', subject: null, detail: { batch: id, encoding } })
    const file = writeOrder(batch, { encoding, purposeOf: (benefit) => labelOf(service, region, benefit).zh })
    return { ok: true, file, name: `${batch.row.number}.csv` }
  })
}
