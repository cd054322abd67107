import { afterFailure, afterSuccess, closedCircuit, mayCall, type Circuit, type Department } from '@junheng/connector'
import type { Transaction } from '../database/statements.ts'

export interface CircuitKey {
  readonly region: string
  readonly department: Department
}

/** Seconds for which one call may probe a department that failed before the next one may. */
const probeSeconds = 15

interface CircuitRow extends Record<string, unknown> {
  readonly failures: number
  /** Seconds since 1970. */
  readonly open_until: number | null
}

/** `probe`: the one call that finds out whether a department is back. `until`: none before that second since 1970. */
export type Leave = { readonly may: true; readonly probe: boolean } | { readonly may: false; readonly until: number }

/** Whether a call may be made now. A department that has failed is probed by one call at a time: asking takes the leave. */
export async function askLeave(tx: Transaction, { region, department }: CircuitKey, now: number): Promise<Leave> {
  const circuit = await read(tx, { region, department })
  if (circuit.openUntil === null) return { may: true, probe: false }
  if (!mayCall(circuit, now)) return { may: false, until: circuit.openUntil }
  await write(tx, { region, department }, { ...circuit, openUntil: now + probeSeconds })
  return { may: true, probe: true }
}

/**
 * Notes how a call ended. Calls in a row that fail leave the department alone for a while; those that were under way when
 * that began say nothing new, or twenty at once would make minutes of a moment.
 */
export async function noteCall(
  tx: Transaction,
  key: CircuitKey,
  {
    succeeded,
    probe,
    now,
    longest,
  }: { readonly succeeded: boolean; readonly probe: boolean; readonly now: number; readonly longest: number },
): Promise<void> {
  const circuit = await read(tx, key)
  if (!succeeded) {
    if (probe || mayCall(circuit, now)) {
      const { failures, openUntil } = afterFailure(circuit, now)
      await write(tx, key, { failures, openUntil: openUntil === null ? null : Math.min(openUntil, now + longest) })
    }
  } else if (circuit.failures > 0) await write(tx, key, afterSuccess())
}

async function read(tx: Transaction, { region, department }: CircuitKey): Promise<Circuit> {
  const [row] = await tx.query<CircuitRow>(
    `select failures, extract(epoch from open_until)::float8 as open_until from casework.circuit
     where region = $1 and department = $2 for update`,
    [region, department],
  )
  return row === undefined ? closedCircuit : { failures: row.failures, openUntil: row.open_until }
}

async function write(tx: Transaction, { region, department }: CircuitKey, circuit: Circuit): Promise<void> {
  await tx.query(
    `insert into casework.circuit (region, department, failures, open_until) values ($1, $2, $3, to_timestamp($4::float8))
     on conflict (region, department) do update set failures = excluded.failures, open_until = excluded.open_until`,
    [region, department, circuit.failures, circuit.openUntil],
  )
}
