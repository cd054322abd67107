import { answerOf, service } from '../api/service.ts'

/** Ten megabytes, as the service takes them. */
export const uploadLimitBytes = 10 * 1024 * 1024

const byEnding: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heif: 'image/heif',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/** What a file says it is; several phones leave the type of their own photos empty. */
export function claimedType({ name, type }: { readonly name: string; readonly type: string }): string {
  return type === '' ? (byEnding[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream') : type
}

export interface PaperOf {
  readonly item?: string
  readonly paper?: string
}

/** Sends a file of a case as its bytes: to the family's address or the desk's. */
export function uploadPaper(whose: 'my' | 'desk', id: string, { file, ...of }: PaperOf & { readonly file: File }) {
  const options = {
    params: { path: { id }, query: { type: claimedType(file), ...of } },
    headers: { 'content-type': 'application/octet-stream' },
    // The description says "binary", which its types call a string.
    body: file as unknown as string,
    bodySerializer: () => file,
  }
  return answerOf(
    whose === 'my'
      ? service.POST('/api/my/cases/{id}/documents', options)
      : service.POST('/api/cases/{id}/documents', options),
  )
}

export function paperAddress(whose: 'my' | 'desk', id: string, document: string): string {
  return `${whose === 'my' ? '/api/my/cases' : '/api/cases'}/${id}/documents/${document}`
}
