import mammoth from 'mammoth'
import { fileProblem, type FileProblem } from './file-problem.ts'

const most = 64 * 1024 * 1024

/** Sizes an archive's own directory states, read without unpacking; null when there is no directory. */
function directoryOf(bytes: Uint8Array): { names: string[]; unpacked: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < lowest) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const names: string[] = []
  let unpacked = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    unpacked += view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unpacked }
}

/** Text of a .docx, a line a paragraph. Sizes are checked before anything is unpacked. */
export async function wordText(bytes: Uint8Array): Promise<string | FileProblem> {
  const directory = directoryOf(bytes)
  if (directory === null) return fileProblem('damaged')
  if (!directory.names.includes('word/document.xml')) return fileProblem('not-word')
  if (directory.unpacked > most || directory.names.length > 2000) return fileProblem('zip-bomb')
  try {
    const buffer = bytes.slice().buffer
    const { value } = await mammoth.extractRawText({ arrayBuffer: buffer, buffer: bytes } as {
      arrayBuffer: ArrayBuffer
    })
    return value.replace(/\n\n+/g, '\n')
  } catch {
    return fileProblem('damaged')
  }
}
