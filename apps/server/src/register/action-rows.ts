import type { Transaction } from '../database/statements.ts'
import type { Access } from './access.ts'

/** What an accepted action was answered with: the facts of one command, or how many commands an import had. */
export interface ActionResult {
  readonly facts?: readonly string[]
  readonly commands?: number
}

/** An accepted action by its id: what was sent (its digest, base64), and what was answered. */
export async function findAction(
  tx: Transaction,
  { region, id }: { readonly region: string; readonly id: string },
): Promise<{ readonly digest: string; readonly result: ActionResult } | undefined> {
  const [row] = await tx.query<{ digest: string; result: ActionResult }>(
    `select encode(digest, 'base64') as digest, result from register.action where region = $1 and id = $2`,
    [region, id],
  )
  return row
}

/** Digest: base64. At: instant. */
export function insertAction(
  tx: Pick<Transaction, 'post'>,
  {
    action: { region, id, kind, digest },
    access: { actor, purpose, caseId },
    at,
    result,
  }: {
    readonly action: { readonly region: string; readonly id: string; readonly kind: string; readonly digest: string }
    readonly access: Access
    readonly at: string
    readonly result: ActionResult
  },
): void {
  tx.post(
    `insert into register.action (region, id, kind, digest, actor, purpose, case_id, at, result)
     values ($1, $2, $3, decode($4, 'base64'), $5, $6, $7, $8, $9)`,
    [region, id, kind, digest, actor, purpose, caseId, at, JSON.stringify(result)],
  )
}

/** Tells others, once the transaction is committed. */
export function postMessage(
  tx: Pick<Transaction, 'post'>,
  message: {
    readonly region: string
    readonly id: string
    readonly topic: string
    readonly body: unknown
    readonly at: string
  },
): void {
  const { region, id, topic, body, at } = message
  tx.post('insert into register.outbox (region, id, topic, body, created_at) values ($1, $2, $3, $4, $5)', [
    region,
    id,
    topic,
    JSON.stringify(body),
    at,
  ])
}
