import { Department, mayCall, type Circuit, type Delivery } from '@junheng/connector'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import type { Casework } from '../cases/casework.ts'
import { boundTo, openJson } from '../cases/sealed-json.ts'
import { readCircuits, takeProbe } from './circuits.ts'

/** A delivery that this worker has taken for a while. */
export interface TakenUp {
  readonly region: string
  readonly department: Department
  readonly delivery: Delivery
  readonly attempts: number
  /** The one call that finds out whether a department that failed is back. */
  readonly probe: boolean
}

export interface TakeUp {
  readonly region: string
  /** How many more deliveries to a department may be under way now. */
  readonly room: (department: Department) => number
  /** Milliseconds for which what is taken is this worker's: a department's time to reply, and some to write it down. */
  readonly holdMs: number
  readonly at: Temporal.Instant
}

type Due = Pick<Tables['casework.delivery'], 'id' | 'department' | 'attempts' | 'body'>

/**
 * Takes what is due, the longest due first, in one transaction however many there are. Departments that are left alone
 * are not looked at; one whose pause is over is sent a single delivery. A worker that dies leaves its rows to whoever
 * looks once the hold is over; the department knows a repetition by its id.
 */
export async function takeUp(
  tx: Transaction,
  { secrets }: Pick<Casework, 'secrets'>,
  { region, room, holdMs, at }: TakeUp,
): Promise<readonly TakenUp[]> {
  const circuits = await readCircuits(tx, region)
  const now = at.epochMilliseconds / 1000
  const rows = await Promise.all(
    Department.options.map(async (department) => {
      const circuit = circuits.get(department)
      const limit = limitOf(circuit, { room: room(department), now })
      if (limit === 0) return []
      const due = await selectDue(tx, { region, department, limit, at })
      const probe = circuit !== undefined && circuit.openUntil !== null
      if (due.length > 0 && probe && !(await takeProbe(tx, { region, department }, now))) return []
      return due.map((row) => ({ ...row, department, probe }))
    }),
  )
  const taken = rows.flat()
  if (taken.length === 0) return []
  tx.post(
    `update casework.delivery set attempts = attempts + 1, next_at = $3 where region = $1 and id = any ($2::uuid[])`,
    [region, taken.map(({ id }) => id), at.add({ milliseconds: holdMs }).toString()],
  )
  return taken.map(({ id, department, attempts, body, probe }) => ({
    region,
    department,
    delivery: openJson(secrets, boundTo.delivery(region, id), body) as Delivery,
    attempts: attempts + 1,
    probe,
  }))
}

function limitOf(circuit: Circuit | undefined, { room, now }: { readonly room: number; readonly now: number }): number {
  if (circuit === undefined || circuit.openUntil === null) return room
  return mayCall(circuit, now) ? Math.min(room, 1) : 0
}

function selectDue(
  tx: Transaction,
  { region, department, limit, at }: { region: string; department: Department; limit: number; at: Temporal.Instant },
): Promise<readonly Due[]> {
  return tx.query<Due>(
    `select id, department, attempts, body from casework.delivery
     where region = $1 and department = $2 and state = 'waiting' and next_at <= $3
     order by next_at limit $4 for update skip locked`,
    [region, department, at.toString(), limit],
  )
}
