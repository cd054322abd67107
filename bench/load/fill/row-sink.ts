import type { Transaction } from '../../../apps/server/src/database/statements.ts'
import { copyText } from './copy-text.ts'
import type { TableFiles } from './table-files.ts'

/**
 * Stands where the service's code expects a transaction and catches the rows that it inserts by VALUES. Nothing is there
 * yet for whoever asks, and an insert that returns its rows returns them all: what is filled is filled once, into nothing.
 */
export function rowSink(files: TableFiles): Transaction {
  const forms = new Map<string, { readonly table: string; readonly columns: readonly string[] } | null>()
  const take = (sql: string, values: readonly unknown[]): readonly Record<string, unknown>[] => {
    let form = forms.get(sql)
    if (form === undefined) {
      form = readInsert(sql)
      forms.set(sql, form)
    }
    if (form === null) throw new Error(`the filler knows no way to do: ${sql.slice(0, 80)}`)
    const { table, columns } = form
    const names = columns.join(', ')
    const rows: Record<string, unknown>[] = []
    for (let at = 0; at < values.length; at += columns.length) {
      const row = values.slice(at, at + columns.length)
      files.add(table, names, row.map(copyText).join('\t'))
      if (sql.includes(' returning ')) rows.push(Object.fromEntries(columns.map((name, i) => [name, row[i]])))
    }
    return rows
  }
  return {
    inTransaction: true,
    post: (sql, values = []) => void take(sql, values),
    postLast: (sql, values = []) => void take(sql, values),
    query: async <T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []) =>
      sql.startsWith('select') ? [] : (take(sql, values) as readonly T[]),
  }
}

function readInsert(sql: string): { readonly table: string; readonly columns: readonly string[] } | null {
  const found = /^insert into ([a-z_.]+) \(([a-z_, ]+)\) values \(\$1/.exec(sql)
  return found === null ? null : { table: found[1] ?? '', columns: (found[2] ?? '').split(', ') }
}
