import type { Procedure } from '../procedure.ts'
import { findVersion } from '../version-on.ts'

/** The procedure a benefit is claimed by on an ISO day: its own (`claim-<benefit>`), else the general `claim`. */
export function findClaimProcedure(
  procedures: readonly Procedure[],
  { benefit, day }: { readonly benefit: string; readonly day: string },
): Procedure | undefined {
  return findVersion(procedures, `claim-${benefit}`, day) ?? findVersion(procedures, 'claim', day)
}
