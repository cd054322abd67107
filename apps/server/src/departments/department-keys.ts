import { hkdfSync } from 'node:crypto'
import type { Department } from '@junheng/connector'
import type { Secrets } from '../database/secrets.ts'

/**
 * The keys shared with a department, the one we sign with first: those of the secrets, else one derived from the finding
 * key, so that a service without settings has a key of its own for each. Two are in force while they are being changed.
 */
export function departmentKeys(
  secrets: Pick<Secrets, 'finding' | 'departments'>,
  department: Department,
): readonly Uint8Array[] {
  const own = secrets.departments?.[department]
  if (own !== undefined && own.length > 0) return own.map((key) => new Uint8Array(Buffer.from(key, 'base64')))
  return [
    new Uint8Array(
      hkdfSync('sha256', Buffer.from(secrets.finding, 'base64'), '', `junheng department ${department}`, 32),
    ),
  ]
}

/** The key we sign with. */
export function signingKey(secrets: Pick<Secrets, 'finding' | 'departments'>, department: Department): Uint8Array {
  const [first] = departmentKeys(secrets, department)
  if (first === undefined) throw new Error(`no key for ${department}`)
  return first
}
