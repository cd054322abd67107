import type { Transaction } from '../database/statements.ts'
import type { Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import type { Messages } from '../sign-in/messages.ts'
import { gatherNotices } from './gather-notices.ts'
import { isNight } from './is-night.ts'
import { takeNotice, type TakenNotice } from './take-notice.ts'

export interface Notifying {
  readonly casework: Casework
  readonly messages: Pick<Messages, 'send'>
  /** Where the service is reached; stands at the end of each message. */
  readonly address: string
}

export interface RoundOfNotices {
  readonly sent: number
  /** Messages that were tried too often, by their ids. */
  readonly givenUp: readonly string[]
}

/** Times that a message is tried; then it is given up, with a note. */
export const noticeTries = 6

/** Minutes after the first failure; doubled after each. */
const firstWait = 2

/** Messages sent in one round, at most. */
const mostAtOnce = 200

/** Reads the outbox on, and sends what is due, one after another; at night it is read and kept until 8:00. */
export async function sendNotices(
  notifying: Notifying,
  { region, now, lagMs = 10_000 }: { readonly region: string; readonly now: Temporal.Instant; readonly lagMs?: number },
): Promise<RoundOfNotices> {
  const { casework, address } = notifying
  const access: Access = { ...programAccess(region, {}), fields: ['phone'] }
  const inside = <T>(work: (tx: Transaction) => Promise<T>) =>
    withAccess(casework.register, { access, births: true }, work)
  await inside((tx) => gatherNotices(tx, { region, now, lagMs }))
  let sent = 0
  const givenUp: string[] = []
  if (isNight(now)) return { sent, givenUp }
  for (let looked = 0; looked < mostAtOnce; looked++) {
    const taken = await inside((tx) => takeNotice(tx, casework, { region, now, address }))
    if (taken === undefined) break
    if (taken === null) continue
    const error = await trySending(notifying.messages, taken, now)
    await inside(async (tx) => conclude(tx, { access, taken, error, now }))
    if (error === null) sent++
    else if (taken.attempts >= noticeTries) givenUp.push(taken.id)
  }
  return { sent, givenUp }
}

/** Null: sent. Else what went wrong, without any number that may be somebody's. */
async function trySending(
  messages: Notifying['messages'],
  { phone, text }: TakenNotice,
  at: Temporal.Instant,
): Promise<string | null> {
  try {
    await messages.send({ kind: 'notice', phone, text, at })
    return null
  } catch (error) {
    return (error instanceof Error ? error.message : 'unknown').replaceAll(/\d{4,}/g, '…').slice(0, 200)
  }
}

function conclude(
  tx: Transaction,
  {
    access,
    taken,
    error,
    now,
  }: {
    readonly access: Access
    readonly taken: TakenNotice
    readonly error: string | null
    readonly now: Temporal.Instant
  },
): void {
  const { region, id, caseId, subject, about, attempts } = taken
  const dead = error !== null && attempts >= noticeTries
  const state = error === null ? 'sent' : dead ? 'failed' : 'waiting'
  const next = state === 'waiting' ? now.add({ minutes: firstWait * 2 ** (attempts - 1) }).toString() : null
  tx.post(`update casework.family_notice set state = $3, next_at = $4, last_error = $5 where region = $1 and id = $2`, [
    region,
    id,
    state,
    next,
    error,
  ])
  if (state === 'waiting') return
  const detail = { case: caseId, notice: id, about, attempts, fields: access.fields }
  auditWrite(tx, { access, kind: dead ? 'notice-failed' : 'notice-sent', subject, detail })
}
