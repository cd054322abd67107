import type { Connections } from '../departments/call-department.ts'
import type { Casework } from './casework.ts'

/** Casework as the routes reach it: with the departments it talks to. */
export interface CaseService {
  readonly casework: Casework
  readonly connections: Connections
  /** Counties whose cases this service keeps. */
  readonly regions: readonly string[]
  /** Addresses of the simulated departments' own controls; null outside the demonstration. */
  readonly simulated: Connections | null
  /** Longest a department may take to reply, milliseconds. */
  readonly timeoutMs: number
}
