import mammoth from 'mammoth'
import { fileProblem, type FileProblem } from './file-problem.ts'
import { unpacksWithin, zipDirectory } from './zip-directory.ts'

/** Bytes a Word file may unpack to. */
const most = 64 * 1024 * 1024

/** Text of a .docx, a line a paragraph. Sizes are checked before anything is unpacked. */
export async function wordText(bytes: Uint8Array): Promise<string | FileProblem> {
  const entries = zipDirectory(bytes)
  if (entries === null) return fileProblem('damaged')
  if (!entries.some(({ name }) => name === 'word/document.xml')) return fileProblem('not-word')
  if (entries.length > 2000 || !(await unpacksWithin(entries, most))) return fileProblem('zip-bomb')
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
