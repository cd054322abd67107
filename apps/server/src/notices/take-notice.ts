import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { findingHash } from '../register/sealing.ts'
import { chooseNotice, type Cause } from './choose-notice.ts'
import { findFamilyPhone } from './find-family-phone.ts'
import { isLoss } from './is-loss.ts'
import { noticeWords, type About } from './notice-words.ts'

/** A message that this worker alone may send now. */
export interface TakenNotice {
  readonly region: string
  readonly id: string
  readonly caseId: string
  readonly subject: string | null
  readonly about: About
  readonly attempts: number
  readonly phone: string
  readonly text: string
}

type Row = Tables['casework.family_notice']
type Why = 'loss' | 'no-phone' | 'nothing-to-tell' | 'told-already' | 'too-late'

/** Older than this a message is news to nobody. */
const staleHours = 72

/** For so long the same words are not said to the same telephone again: twins, or a night's changes, are one message. */
const sameMinutes = 60

/** Takes what has been due longest, in one transaction; undefined: nothing is due. Null: it was one that nobody is told. */
export async function takeNotice(
  tx: Transaction,
  casework: Casework,
  { region, now, address }: { readonly region: string; readonly now: Temporal.Instant; readonly address: string },
): Promise<TakenNotice | null | undefined> {
  const [row] = await tx.query<Row>(
    `select * from casework.family_notice where region = $1 and state = 'waiting' and next_at <= $2
     order by next_at, id limit 1 for update skip locked`,
    [region, now.toString()],
  )
  if (row === undefined) return undefined
  const { id, case_id: caseId, attempts } = row
  const found = await decide(tx, casework, { row, now, address })
  if ('why' in found) {
    tx.post(
      `update casework.family_notice set state = 'silent', why = $3, next_at = null where region = $1 and id = $2`,
      [region, id, found.why],
    )
    return null
  }
  const { about, told, ...rest } = found
  tx.post(
    `update casework.family_notice set state = 'sending', next_at = null, attempts = attempts + 1, about = $3, told = $4,
       told_at = $5 where region = $1 and id = $2`,
    [region, id, about, told, now.toString()],
  )
  return { region, id, caseId, about, attempts: attempts + 1, ...rest }
}

async function decide(
  tx: Transaction,
  casework: Casework,
  { row, now, address }: { readonly row: Row; readonly now: Temporal.Instant; readonly address: string },
): Promise<
  { readonly why: Why } | (Pick<TakenNotice, 'about' | 'phone' | 'text' | 'subject'> & { readonly told: string })
> {
  const { region, id, case_id: caseId, topic, body, created_at: at } = row
  if (Temporal.Instant.from(at).add({ hours: staleHours }).epochMilliseconds < now.epochMilliseconds) {
    return { why: 'too-late' }
  }
  const kept = await findCase(tx, casework, { region, caseId })
  const cause = { ...(body as object), topic } as Cause
  const told = kept === undefined ? null : chooseNotice(casework, { kept, cause, on: chineseDay(now) })
  if (kept === undefined || told === null) return { why: 'nothing-to-tell' }
  if (await isLoss(tx, casework, kept)) return { why: 'loss' }
  const phone = await findFamilyPhone(tx, casework, kept)
  if (phone === undefined) return { why: 'no-phone' }
  const text = noticeWords(told, address)
  const hash = findingHash(casework.secrets, 'notice', `${phone}\n${text}`)
  const same = await tx.query(
    `select id from casework.family_notice where region = $1 and told = $2 and told_at > $3 and id <> $4
       and state in ('sending', 'sent')`,
    [region, hash, now.subtract({ minutes: sameMinutes }).toString(), id],
  )
  if (same.length > 0) return { why: 'told-already' }
  return { about: told.about, phone, text, subject: kept.row.subject, told: hash }
}
