/** So many rows go into one statement; the rest into the next smaller ones, so that few statements have to be prepared. */
const sizes = [64, 16, 4, 1] as const

export interface InsertRows {
  /** With its schema. */
  readonly table: string
  /** Names without any need for quotes. */
  readonly columns: readonly string[]
  /** Values in the order of the columns. */
  readonly rows: readonly (readonly unknown[])[]
  /** What follows the values: ON CONFLICT, RETURNING. */
  readonly tail?: string
}

/**
 * Statements that insert rows by VALUES. Not INSERT … SELECT over one JSON text: Citus brings that in by COPY, which
 * row-level security does not allow.
 */
export function* insertStatements({
  table,
  columns,
  rows,
  tail = '',
}: InsertRows): Generator<{ readonly sql: string; readonly values: readonly unknown[] }> {
  let at = 0
  for (const size of sizes) {
    for (; rows.length - at >= size; at += size) {
      const lines = Array.from({ length: size }, (_, row) => {
        return `(${columns.map((_column, i) => `$${row * columns.length + i + 1}`).join(', ')})`
      })
      const sql = `insert into ${table} (${columns.join(', ')}) values ${lines.join(', ')}${tail === '' ? '' : ` ${tail}`}`
      yield { sql, values: rows.slice(at, at + size).flat() }
    }
  }
}
