import { reconcile, type Department, type Difference, type OurLine } from '@junheng/connector'
import { withAccess, type Access } from '../register/access.ts'
import type { Casework } from '../cases/casework.ts'
import { fetchInventory, type Connections } from './call-department.ts'

export type Reconciliation =
  | { readonly ok: true; readonly ours: number; readonly theirs: number; readonly differences: readonly Difference[] }
  | { readonly ok: false; readonly why: 'no-connection' | 'no-answer' }

/**
 * Our list of a department's deliveries against its own, both ways. Their list is fetched first: what is sent or
 * answered meanwhile then shows on our side as waiting or newer, which is no difference.
 */
export async function reconcileDepartment(
  casework: Casework,
  {
    access,
    department,
    connections,
    timeoutMs,
  }: {
    readonly access: Access
    readonly department: Department
    readonly connections: Connections
    readonly timeoutMs: number
  },
): Promise<Reconciliation> {
  const connection = connections.get(department)
  if (connection === undefined) return { ok: false, why: 'no-connection' }
  const inventory = await fetchInventory(connection, timeoutMs).catch(() => undefined)
  if (inventory === undefined || inventory.department !== department) return { ok: false, why: 'no-answer' }
  const ours = await withAccess(casework.register, { access, births: true }, (tx) =>
    tx.query<{ delivery: string; state: OurLine['state'] }>(
      'select id as delivery, state from casework.delivery where region = $1 and department = $2',
      [access.region, department],
    ),
  )
  const theirs = inventory.lines
  return { ok: true, ours: ours.length, theirs: theirs.length, differences: reconcile(ours, theirs) }
}
