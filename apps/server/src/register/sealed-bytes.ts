import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { DomainError } from '@junheng/kernel'
import type { Secrets } from '../database/secrets.ts'

/** What a sealed value is for: each has a key of its own, derived from the sealing key. */
export type SealPurpose = 'case' | 'document'

/** What a cipher belongs to. `bound`: the row it lies in, so that it cannot be moved to another. */
export interface SealedFor {
  readonly purpose: SealPurpose
  readonly bound: string
}

const version = 1
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM: version byte, nonce, tag, text. */
export function sealBytes(secrets: Pick<Secrets, 'sealing'>, { purpose, bound }: SealedFor, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secrets, purpose), nonce).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body])
}

/** Throws DomainError `unreadable` when key, row or bytes are not the right ones. */
export function openBytes(secrets: Pick<Secrets, 'sealing'>, { purpose, bound }: SealedFor, sealed: Buffer): Buffer {
  try {
    if (sealed[0] !== version) throw new Error('unknown version')
    const nonce = sealed.subarray(1, 1 + nonceBytes)
    const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secrets, purpose), nonce)
    decipher.setAAD(Buffer.from(bound)).setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
  } catch {
    throw new DomainError('unreadable', {
      text: {
        zh: '密文无法解开：密钥不对或数据损坏',
        en: 'The sealed value cannot be read: wrong key or damaged data',
      },
    })
  }
}

const keys = new Map<string, Buffer>()

/** Derived once: HKDF costs more than sealing a short text. */
function keyFor({ sealing }: Pick<Secrets, 'sealing'>, purpose: SealPurpose): Buffer {
  const name = `${purpose} ${sealing}`
  const known = keys.get(name)
  if (known !== undefined) return known
  const made = Buffer.from(hkdfSync('sha256', Buffer.from(sealing, 'base64'), '', `junheng ${purpose}`, 32))
  keys.set(name, made)
  return made
}
