import type { Problem } from '@junheng/casework'
import { fileTypeFromBuffer } from 'file-type'
import { documentTypes } from './document-types.ts'

export type Sniffed = { readonly ok: true; readonly type: string } | { readonly ok: false; readonly problem: Problem }

/** What a file is by its own bytes, held against what it claims to be. */
export async function sniffDocument(bytes: Uint8Array, claimed: string): Promise<Sniffed> {
  const found = bytes.length === 0 ? undefined : await fileTypeFromBuffer(bytes)
  const type = found?.mime === 'image/heif' ? 'image/heic' : found?.mime
  if (type === undefined || documentTypes[type] === undefined) return { ok: false, problem: notTaken(type ?? null) }
  const claims = documentTypes[type] ?? []
  if (!claims.includes(claimed.toLowerCase())) return { ok: false, problem: lies(claimed, type) }
  return { ok: true, type }
}

function notTaken(type: string | null): Problem {
  return {
    path: 'content',
    code: 'type-not-taken',
    message: {
      zh: type === null ? '认不出这个文件的类型' : `文件其实是 ${type}，不收这种文件`,
      en: type === null ? 'The type of this file is not recognised' : `The file is ${type}, which is not taken`,
    },
  }
}

function lies(claimed: string, type: string): Problem {
  const shown = /^[\w./+-]{1,100}$/.test(claimed) ? claimed : '?'
  return {
    path: 'type',
    code: 'type-differs',
    message: {
      zh: `声明的类型是 ${shown}，内容其实是 ${type}`,
      en: `It claims to be ${shown}, but its content is ${type}`,
    },
  }
}
