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
      zh: type === null ? '认不出这是什么文件' : `打开来是${kindOf(type).zh}，不收这种文件`,
      en:
        type === null
          ? 'It is not recognised what this file is'
          : `Inside it is ${kindOf(type).en}, which is not taken`,
    },
  }
}

function lies(claimed: string, type: string): Problem {
  const [says, is] = [kindOf(claimed), kindOf(type)]
  return {
    path: 'type',
    code: 'type-differs',
    message: {
      zh: `名字上说是${says.zh}，打开来却是${is.zh}`,
      en: `By its name it is ${says.en}, but inside it is ${is.en}`,
    },
  }
}

/** A kind of file in plain words: families read this. */
function kindOf(type: string): Problem['message'] {
  const [, family = '', kind = ''] = /^([a-z]+)\/([\w.+-]{1,100})$/.exec(type.toLowerCase()) ?? []
  if (family === 'image') return { zh: `${kind.toUpperCase()} 图片`, en: `a ${kind.toUpperCase()} picture` }
  if (kind === 'pdf') return { zh: ' PDF ', en: 'a PDF' }
  return ['video', 'audio'].includes(family)
    ? { zh: '音频或视频', en: 'sound or video' }
    : { zh: '别的文件', en: 'another kind of file' }
}
