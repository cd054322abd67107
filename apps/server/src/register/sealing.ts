import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { DomainError } from '@junheng/kernel'
import type { Seal } from '@junheng/register'
import { findSealingKey, newestKey } from '../database/sealing-keys.ts'
import type { Secrets } from '../database/secrets.ts'

const nonceBytes = 12
const tagBytes = 16

type Sealing = Pick<Secrets, 'sealing' | 'later' | 'file'>

/**
 * Hides a number: AES-256-GCM to read it again, HMAC-SHA-256 to find it again. The kind is bound into both. The first byte of
 * a cipher is the number of its key.
 */
export function makeSeal(secrets: Sealing & Pick<Secrets, 'finding'>): Seal {
  const newest = newestKey(secrets)
  const key = Buffer.from(newest.key, 'base64')
  return (kind, plain) => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(kind))
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    const sealed = Buffer.concat([Buffer.of(newest.number), nonce, cipher.getAuthTag(), body])
    return { hash: findingHash(secrets, kind, plain), cipher: sealed.toString('base64') }
  }
}

/** The keyed hash by which a whole number is found, base64. */
export function findingHash({ finding }: Pick<Secrets, 'finding'>, kind: string, plain: string): string {
  return createHmac('sha256', Buffer.from(finding, 'base64')).update(`${kind}\n${plain}`).digest('base64')
}

/** Reads what was sealed; throws DomainError `unreadable` when the key or the bytes are not the right ones. */
export function unseal(secrets: Sealing, kind: string, sealed: Buffer): string {
  try {
    const made = findSealingKey(secrets, sealed[0] ?? 0)
    if (made === undefined) throw new Error('unknown key')
    const nonce = sealed.subarray(1, 1 + nonceBytes)
    const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(made.key, 'base64'), nonce)
    decipher.setAAD(Buffer.from(kind)).setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    )
  } catch {
    throw new DomainError('unreadable', {
      text: {
        zh: '密文无法解开：密钥不对或数据损坏',
        en: 'The sealed value cannot be read: wrong key or damaged data',
      },
    })
  }
}
