import type { Problem } from '@junheng/casework'
import { withAccess, type Access } from '../register/access.ts'
import { newId } from '../register/new-id.ts'
import type { ClaimService } from './claim-service.ts'
import { decideClaim } from './decide-claim.ts'

export interface Recomputed {
  readonly looked: number
  readonly changed: number
  /** Claims that people must look at, and why. */
  readonly stuck: readonly { readonly id: string; readonly problems: readonly Problem[] }[]
}

/** Claims computed anew in one go, at most. */
const mostAtOnce = 200

/**
 * Computes confirmed claims anew as of today, those decided longest ago first: what changed in the register, and what has
 * fallen due meanwhile, becomes arrears or money to come back. Each for itself: one that is stuck keeps back no other.
 */
export async function recomputeStale(
  service: ClaimService,
  { access, now }: { readonly access: Access; readonly now: Temporal.Instant },
): Promise<Recomputed> {
  const { register } = service.casework
  const rows = await withAccess(register, { access, births: true }, (tx) =>
    tx.query<{ id: string }>(
      `select c.id from payment.claim c
       join lateral (select max(d.decided_at) as at, bool_or(d.deviates and d.kind = 'confirmed') as by_people
         from payment.decision d where d.region = c.region and d.claim = c.id) last on true
       where c.region = $1 and c.decided = 'confirmed' and not last.by_people order by last.at, c.id limit $2`,
      [access.region, mostAtOnce],
    ),
  )
  let changed = 0
  const stuck: { readonly id: string; readonly problems: readonly Problem[] }[] = []
  for (const { id } of rows) {
    const outcome = await decideClaim(service, {
      access,
      claimId: id,
      deed: { kind: 'recompute', id: newId(now) },
      now,
    })
    if (!outcome.ok) stuck.push({ id, problems: outcome.problems })
    else if (outcome.what === 'done') changed++
  }
  return { looked: rows.length, changed, stuck }
}
