import type { Transaction } from '../database/statements.ts'
import type { Access } from './access.ts'

/** Chains 1 to 4 of a county hold its readings, so that readers seldom wait for one another. */
const readChains = 4

/** Writes down who looked at whom, for which purpose, in which case. */
export async function auditRead(
  tx: Transaction,
  entry: { readonly access: Access; readonly kind: string; readonly subject: string | null; readonly detail: unknown },
): Promise<void> {
  const { access, kind, subject, detail } = entry
  const { region, actor, purpose, caseId } = access
  const chain = 1 + (Number.parseInt(actor.slice(-4), 16) % readChains)
  await tx.query('select audit.append($1, $2, $3, $4, $5, $6, $7, $8)', [
    region,
    chain,
    kind,
    actor,
    subject,
    purpose,
    caseId,
    JSON.stringify(detail),
  ])
}
