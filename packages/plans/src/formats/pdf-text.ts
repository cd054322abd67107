import { getDocumentProxy } from 'unpdf'
import { fileProblem, type FileProblem } from './file-problem.ts'

interface Piece {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly height: number
  readonly width: number
}

/** Text of a PDF: pieces joined to lines by their height on the page, lines joined to paragraphs by their indent. */
export async function pdfText(bytes: Uint8Array): Promise<string | FileProblem> {
  try {
    const pdf = await getDocumentProxy(bytes.slice())
    const lines: string[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, 500); number += 1) {
      const page = await pdf.getPage(number)
      const content = await page.getTextContent()
      const pieces = content.items.flatMap((item): Piece[] =>
        'str' in item && item.str !== ''
          ? [
              {
                str: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                height: item.height,
                width: item.width,
              },
            ]
          : [],
      )
      lines.push(...paragraphsOf(pieces))
    }
    const text = lines.join('\n')
    return text.replace(/\s/g, '').length < 20 ? fileProblem('pdf-scanned') : text
  } catch (error) {
    return fileProblem(error instanceof Error && error.name === 'PasswordException' ? 'pdf-encrypted' : 'damaged')
  }
}

function paragraphsOf(pieces: readonly Piece[]): readonly string[] {
  const rows: { y: number; x: number; right: number; text: string }[] = []
  for (const piece of pieces) {
    const row = rows[rows.length - 1]
    if (row && Math.abs(row.y - piece.y) < Math.max(2, piece.height / 2)) {
      row.text += piece.str
      row.right = Math.max(row.right, piece.x + piece.width)
    } else rows.push({ y: piece.y, x: piece.x, right: piece.x + piece.width, text: piece.str })
  }
  // Page numbers stand alone: — 3 —, - 3 -, 3.
  const body = rows.filter((row) => !/^[-—－\s]*\d{1,3}[-—－\s]*$/.test(row.text))
  const left = Math.min(...body.map((row) => row.x))
  const right = Math.max(...body.map((row) => row.right))
  const paragraphs: string[] = []
  let open = false
  for (const row of body) {
    const indented = row.x > left + 12
    const full = row.right > right - 40
    if (open && !indented) paragraphs[paragraphs.length - 1] += row.text.trim()
    else paragraphs.push(row.text.trim())
    open = full
  }
  return paragraphs
}
