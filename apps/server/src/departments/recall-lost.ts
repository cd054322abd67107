import { setTimeout as pause } from 'node:timers/promises'
import type { Department } from '@junheng/connector'
import type { Casework } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import type { Connections } from './call-department.ts'
import { reconcileDepartment } from './reconcile-department.ts'
import { repairDifferences } from './repair-differences.ts'

export interface RecallOptions {
  readonly connections: Connections
  readonly regions: readonly string[]
  readonly timeoutMs: number
  readonly now: () => Temporal.Instant
  /** Milliseconds between tries while a department does not answer. */
  readonly everyMs?: number
  /** Ends the trying. */
  readonly signal: AbortSignal
}

/**
 * After departments were started anew with the service: what they had taken and lost with their process is sent to them
 * again, and what they had answered is asked for, once each has answered. They know a repetition by its id.
 */
export async function recallLost(casework: Casework, options: RecallOptions): Promise<void> {
  const { connections, everyMs = 3000, signal } = options
  const open = new Set<Department>(connections.keys())
  while (open.size > 0 && !signal.aborted) {
    for (const department of open) {
      // oxlint-disable-next-line no-await-in-loop
      if (await recall(casework, department, options)) open.delete(department)
    }
    // oxlint-disable-next-line no-await-in-loop
    if (open.size > 0) await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** True once the department has answered for every county. */
async function recall(
  casework: Casework,
  department: Department,
  { connections, regions, timeoutMs, now }: RecallOptions,
): Promise<boolean> {
  const connection = connections.get(department)
  if (connection === undefined) return true
  const repairing = { department, connection, timeoutMs }
  for (const region of regions) {
    const access = programAccess(region, {})
    // oxlint-disable-next-line no-await-in-loop
    const found = await reconcileDepartment(casework, { access, department, connections, timeoutMs })
    if (!found.ok) return false
    // oxlint-disable-next-line no-await-in-loop
    await repairDifferences(casework, { ...repairing, access, differences: found.differences, now: now() })
  }
  return true
}
