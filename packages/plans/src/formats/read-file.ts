import { fileProblem, type FileProblem } from './file-problem.ts'
import { htmlText, looksLikeHtml } from './html-text.ts'
import { decodeText } from './text-encoding.ts'

export type FileFormat = 'text' | 'html' | 'docx' | 'pdf'

export type FileText =
  | { readonly ok: true; readonly text: string; readonly format: FileFormat }
  | { readonly ok: false; readonly problem: FileProblem }

/** Largest file read, in bytes. */
export const largestFile = 20 * 1024 * 1024

/**
 * The text of a plan's file. What it is shows from its bytes, never from its name. Never throws.
 * Word and PDF readers are loaded only when such a file comes.
 */
export async function readFile(bytes: Uint8Array): Promise<FileText> {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > largestFile) return refuse('too-large')
  const begins = (...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46)) return accept('pdf', await (await import('./pdf-text.ts')).pdfText(bytes))
  if (begins(0x50, 0x4b, 0x03, 0x04)) return accept('docx', await (await import('./word-text.ts')).wordText(bytes))
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return refuse('old-word')
  const marked = begins(0xff, 0xfe) || begins(0xfe, 0xff)
  if (!marked && bytes.subarray(0, 8192).includes(0)) return refuse('binary')
  const text = decodeText(bytes)
  if (text === null) return refuse('encoding')
  if (text.trim() === '') return refuse('empty')
  return looksLikeHtml(text) ? accept('html', htmlText(text)) : accept('text', text)
}

function refuse(code: Parameters<typeof fileProblem>[0]): FileText {
  return { ok: false, problem: fileProblem(code) }
}

function accept(format: FileFormat, text: string | FileProblem): FileText {
  if (typeof text !== 'string') return { ok: false, problem: text }
  return text.trim() === '' ? refuse('empty') : { ok: true, text, format }
}
