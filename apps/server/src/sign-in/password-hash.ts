import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagBytes = 32

/** A password as it is kept: PHC text of argon2id with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await tagOf(password, { salt, ...cost })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`
}

/** Whether this is the password; false also for a hash that is none. */
export async function verifyPassword({
  hash,
  password,
}: {
  readonly hash: string
  readonly password: string
}): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (match === null) return false
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  const kept = Buffer.from(tag, 'base64')
  const given = await tagOf(password, {
    salt: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return kept.length === given.length && timingSafeEqual(kept, given)
}

interface Parameters {
  readonly salt: Buffer
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

function tagOf(password: string, { salt, memory, passes, parallelism }: Parameters): Promise<Buffer> {
  // Typed the same on every keyboard: the composed form.
  const message = Buffer.from(password.normalize('NFKC'))
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: tagBytes })
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
