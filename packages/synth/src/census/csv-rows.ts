/** The rows of a CSV text with the line each begins on; a quoted cell may hold commas, quotes and line ends. */
export function* csvRows(text: string): Generator<{ readonly line: number; readonly cells: readonly string[] }> {
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let start = 1
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at <= text.length; at++) {
    const sign = text[at]
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"' && sign !== undefined) cell += sign
      else if (sign === '"' && text[at + 1] === '"') cell += text[++at] ?? ''
      else quoted = false
    } else if (sign === '"') {
      quoted = true
    } else if (sign === ',') {
      cells.push(cell.trim())
      cell = ''
    } else if (sign === '\n' || sign === undefined) {
      cells.push(cell.trim())
      if (cells.length > 1 || cell.trim() !== '') yield { line: start, cells }
      cells = []
      cell = ''
      start = line
    } else {
      cell += sign
    }
  }
}
