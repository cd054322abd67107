import type { Context } from 'hono'
import { Refusal } from '../edge/refusal.ts'
import type { Access } from '../register/access.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { requireAbility, requireStaff, type StaffSession } from '../sign-in/session.ts'
import { accessFrom } from '../staff/own-posts.ts'
import type { Ability } from '../staff/post-kinds.ts'
import type { ClaimService } from './claim-service.ts'

/** Throws Refusal `not-ready` where this service keeps no claims (yet). */
export function getClaimService(c: Context<OfficeEnv>): ClaimService {
  const { claims } = c.get('office')
  if (claims === null) throw new Refusal('not-ready')
  return claims
}

/** Staff whose post has one of these abilities, and their access to cases. A refusal is on the audit chain. */
export async function claimDesk(
  c: Context<OfficeEnv>,
  abilities: readonly [Ability, ...Ability[]],
  caseId: string | null = null,
): Promise<{ readonly service: ClaimService; readonly access: Access; readonly session: StaffSession }> {
  const { activePost } = await requireStaff(c)
  const own = abilities.find((ability) => activePost.abilities.includes(ability)) ?? abilities[0]
  const session = await requireAbility(c, own)
  const access = accessFrom(session.activePost, { actor: session.user.id, purpose: 'casework', caseId })
  return { service: getClaimService(c), access, session }
}

/** Every post that works on claims or their money. */
export const anyDesk = ['decide-claims', 'check-claims', 'prepare-payments', 'approve-payments'] as const
