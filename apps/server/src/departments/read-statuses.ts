import { Department } from '@junheng/connector'
import type { CaseService } from '../cases/case-service.ts'
import { withAccess, type Access } from '../register/access.ts'

/** How the line to a department stands. Instants ISO. */
export interface DepartmentStatus {
  readonly department: Department
  readonly connected: boolean
  readonly simulated: boolean
  /** Deliveries not sent yet; sent and not answered; given up. */
  readonly waiting: number
  readonly open: number
  readonly dead: number
  /** Calls in a row that failed. */
  readonly failures: number
  readonly openUntil: string | null
  readonly oldest: string | null
}

interface Row extends Record<string, unknown> {
  readonly department: string
  readonly waiting: number
  readonly open: number
  readonly dead: number
  readonly oldest: string | null
}

/** All six departments, also those without a system of their own. */
export function readStatuses(
  { casework, connections, simulated }: CaseService,
  access: Access,
): Promise<readonly DepartmentStatus[]> {
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const rows = await tx.query<Row>(
      `select department, (count(*) filter (where state = 'waiting'))::int as waiting,
         (count(*) filter (where state in ('sent', 'accepted')))::int as open,
         (count(*) filter (where state = 'dead'))::int as dead,
         min(created_at) filter (where state = 'waiting') as oldest
       from casework.delivery where region = $1 and state in ('waiting', 'sent', 'accepted', 'dead') group by department`,
      [access.region],
    )
    const circuits = await tx.query<{ department: string; failures: number; open_until: string | null }>(
      'select department, failures, open_until from casework.circuit where region = $1',
      [access.region],
    )
    return Department.options.map((department) => {
      const row = rows.find((one) => one.department === department)
      const circuit = circuits.find((one) => one.department === department)
      return {
        department,
        connected: connections.has(department),
        simulated: simulated?.has(department) ?? false,
        waiting: row?.waiting ?? 0,
        open: row?.open ?? 0,
        dead: row?.dead ?? 0,
        failures: circuit?.failures ?? 0,
        openUntil: circuit?.open_until ?? null,
        oldest: row?.oldest ?? null,
      }
    })
  })
}
