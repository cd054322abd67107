import type { PersonRole } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import type { CaseChange } from './record-case.ts'

/** A party of a case as this county's register knows them. */
export interface KnownParty {
  readonly id: string
  readonly township: string
  readonly village: string | null
}

export interface KnownParties {
  /** The register's id of a party, known to it or not yet; null: the case has none. */
  readonly idOf: (role: PersonRole) => string | null
  /** Null where this county does not know them. */
  readonly known: (role: PersonRole) => KnownParty | null
}

/** Who the parties of a case are. The child is whom a case about a child is about. */
export async function findParties(
  tx: Transaction,
  { row: { region, id: caseId, subject }, procedure }: CaseChange,
): Promise<KnownParties> {
  const parties = await tx.query<{ role: string; person: string }>(
    'select role, person from casework.party where region = $1 and case_id = $2',
    [region, caseId],
  )
  const about = procedure.subject === 'child' ? subject : null
  const idOf = (role: PersonRole): string | null =>
    (role === 'child' ? about : null) ?? parties.find((party) => party.role === role)?.person ?? null
  const rows = await tx.query<{ id: string; township: string; village: string | null }>(
    'select id, township, village from register.person where region = $1 and id = any ($2::uuid[])',
    [region, [...parties.map(({ person }) => person), ...(about === null ? [] : [about])]],
  )
  return { idOf, known: (role) => rows.find(({ id }) => id === idOf(role)) ?? null }
}
