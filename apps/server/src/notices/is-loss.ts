import type { CaseState } from '@junheng/casework'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import type { KeptCase } from '../cases/case-rows.ts'
import type { Casework } from '../cases/casework.ts'
import { lossOf } from '../cases/loss.ts'
import { boundTo, openJson } from '../cases/sealed-json.ts'

/** Days for which a family that lost a child is left in peace, also about another child's matters. */
const quietDays = 365

/**
 * Whether a family is to be left in peace: whoever the case is about has died, or one of the family's cases knows of a loss,
 * lately or, where the case is about no child, ever. Silence by mistake costs a message; the case's page says all of it.
 */
export async function isLoss(
  tx: Transaction,
  { secrets }: Pick<Casework, 'secrets'>,
  kept: KeptCase,
): Promise<boolean> {
  const { row, state, procedure } = kept
  const { region, people, subject } = row
  if (lossOf(state) !== 'none') return true
  if (subject !== null) {
    const dead = await tx.query(
      'select id from register.person where region = $1 and id = $2 and death_date is not null',
      [region, subject],
    )
    if (dead.length > 0) return true
  }
  const others = await tx.query<Pick<Tables['casework.case_row'], 'id' | 'subject' | 'opened_on' | 'state'>>(
    `select distinct c.id, c.subject, c.opened_on, c.state from casework.party t
       join casework.case_row c on c.region = t.region and c.id = t.case_id
     where t.region = $1 and c.region = $1 and t.person = any ($2::uuid[])`,
    [region, people],
  )
  const since = Temporal.PlainDate.from(row.opened_on).subtract({ days: quietDays }).toString()
  return others.some((other) => {
    const lost = lossOf(openJson(secrets, boundTo.state(region, other.id), other.state) as CaseState) !== 'none'
    const near = procedure.subject !== 'child' || other.subject === subject || other.opened_on >= since
    return lost && near
  })
}
