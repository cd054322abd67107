import { setTimeout as pause } from 'node:timers/promises'
import { escapeLiteral, type ClientBase } from 'pg'
import type { Secrets } from './secrets.ts'

/** More tries than any number of programs that start at the same moment would need. */
const tries = 20

/**
 * Lets the app and the auditor in with the passwords of the secrets; needs the right to alter these roles. The service sends
 * few statements often, each along an index of its own: a plan is made once a connection and not anew for each value, which
 * takes longer than running it and, where half the county bears one surname, chooses to read them all. On Citus each database
 * says otherwise for itself (`distribute`).
 */
export async function setRolePasswords(client: ClientBase, { app, auditor }: Secrets): Promise<void> {
  for (const [role, password] of [
    ['junheng_app', app],
    ['junheng_auditor', auditor],
  ] as const) {
    await alterRole(client, `alter role ${role} with login password ${escapeLiteral(password)}`)
  }
  await alterRole(client, `alter role junheng_app set plan_cache_mode = 'force_generic_plan'`)
}

/**
 * Roles belong to the whole server, so no lock of one database keeps two programs apart: PostgreSQL tells the later
 * one "tuple concurrently updated" (XX000), and it has only to say it again.
 */
async function alterRole(client: ClientBase, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(sql)
      return
    } catch (error) {
      const concurrent = (error as { code?: string }).code === 'XX000' && /concurrently/.test(String(error))
      if (!concurrent || attempt === tries) throw error
      await pause(5 * attempt)
    }
  }
}
