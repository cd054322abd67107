import type { Problem } from '@junheng/register'
import type { Transaction } from '../database/statements.ts'
import type { Access } from './access.ts'
import { auditChain } from './audit-chains.ts'
import { withPost } from './audit-read.ts'

/**
 * Writes down what was changed, or that it was tried in vain. Last of all: an entry holds its chain until COMMIT, and
 * everything that one department or the program does goes to one chain.
 */
export function auditWrite(
  tx: Pick<Transaction, 'postLast'>,
  entry: { readonly access: Access; readonly kind: string; readonly subject: string | null; readonly detail: object },
): void {
  const { access, kind, subject, detail } = entry
  const { region, actor, purpose, caseId } = access
  tx.postLast('select audit.append($1, $2, $3, $4, $5, $6, $7, $8)', [
    region,
    auditChain(actor, 'write'),
    kind,
    actor,
    subject,
    purpose,
    caseId,
    JSON.stringify(withPost(access, detail)),
  ])
}

/** Keeps that it was tried: which fields were wrong, never what stood in them. */
export function auditRejection(
  tx: Pick<Transaction, 'postLast'>,
  {
    access,
    problems,
    action,
  }: { readonly access: Access; readonly problems: readonly Problem[]; readonly action: string | null },
): void {
  const detail = { action, problems: problems.map(({ path, code }) => `${path}: ${code}`) }
  auditWrite(tx, { access, kind: 'rejected', subject: null, detail })
}
