import type { Line } from '../text/line.ts'

/** The cells of one row of a table, or a single line of running text. */
export type Row = readonly Line[]

/** Lines as the rows they stand in. */
export function rowsOf(lines: readonly Line[]): readonly Row[] {
  const rows: Line[][] = []
  for (const line of lines) {
    if (line.text === '') continue
    const open = rows.at(-1)
    if (line.cell && open?.[0]?.cell && open[0].rows[0] === line.rows[0]) open.push(line)
    else rows.push([line])
  }
  return rows
}

/** How many cells a row has, empty ones too. */
export const widthOf = (row: Row): number => row[0]?.column?.of ?? 0
