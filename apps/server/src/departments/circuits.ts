import { afterFailure, closedCircuit, type Circuit, type CircuitPauses, type Department } from '@junheng/connector'
import type { Reader, Transaction } from '../database/statements.ts'

export interface CircuitKey {
  readonly region: string
  readonly department: Department
}

/** Seconds for which one call may probe a department that failed before the next one may. */
const probeSeconds = 15

interface CircuitRow extends Record<string, unknown> {
  readonly department: string
  readonly failures: number
  /** Seconds since 1970. */
  readonly open_until: number | null
}

const columns = 'department, failures, extract(epoch from open_until)::float8 as open_until'

/** How the lines of a county stand; a department that is not named has not failed. */
export async function readCircuits(tx: Reader, region: string): Promise<ReadonlyMap<string, Circuit>> {
  const rows = await tx.query<CircuitRow>(`select ${columns} from casework.circuit where region = $1`, [region])
  return new Map(rows.map((row) => [row.department, { failures: row.failures, openUntil: row.open_until }]))
}

/** Takes the leave to probe a department that failed: true for one caller at a time. `now`: seconds since 1970. */
export async function takeProbe(tx: Transaction, { region, department }: CircuitKey, now: number): Promise<boolean> {
  const rows = await tx.query(
    `update casework.circuit set open_until = to_timestamp($4::float8)
     where region = $1 and department = $2 and open_until <= to_timestamp($3::float8) returning 1 as one`,
    [region, department, now, now + probeSeconds],
  )
  return rows.length > 0
}

/** Posted last in its transaction, so that calls of one department do not wait for one another's cases. */
export function noteSuccess(tx: Transaction, { region, department }: CircuitKey): void {
  tx.post(
    `update casework.circuit set failures = 0, open_until = null
     where region = $1 and department = $2 and (failures > 0 or open_until is not null)`,
    [region, department],
  )
}

/**
 * Notes a call that failed. Calls in a row that fail leave the department alone for a while; those that were under way
 * when that began say nothing new, or twenty at once would make minutes of a moment. `now`: seconds since 1970.
 */
export async function noteFailure(
  tx: Transaction,
  { region, department }: CircuitKey,
  {
    probe,
    now,
    pauses,
  }: { readonly probe: boolean; readonly now: number; readonly pauses?: CircuitPauses | undefined },
): Promise<void> {
  const [row] = await tx.query<CircuitRow>(
    `select ${columns} from casework.circuit where region = $1 and department = $2 for update`,
    [region, department],
  )
  const circuit = row === undefined ? closedCircuit : { failures: row.failures, openUntil: row.open_until }
  if (circuit.openUntil !== null && !probe) return
  const { failures, openUntil } = afterFailure(circuit, now, pauses)
  tx.post(
    `insert into casework.circuit (region, department, failures, open_until) values ($1, $2, $3, to_timestamp($4::float8))
     on conflict (region, department) do update set failures = excluded.failures, open_until = excluded.open_until`,
    [region, department, failures, openUntil],
  )
}
