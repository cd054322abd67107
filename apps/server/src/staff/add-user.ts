import { randomUUID } from 'node:crypto'
import type { Reader } from '../database/statements.ts'

export interface NewStaffUser {
  readonly id?: string
  readonly name: string
  /** Lower case letters, figures, `.`, `_`, `-`; 2 to 40. */
  readonly username: string
  readonly region: string
  /** argon2id, of hashPassword; null: cannot sign in by password. */
  readonly passwordHash: string | null
  readonly phone: { readonly hash: string; readonly masked: string } | null
}

/** Adds somebody who works here, without any post; returns the id. Throws 23505 where the name or phone is taken. */
export async function addStaffUser(tx: Reader, user: NewStaffUser): Promise<string> {
  const id = user.id ?? randomUUID()
  await tx.query(
    `insert into auth.user (id, name, email, username, display_username, kind, region, phone_hash, phone_masked)
     values ($1::uuid, $2, $1::uuid || '@staff.invalid', $3, $3, 'staff', $4, $5, $6)`,
    [id, user.name, user.username, user.region, user.phone?.hash ?? null, user.phone?.masked ?? null],
  )
  if (user.passwordHash !== null) {
    await tx.query(
      `insert into auth.account (account_id, provider_id, user_id, password) values ($1::uuid::text, 'credential', $1::uuid, $2)`,
      [id, user.passwordHash],
    )
  }
  return id
}
