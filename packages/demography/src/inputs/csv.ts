/** A table read from comma-separated text; `line` is the row's line in the file, the header being line 1. */
export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/**
 * Reads RFC 4180 text: quoted cells, doubled quotes, a byte-order mark, any line ends. Blank lines are passed over. Where the
 * header has no comma, semicolons or tabs separate the cells, as spreadsheets of some countries write them.
 */
export function parseCsv(text: string): CsvTable {
  const rows: { line: number; cells: readonly string[] }[] = []
  let line = 1
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let startLine = 1
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const separator = separatorOf(body.slice(0, body.search(/\r|\n|$/)))
  const endCell = (): void => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (cells.some((value) => value !== '')) rows.push({ line: startLine, cells })
    cells = []
    startLine = line + 1
  }
  for (let at = 0; at < body.length; at++) {
    const sign = body[at] ?? ''
    if (quoted) {
      if (sign === '\n') line += 1
      if (sign !== '"') cell += sign
      else if (body[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') {
      endRow()
      line += 1
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  const [header, ...rest] = rows
  return { header: header?.cells ?? [], rows: rest }
}

function separatorOf(header: string): string {
  if (header.includes(',')) return ','
  return [';', '\t'].find((sign) => header.includes(sign)) ?? ','
}
