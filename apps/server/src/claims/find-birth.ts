import { fromDayNumber } from '@junheng/kernel'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { openCaseRow, type KeptCase } from '../cases/case-rows.ts'
import type { Casework } from '../cases/casework.ts'
import type { KnownBirth } from './known-family.ts'

/** What the case of a child's birth knows; undefined where this county has none. */
export async function findBirth(
  tx: Transaction,
  casework: Casework,
  { region, child }: { readonly region: string; readonly child: string },
): Promise<KnownBirth | undefined> {
  const [row] = await tx.query<Tables['casework.case_row']>(
    `select * from casework.case_row where region = $1 and subject = $2 and procedure = 'one-birth'
     order by opened_on, id limit 1`,
    [region, child],
  )
  if (row === undefined) return undefined
  const parties = await tx.query<{ role: string; person: string }>(
    'select role, person from casework.party where region = $1 and case_id = $2',
    [region, row.id],
  )
  return birthOf(openCaseRow(casework, row), parties)
}

/** The same from a case that is open already. Pure. */
function birthOf(
  { row, state }: KeptCase,
  parties: readonly { readonly role: string; readonly person: string }[],
): KnownBirth {
  const opening = state.actions[0]
  return {
    caseId: row.id,
    facts: state.facts,
    bornHere: opening?.by.unit === 'hospital',
    registeredHere: state.items['household-registration']?.status === 'done',
    stops: state.stops.flatMap(({ reason, on }) =>
      reason === 'death' || reason === 'moved-away' ? [{ kind: reason, on: fromDayNumber(on) } as const] : [],
    ),
    mother: parties.find(({ role }) => role === 'mother')?.person ?? null,
    father: parties.find(({ role }) => role === 'father')?.person ?? null,
  }
}
