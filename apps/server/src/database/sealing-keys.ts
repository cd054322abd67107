import { readFileSync } from 'node:fs'
import type { Secrets, SealingKey } from './secrets.ts'

type Sealing = Pick<Secrets, 'sealing' | 'later' | 'file'>

/** What was read again since the program began, by file: another program may have made a key meanwhile. */
const readAgain = new Map<string, readonly SealingKey[]>()

/** All sealing keys, oldest first. */
export function sealingKeys(secrets: Sealing): readonly [SealingKey, ...SealingKey[]] {
  const later = (secrets.file === undefined ? undefined : readAgain.get(secrets.file)) ?? secrets.later ?? []
  return [{ number: 1, key: secrets.sealing }, ...later]
}

/** The key that seals from now on. */
export function newestKey(secrets: Sealing): SealingKey {
  const [first, ...later] = sealingKeys(secrets)
  return later.at(-1) ?? first
}

/**
 * The key of a number; undefined: there is none, so the bytes are damaged or another house's. A number that is not known
 * yet is looked for in the file once more, so that a running service reads what `junheng keys` has just sealed anew.
 */
export function findSealingKey(secrets: Sealing, number: number): SealingKey | undefined {
  const known = sealingKeys(secrets).find((one) => one.number === number)
  if (known !== undefined || secrets.file === undefined || number < 2) return known
  const { later = [] } = JSON.parse(readFileSync(secrets.file, 'utf8')) as Secrets
  readAgain.set(secrets.file, later)
  return later.find((one) => one.number === number)
}
