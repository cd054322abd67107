import type { Problem } from '@junheng/casework'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'

export type ApproveOutcome =
  | { readonly ok: true; readonly repeated: boolean }
  | {
      readonly ok: false
      readonly why: 'unknown-batch' | 'not-allowed' | 'refused'
      readonly problems: readonly Problem[]
    }

export interface OnBatch {
  readonly access: Access
  readonly batch: string
  readonly now: Temporal.Instant
}

/** The second person's word. The database decides: another person, who may, and lines that make the total. */
export function approveBatch({ register }: Casework, { access, batch, now }: OnBatch): Promise<ApproveOutcome> {
  return withAccess(register, { access, births: true }, async (tx): Promise<ApproveOutcome> => {
    const [row] = await tx.query<{ said: string }>('select payment.approve($1, $2) as said', [batch, chineseDay(now)])
    const said = row?.said ?? 'no-such-batch'
    if (said === 'ok' || said === 'repeated') return { ok: true, repeated: said === 'repeated' }
    if (said === 'no-such-batch') return { ok: false, why: 'unknown-batch', problems: [] }
    if (said === 'not-granted') return { ok: false, why: 'not-allowed', problems: [] }
    const [zh, en] = words[said] ?? [said, said]
    return { ok: false, why: 'refused', problems: [{ path: 'batch', code: said, message: { zh, en } }] }
  })
}

const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'same-person': ['制单的人不能自己复核，请另一位同事办', 'Who prepared the batch cannot approve it; a colleague must'],
  'already-approved': ['这一批已经有人复核过', 'The batch has been approved by someone else'],
  'given-up': ['这一批已经作废', 'The batch was given up'],
  'before-prepared': ['复核日期早于制单日期', 'It cannot be approved before it was prepared'],
  'total-differs': ['各笔之和与合计不符，不能复核', 'The lines do not make the total; it cannot be approved'],
}

/** Gives up a batch that nobody approved: its money waits for the next one. Sent again, it changes nothing. */
export function giveUpBatch({ register }: Casework, { access, batch }: OnBatch): Promise<ApproveOutcome> {
  const { region } = access
  return withAccess(register, { access, births: true }, async (tx): Promise<ApproveOutcome> => {
    const [row] = await tx.query<{ state: string }>('select state from payment.batch where region = $1 and id = $2', [
      region,
      batch,
    ])
    if (row === undefined) return { ok: false, why: 'unknown-batch', problems: [] }
    if (row.state === 'given-up') return { ok: true, repeated: true }
    const changed = await tx.query(
      `update payment.batch set state = 'given-up' where region = $1 and id = $2 and state = 'prepared' returning id`,
      [region, batch],
    )
    if (changed.length === 0) {
      const [zh, en] = [
        '已经复核的批次不能作废，只能等银行回单',
        'An approved batch cannot be given up; the bank answers it',
      ]
      return { ok: false, why: 'refused', problems: [{ path: 'batch', code: 'approved', message: { zh, en } }] }
    }
    await tx.query(
      `update payment.claim p set on_way_fen = p.on_way_fen - l.fen from payment.batch_line l
       where p.region = $1 and l.region = $1 and l.batch = $2 and l.state = 'open' and p.id = l.claim`,
      [region, batch],
    )
    await tx.query(`update payment.batch_line set state = 'given-up' where region = $1 and batch = $2`, [region, batch])
    auditWrite(tx, { access, kind: 'batch-given-up', subject: null, detail: { batch } })
    return { ok: true, repeated: false }
  })
}
