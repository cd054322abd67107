import { createHash } from 'node:crypto'

/** A UUID (version 8) that is always the same for the same words: a demonstration made twice has the same people. */
export function drawId(...words: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(['junheng demonstration', ...words].join('\n'))
    .digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.subarray(0, 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
