import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { DomainError } from '@junheng/kernel'
import { findSealingKey, newestKey } from '../database/sealing-keys.ts'
import type { SealingKey, Secrets } from '../database/secrets.ts'

/** What a sealed value is for: each has a key of its own, derived from the sealing key. */
export type SealPurpose = 'case' | 'document'

/** What a cipher belongs to. `bound`: the row it lies in, so that it cannot be moved to another. */
export interface SealedFor {
  readonly purpose: SealPurpose
  readonly bound: string
}

type Sealing = Pick<Secrets, 'sealing' | 'later' | 'file'>
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM: number of the key, nonce, tag, text. */
export function sealBytes(secrets: Sealing, { purpose, bound }: SealedFor, plain: Uint8Array): Buffer {
  const newest = newestKey(secrets)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(newest, purpose), nonce).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(newest.number), nonce, cipher.getAuthTag(), body])
}

/** Throws DomainError `unreadable` when key, row or bytes are not the right ones. */
export function openBytes(secrets: Sealing, { purpose, bound }: SealedFor, sealed: Buffer): Buffer {
  try {
    const made = findSealingKey(secrets, sealed[0] ?? 0)
    if (made === undefined) throw new Error('unknown key')
    const nonce = sealed.subarray(1, 1 + nonceBytes)
    const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
    const decipher = createDecipheriv('aes-256-gcm', keyFor(made, purpose), nonce)
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
function keyFor({ key }: SealingKey, purpose: SealPurpose): Buffer {
  const name = `${purpose} ${key}`
  const known = keys.get(name)
  if (known !== undefined) return known
  const made = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', `junheng ${purpose}`, 32))
  keys.set(name, made)
  return made
}
