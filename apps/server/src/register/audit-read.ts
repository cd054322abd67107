import type { Transaction } from '../database/statements.ts'
import type { Access } from './access.ts'
import { auditChain } from './audit-chains.ts'

/** Writes down who looked at whom, for which purpose, in which case. */
export function auditRead(
  tx: Pick<Transaction, 'post'>,
  entry: { readonly access: Access; readonly kind: string; readonly subject: string | null; readonly detail: object },
): void {
  const { access, kind, subject, detail } = entry
  const { region, actor, purpose, caseId } = access
  tx.post('select audit.append($1, $2, $3, $4, $5, $6, $7, $8)', [
    region,
    auditChain(actor, 'read'),
    kind,
    actor,
    subject,
    purpose,
    caseId,
    JSON.stringify(withPost(access, detail)),
  ])
}

/** The post acted from belongs to what happened: people read "who looked, from which post". */
export function withPost({ post }: Access, detail: object): object {
  return post === undefined || post === null ? detail : { ...detail, post }
}
