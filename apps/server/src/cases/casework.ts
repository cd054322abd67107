import type { Procedure } from '@junheng/casework'
import type { Department } from '@junheng/connector'
import type { WorkdayCalendar } from '@junheng/kernel'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import type { Register } from '../register/access.ts'

/** What work on cases stands on. */
export interface Casework {
  readonly register: Register
  readonly secrets: Secrets
  /** Every version of every procedure of a county. */
  readonly proceduresOf: (region: string) => readonly Procedure[]
  readonly calendar: WorkdayCalendar
  /** Departments with a system of their own; the items of the others are worked on at the web desk. */
  readonly connected: ReadonlySet<Department>
  /** Wakes a worker for these deliveries once the transaction is committed. */
  readonly wake: (tx: Transaction, due: Due) => Promise<void>
}

/** Deliveries of a county that are due, by their ids. */
export interface Due {
  readonly region: string
  readonly deliveries: readonly string[]
}

/** The day in China at an instant, ISO: legal days are days there. */
export function chineseDay(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
}
