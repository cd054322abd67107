import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What must be known to open the database and to read what is encrypted in it. The file never enters a backup of the
 * database: who finds one of the two can do nothing with it. Losing `sealing` loses identity and phone numbers.
 */
export interface Secrets {
  readonly superuser: string
  readonly app: string
  readonly auditor: string
  /** 32 bytes, base64: encrypts numbers (AES-256-GCM). Key number 1; sign-in is derived from it too. */
  readonly sealing: string
  /** Sealing keys made later by `junheng keys rotate`, the newest last; older ones still open what they sealed. */
  readonly later?: readonly SealingKey[]
  /** 32 bytes, base64: finds numbers again by their keyed hash (HMAC-SHA-256). */
  readonly finding: string
  /** Keys shared with departments, base64, the newest first; absent: derived (see department-keys.ts). */
  readonly departments?: Readonly<Record<string, readonly string[]>>
  /** Where they were read; absent: they came from elsewhere. */
  readonly file?: string
}

/** A sealing key; its number is the first byte of what it sealed. */
export interface SealingKey {
  /** 2 to 255. */
  readonly number: number
  /** 32 bytes, base64. */
  readonly key: string
}

/** The secrets of a database home, made by chance the first time; readable by this user only. */
export async function readSecrets(home: string): Promise<Secrets> {
  const folder = join(home, 'keys')
  const file = process.env['JUNHENG_SECRETS'] ?? join(folder, 'secrets.json')
  const found = await readFile(file, 'utf8').catch(() => undefined)
  if (found !== undefined) return { ...(JSON.parse(found) as Secrets), file }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const word = () => randomBytes(24).toString('base64url')
  const key = () => randomBytes(32).toString('base64')
  const secrets: Secrets = { superuser: word(), app: word(), auditor: word(), sealing: key(), finding: key() }
  // Written whole and then linked into place: two processes that start at once agree on the first one's.
  const making = join(folder, `secrets.${process.pid}`)
  await writeFile(making, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await link(making, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(making)
  return { ...(JSON.parse(await readFile(file, 'utf8')) as Secrets), file }
}
