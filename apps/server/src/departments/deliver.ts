import { retries, retryDelaySeconds, type CircuitPauses, type Delivery } from '@junheng/connector'
import type { Transaction } from '../database/statements.ts'
import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { withAccess } from '../register/access.ts'
import { sendDelivery, type CallOutcome, type Connections } from './call-department.ts'
import { noteFailure, noteSuccess } from './circuits.ts'
import type { TakenUp } from './take-up.ts'

/** What a worker is given besides the casework. */
export interface Delivering {
  readonly casework: Casework
  readonly connections: Connections
  readonly now: () => Temporal.Instant
  /** 0 ≤ r < 1. */
  readonly random: () => number
  /** Longest a department may take to reply. */
  readonly timeoutMs: number
  /** Seconds after the n-th failure; default as the connector has it. */
  readonly delaySeconds?: (attempt: number, random: number) => number
  /** How long a department that fails is left alone; default as the connector has it. */
  readonly pauses?: CircuitPauses
}

export type Delivered = 'sent' | 'again' | 'dead'

/** Sends a delivery that was taken up, once, and writes how it went. */
export async function deliver(worker: Delivering, taken: TakenUp): Promise<Delivered> {
  const { casework, connections, now, timeoutMs } = worker
  const connection = connections.get(taken.department)
  const outcome: CallOutcome =
    connection === undefined
      ? { kind: 'again', error: 'no connection' }
      : await sendDelivery(connection, taken.delivery, {
          seconds: Math.floor(now().epochMilliseconds / 1000),
          timeoutMs,
        })
  return againAfterCollision(() =>
    withAccess(casework.register, { access: programAccess(taken.region, {}), births: true }, (tx) =>
      conclude(tx, worker, { ...taken, outcome }),
    ),
  )
}

async function conclude(
  tx: Transaction,
  worker: Delivering,
  done: TakenUp & { readonly outcome: CallOutcome },
): Promise<Delivered> {
  const { region, delivery, attempts, probe, outcome } = done
  const at = worker.now()
  if (outcome.kind === 'taken') {
    await noteDelivered(tx, worker.casework, { region, delivery, reference: outcome.reference, now: at })
    noteSuccess(tx, done)
    return 'sent'
  }
  const dead = outcome.kind === 'never' || attempts >= retries.tries
  const wait = (worker.delaySeconds ?? retryDelaySeconds)(attempts, worker.random())
  const next = at.add({ milliseconds: Math.round(wait * 1000) })
  tx.post(
    `update casework.delivery set last_error = $3, state = case when $4 then 'dead' else state end,
       next_at = case when $4 then null else $5::timestamptz end where region = $1 and id = $2 and state = 'waiting'`,
    [region, delivery.id, outcome.error, dead, next.toString()],
  )
  // A department that says "never" works; only silence and failures open its circuit.
  if (outcome.kind === 'never') noteSuccess(tx, done)
  else await noteFailure(tx, done, { probe, now: at.epochMilliseconds / 1000, pauses: worker.pauses })
  return dead ? 'dead' : 'again'
}

/** Writes that a department has it, at the delivery and in the case, unless an answer was quicker than its receipt. */
async function noteDelivered(
  tx: Transaction,
  casework: Casework,
  done: {
    readonly region: string
    readonly delivery: Delivery
    readonly reference: string
    readonly now: Temporal.Instant
  },
): Promise<void> {
  const { region, delivery, reference, now } = done
  const kept = await findCase(tx, casework, { region, caseId: delivery.case, lock: true })
  tx.post(
    `update casework.delivery set reference = $3, sent_at = $4, last_error = null,
       state = case when state = 'waiting' then 'sent' else state end, next_at = null where region = $1 and id = $2`,
    [region, delivery.id, reference, now.toString()],
  )
  const own = kept?.state.items[delivery.item]
  if (kept === undefined || own === undefined || delivery.kind !== 'deliver' || kept.row.ended_on !== null) return
  const open = own.status === 'working' || own.status === 'asked'
  if (!open || own.startedOn === null || own.deliveredOn !== null) return
  const access = programAccess(region, { caseId: delivery.case })
  const action = {
    kind: 'deliver',
    id: `${delivery.id}/delivered`,
    on: chineseDay(now),
    by: { unit: 'program', person: null },
    item: delivery.item,
  } as const
  await decideAndRecord(tx, casework, { access, caseId: delivery.case, action, now, kept })
}
