import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { DomainError } from '@junheng/kernel'
import { sealingKeys } from '../sealing-keys.ts'
import type { Secrets, SealingKey } from '../secrets.ts'

/** The first byte of a cipher holds no more. */
const highest = 255

/**
 * Adds a sealing key to the file of the secrets and returns them with it. What older keys sealed is still read by them.
 * The file is replaced whole, never half. Throws `no-secrets-file`, `secrets-unwritable`, `no-key-number`.
 */
export async function addSealingKey(
  secrets: Secrets,
): Promise<{ readonly secrets: Secrets; readonly made: SealingKey }> {
  const { file } = secrets
  if (file === undefined) throw new DomainError('no-secrets-file', { text: noFile })
  // Read anew: what is written must hold whatever came in since.
  const kept = JSON.parse(await readFile(file, 'utf8')) as Secrets
  const number = Math.max(...sealingKeys({ ...kept, file: '' }).map((one) => one.number)) + 1
  if (number > highest) throw new DomainError('no-key-number', { text: noNumber })
  const made = { number, key: randomBytes(32).toString('base64') }
  const next = { ...kept, later: [...(kept.later ?? []), made] }
  const making = `${file}.${process.pid}`
  try {
    await writeFile(making, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 })
    await rename(making, file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new DomainError('secrets-unwritable', {
      text: {
        zh: `密钥文件不能改写（${code}）：${file}；什么都没有变`,
        en: `the file of keys cannot be written (${code}): ${file}; nothing was changed`,
      },
    })
  }
  return { secrets: { ...next, file }, made }
}

const noFile = { zh: '密钥不是从文件读的，不能轮换', en: 'the keys were not read from a file and cannot be rotated' }
const noNumber = { zh: '密钥编号用完了（255 个）', en: 'all 255 numbers of keys are used' }
