import { retries, retryDelaySeconds, type Delivery, type Department } from '@junheng/connector'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { boundTo, openJson } from '../cases/sealed-json.ts'
import { withAccess } from '../register/access.ts'
import { sendDelivery, type CallOutcome, type Connections } from './call-department.ts'
import { askLeave, noteCall } from './circuits.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'

/** What a worker is given besides the casework. */
export interface Delivering {
  readonly casework: Casework
  readonly connections: Connections
  readonly now: () => Temporal.Instant
  /** 0 ≤ r < 1. */
  readonly random: () => number
  /** Longest a department may take to reply. */
  readonly timeoutMs: number
  /** Seconds after the n-th failure. */
  readonly delaySeconds?: (attempt: number, random: number) => number
  /** The longest that a department is left alone; default as the connector has it. */
  readonly longestPauseSeconds?: number
}

export type Delivered = 'nothing-to-do' | 'left-alone' | 'sent' | 'again' | 'dead'

/**
 * Sends one delivery, if it is due. Its row is taken for a while first, so that no other worker sends it; a worker that
 * dies meanwhile leaves it to the next round, and the department knows a repetition by its id.
 */
export async function deliver(
  worker: Delivering,
  { region, delivery: id }: { readonly region: string; readonly delivery: string },
): Promise<Delivered> {
  const inside = <T>(work: (tx: Transaction) => Promise<T>) =>
    againAfterCollision(() =>
      withAccess(worker.casework.register, { access: programAccess(region, {}), births: true }, work),
    )
  const taken = await inside((tx) => takeUp(tx, worker, { region, id }))
  if ('left' in taken) return taken.left
  const connection = worker.connections.get(taken.department)
  const outcome: CallOutcome =
    connection === undefined
      ? { kind: 'again', error: 'no connection' }
      : await sendDelivery(connection, taken.delivery, {
          seconds: Math.floor(worker.now().epochMilliseconds / 1000),
          timeoutMs: worker.timeoutMs,
        })
  return inside((tx) => conclude(tx, worker, { region, ...taken, outcome }))
}

interface TakenUp {
  readonly department: Department
  readonly delivery: Delivery
  readonly attempts: number
  readonly probe: boolean
}

async function takeUp(
  tx: Transaction,
  { casework, now, timeoutMs, random }: Delivering,
  { region, id }: { readonly region: string; readonly id: string },
): Promise<TakenUp | { readonly left: 'nothing-to-do' | 'left-alone' }> {
  const at = now()
  const [row] = await tx.query<Pick<Tables['casework.delivery'], 'department' | 'attempts' | 'body'>>(
    `select department, attempts, body from casework.delivery
     where region = $1 and id = $2 and state = 'waiting' and next_at <= $3 for update skip locked`,
    [region, id, at.toString()],
  )
  if (row === undefined) return { left: 'nothing-to-do' }
  const department = row.department as Department
  const leave = await askLeave(tx, { region, department }, at.epochMilliseconds / 1000)
  if (!leave.may) {
    const wait = Math.max(1, Math.ceil(leave.until - at.epochMilliseconds / 1000 + random() * 5))
    await putOff(tx, casework, { region, id, at, wait })
    return { left: 'left-alone' }
  }
  await tx.query('update casework.delivery set attempts = attempts + 1, next_at = $3 where region = $1 and id = $2', [
    region,
    id,
    at.add({ milliseconds: timeoutMs + 2000 }).toString(),
  ])
  const delivery = openJson(casework.secrets, boundTo.delivery(region, id), row.body) as Delivery
  return { department, delivery, attempts: row.attempts + 1, probe: leave.probe }
}

async function putOff(
  tx: Transaction,
  casework: Casework,
  {
    region,
    id,
    at,
    wait,
  }: { readonly region: string; readonly id: string; readonly at: Temporal.Instant; readonly wait: number },
): Promise<void> {
  await tx.query('update casework.delivery set next_at = $3 where region = $1 and id = $2', [
    region,
    id,
    at.add({ seconds: wait }).toString(),
  ])
  await casework.wake(tx, [{ region, delivery: id, afterSeconds: wait }])
}

async function conclude(
  tx: Transaction,
  worker: Delivering,
  done: TakenUp & { readonly region: string; readonly outcome: CallOutcome },
): Promise<Delivered> {
  const { region, department, delivery, attempts, probe, outcome } = done
  const at = worker.now()
  const seconds = at.epochMilliseconds / 1000
  // A department that says "never" works; only silence and failures open its circuit.
  await noteCall(
    tx,
    { region, department },
    { succeeded: outcome.kind !== 'again', probe, now: seconds, longest: worker.longestPauseSeconds ?? Infinity },
  )
  if (outcome.kind === 'taken') {
    await noteDelivered(tx, worker.casework, { region, delivery, reference: outcome.reference, now: at })
    return 'sent'
  }
  const dead = outcome.kind === 'never' || attempts >= retries.tries
  const { id } = delivery
  await tx.query(
    `update casework.delivery set last_error = $3, state = case when $4 then 'dead' else state end,
       next_at = case when $4 then null else next_at end where region = $1 and id = $2 and state = 'waiting'`,
    [region, id, outcome.error, dead],
  )
  if (dead) return 'dead'
  const delay = worker.delaySeconds ?? retryDelaySeconds
  await putOff(tx, worker.casework, { region, id, at, wait: delay(attempts, worker.random()) })
  return 'again'
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
  await tx.query(
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
