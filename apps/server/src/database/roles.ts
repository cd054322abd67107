import { escapeLiteral, type ClientBase } from 'pg'
import type { Secrets } from './secrets.ts'

/** Lets the app and the auditor in with the passwords of the secrets; needs the right to alter these roles. */
export async function setRolePasswords(client: ClientBase, { app, auditor }: Secrets): Promise<void> {
  for (const [role, password] of [
    ['junheng_app', app],
    ['junheng_auditor', auditor],
  ] as const) {
    await client.query(`alter role ${role} with login password ${escapeLiteral(password)}`)
  }
}
