import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Secrets } from '../database/secrets.ts'
import { openBytes, sealBytes } from '../register/sealed-bytes.ts'

/** JSON, compressed and sealed for the row that `bound` names. */
export function sealJson(secrets: Secrets, bound: string, value: unknown): Buffer {
  return sealBytes(secrets, { purpose: 'case', bound }, zstdCompressSync(JSON.stringify(value)))
}

/** What `sealJson` hid. Bytes that are not its own throw `unreadable`. */
export function openJson(secrets: Secrets, bound: string, sealed: Buffer): unknown {
  return JSON.parse(zstdDecompressSync(openBytes(secrets, { purpose: 'case', bound }, sealed)).toString('utf8'))
}

/** The rows that sealed values of a case lie in. */
export const boundTo = {
  state: (region: string, caseId: string) => `${region} ${caseId} state`,
  action: (region: string, caseId: string, seq: number) => `${region} ${caseId} action ${seq}`,
  delivery: (region: string, id: string) => `${region} delivery ${id}`,
}
