import type { Tables } from '../database/generated/db-types.ts'
import { twinFacts, withTwin } from '../births/twin-facts.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { openCaseRow, type KeptCase } from './case-rows.ts'
import type { Casework } from './casework.ts'
import { notClaimSql } from './claim-cases.ts'

/** The cases in which somebody is a party, offers first, then the newest; at most 100. */
export function listMyCases(
  casework: Casework,
  { access, person }: { readonly access: Access; readonly person: string },
): Promise<readonly KeptCase[]> {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const rows = await tx.query<Tables['casework.case_row']>(
      `select c.* from casework.case_row c
       where c.region = $1 and ${notClaimSql} and c.id in (select p.case_id from casework.party p where p.region = $1 and p.person = $2)
       order by c.status = 'offered' desc, c.opened_on desc, c.id limit 100`,
      [access.region, person],
    )
    auditRead(tx, { access, kind: 'my-cases', subject: person, detail: { cases: rows.length } })
    const cases = rows.map((row) => openCaseRow(casework, row))
    return cases.map((kept) => (kept.row.status === 'offered' ? withTwin(kept, twinFacts(kept, cases)) : kept))
  })
}
