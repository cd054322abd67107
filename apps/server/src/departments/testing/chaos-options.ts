import type { Faults } from '@junheng/departments'
import type { Pool } from 'pg'
import type { Casework } from '../../cases/casework.ts'
import type { Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import type { Mother } from './make-mothers.ts'

/** Between two killings: seconds from the moment the service listens, or steps that it writes, whatever time that takes. */
export type Killing =
  | { readonly every: 'seconds'; readonly from: number; readonly to: number }
  | { readonly every: 'steps'; readonly from: number; readonly to: number }

export interface ChaosOptions {
  readonly births: number
  /** How every department misbehaves all the time. */
  readonly faults: Faults
  readonly killing: Killing
  /** All chance that can be had again: whom departments fail, when the service is killed. 0 ≤ r < 1. */
  readonly random: () => number
  /** The longest it may take, milliseconds. */
  readonly longestMs: number
  readonly region: string
  /** On file, one a birth. */
  readonly mothers: readonly Mother[]
  readonly database: {
    readonly address: Address
    readonly owner: Pool
    readonly auditor: Pool
    readonly secrets: Secrets
  }
  /** What the families act through: their own connection, which nobody kills. */
  readonly casework: Casework
  /** Told of the state of things every ten seconds. */
  readonly say?: (line: string) => void
}

/** Goes on until all is over. */
export interface ChaosState {
  readonly over: AbortSignal
  kills: number
  /** Dead letters that were sent again. */
  dead: number
  /** Milliseconds from a start of the service until it listened, one for each. */
  readonly starts: number[]
}
