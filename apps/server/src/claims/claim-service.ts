import type { Place } from '@junheng/entitlements'
import type { Casework } from '../cases/casework.ts'

/** What claims stand on: casework, and the rules of a county. */
export interface ClaimService {
  readonly casework: Casework
  /** The place whose rules a county answers by; undefined where no pack is of it. */
  readonly placeOf: (region: string) => Place | undefined
}
