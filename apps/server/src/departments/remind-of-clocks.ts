import type { Transaction } from '../database/statements.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { withAccess } from '../register/access.ts'

/**
 * Tells, once for each deadline, of legal clocks that end within some days or have ended. The message lies in the outbox;
 * its id is made of the case, the item and the day, so that a second round adds nothing.
 */
export async function remindOfClocks(
  casework: Casework,
  { region, now, days }: { readonly region: string; readonly now: Temporal.Instant; readonly days: number },
): Promise<number> {
  const today = chineseDay(now)
  return withAccess(casework.register, { access: programAccess(region, {}), births: true }, (tx) =>
    remind(tx, { region, today, days, at: now.toString({ smallestUnit: 'microsecond' }) }),
  )
}

async function remind(
  tx: Transaction,
  {
    region,
    today,
    days,
    at,
  }: { readonly region: string; readonly today: string; readonly days: number; readonly at: string },
): Promise<number> {
  const rows = await tx.query(
    `insert into register.outbox (region, id, topic, body, created_at)
     select w.region, encode(substring(sha256(convert_to(concat_ws(' ', w.case_id, w.item, w.unit, w.until, l.late), 'UTF8')) from 1 for 16), 'hex')::uuid,
       'clock', jsonb_build_object('case', w.case_id, 'item', w.item, 'unit', w.unit, 'until', w.until, 'late', l.late), $4
     from casework.waiting w cross join lateral (select w.until < $2::date as late) l
     where w.region = $1 and w.until is not null and w.until <= $2::date + $3::integer
     on conflict (region, id) do nothing returning id`,
    [region, today, days, at],
  )
  return rows.length
}
