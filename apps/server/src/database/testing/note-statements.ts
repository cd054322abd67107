import type pg from 'pg'
import { acrossCounties } from './across-counties.ts'

/** Notes the text of every statement that goes through a pool, but for transactions that lift the rule on purpose. */
export function noteStatements(pool: pg.Pool, note: (sql: string) => void): void {
  pool.on('connect', (client) => {
    let lifted = false
    // oxlint-disable-next-line typescript/unbound-method -- called with its own client, as before
    client.query = new Proxy(client.query, {
      apply: (query, self, sent: readonly unknown[]): unknown => {
        const sql = textOf(sent[0])
        if (sql.includes(acrossCounties)) lifted = true
        if (!lifted) note(sql)
        if (/^(commit|rollback)$/.test(sql)) lifted = false
        return Reflect.apply(query, self, sent)
      },
    })
  })
}

function textOf(sent: unknown): string {
  if (typeof sent === 'string') return sent
  return typeof sent === 'object' && sent !== null && 'text' in sent ? String(sent.text) : ''
}
