import { drawId } from '../../../apps/server/src/demonstration/draw-id.ts'
import { auditChain } from '../../../apps/server/src/register/audit-chains.ts'

/**
 * Audit chains are hashed one entry after the other, so each of the programs that fill at the same time has chains of its
 * own: who acts in its rows is drawn until their chain is one of these. The departments' chains are 17 to 23.
 */
function actorOnChain(name: string, chain: number): string {
  for (let at = 0; ; at++) {
    const id = drawId('bench', name, at)
    if (auditChain(id, 'write') === chain) return id
  }
}

/** Who is written down as having brought the people in: the program of an import. */
export const importer = actorOnChain('importing program', 25)
/** Works at the desk of the health bureau on births. */
export const birthClerk = actorOnChain('birth clerk', 24)
/** Work at the desk on registrations, each with a chain of their own. */
export const registrationClerks: readonly string[] = [26, 27, 28, 29, 30, 31, 32].map((chain) =>
  actorOnChain('registration clerk', chain),
)
