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

/** Rows that name their columns, all the same ones in the same order. */
export function rowsOf(table: string, rows: readonly Readonly<Record<string, unknown>>[]): InsertRows {
  const columns = Object.keys(rows[0] ?? {})
  return { table, columns, rows: rows.map((row) => columns.map((column) => row[column])) }
}

/** A statement with its values. */
export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/**
 * Statements that insert rows. `bulk`: all by one JSON text, which takes half the time of VALUES for many rows; Citus
 * brings in such a statement by COPY, which row-level security does not allow, so there it is VALUES always.
 */
export function* insertStatements(insert: InsertRows, bulk = false): Generator<Statement> {
  const { table, columns, rows, tail = '' } = insert
  const into = `insert into ${table} (${columns.join(', ')})`
  const end = tail === '' ? '' : ` ${tail}`
  if (bulk) {
    if (rows.length === 0) return
    const from = `select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)`
    const named = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, asJson(row[i])])))
    yield { sql: `${into} ${from}${end}`, values: [JSON.stringify(named)] }
    return
  }
  let at = 0
  for (const size of sizes) {
    for (; rows.length - at >= size; at += size) {
      const lines = Array.from({ length: size }, (_, row) => {
        return `(${columns.map((_column, i) => `$${row * columns.length + i + 1}`).join(', ')})`
      })
      yield { sql: `${into} values ${lines.join(', ')}${end}`, values: rows.slice(at, at + size).flat() }
    }
  }
}

/** Bytes as PostgreSQL reads them from text. */
function asJson(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
}
