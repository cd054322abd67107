import { createHash } from 'node:crypto'
import { clocksOf, family } from '@junheng/casework'
import { parseDayNumber } from '@junheng/kernel'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { withAccess } from '../register/access.ts'

/** Late things looked at in one round, at most. */
const mostAtOnce = 200

type Late = Pick<Tables['casework.waiting'], 'case_id' | 'position' | 'item' | 'unit' | 'until'>

/**
 * Hands what is late up to whom its clock names: it stands in that unit's queue too from then on, and the overview counts it.
 * The outbox tells of it once for each deadline. Returns how much was handed up.
 */
export async function escalateClocks(
  casework: Casework,
  { region, now }: { readonly region: string; readonly now: Temporal.Instant },
): Promise<number> {
  const today = chineseDay(now)
  return withAccess(casework.register, { access: programAccess(region, {}), births: true }, async (tx) => {
    const late = await tx.query<Late>(
      `select case_id, position, item, unit, until from casework.waiting
       where region = $1 and until < $2 and escalated_on is null and unit <> $3
       order by until, case_id, position limit $4 for update skip locked`,
      [region, today, family, mostAtOnce],
    )
    let escalated = 0
    for (const line of late) {
      const to = await whomFor(tx, casework, { region, line, today })
      tx.post(
        `update casework.waiting set escalated_to = $4, escalated_on = $5
         where region = $1 and case_id = $2 and position = $3`,
        [region, line.case_id, line.position, to, today],
      )
      if (to === null) continue
      escalated++
      tell(tx, { region, line, to, at: now.toString({ smallestUnit: 'microsecond' }) })
    }
    return escalated
  })
}

/** The unit named by the clock that is late, where it is another than the one that has it. */
async function whomFor(
  tx: Transaction,
  casework: Casework,
  { region, line, today }: { readonly region: string; readonly line: Late; readonly today: string },
): Promise<string | null> {
  const kept = await findCase(tx, casework, { region, caseId: line.case_id })
  if (kept === undefined) return null
  const clocks = clocksOf(kept.procedure, kept.state, { calendar: casework.calendar, on: parseDayNumber(today) ?? 0 })
  const found = clocks.find(
    ({ item, escalatedTo }) => item === line.item && escalatedTo !== null && escalatedTo !== line.unit,
  )
  return found?.escalatedTo ?? null
}

/** The id is made of the case, the item and the day, so that a second round adds nothing. */
function tell(
  tx: Transaction,
  {
    region,
    line: { case_id: caseId, item, unit, until },
    to,
    at,
  }: { readonly region: string; readonly line: Late; readonly to: string; readonly at: string },
): void {
  const hex = createHash('sha256').update([caseId, item, unit, until, to].join(' ')).digest('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  tx.post(
    `insert into register.outbox (region, id, topic, body, created_at) values ($1, $2, 'escalated', $3, $4)
     on conflict (region, id) do nothing`,
    [region, id, JSON.stringify({ case: caseId, item, unit, until, to }), at],
  )
}
