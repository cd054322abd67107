import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { DomainError } from '@junheng/kernel'
import type { Seal } from '@junheng/register'
import type { Secrets } from '../database/secrets.ts'

/** First byte of a cipher: which key and method made it, so that both can be changed later. */
const version = 1
const nonceBytes = 12
const tagBytes = 16

/** Hides a number: AES-256-GCM to read it again, HMAC-SHA-256 to find it again. The kind is bound into both. */
export function makeSeal(secrets: Pick<Secrets, 'sealing' | 'finding'>): Seal {
  const key = Buffer.from(secrets.sealing, 'base64')
  return (kind, plain) => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(kind))
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    const sealed = Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body])
    return { hash: findingHash(secrets, kind, plain), cipher: sealed.toString('base64') }
  }
}

/** The keyed hash by which a whole number is found, base64. */
export function findingHash({ finding }: Pick<Secrets, 'finding'>, kind: string, plain: string): string {
  return createHmac('sha256', Buffer.from(finding, 'base64')).update(`${kind}\n${plain}`).digest('base64')
}

/** Reads what was sealed; throws DomainError `unreadable` when the key or the bytes are not the right ones. */
export function unseal({ sealing }: Pick<Secrets, 'sealing'>, kind: string, sealed: Buffer): string {
  try {
    if (sealed[0] !== version) throw new Error('unknown version')
    const nonce = sealed.subarray(1, 1 + nonceBytes)
    const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(sealing, 'base64'), nonce)
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
