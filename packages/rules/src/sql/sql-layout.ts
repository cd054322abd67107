import type { Dictionary } from '../types.ts'

/** Which tables and columns hold the facts. All names are quoted when they are used, so any text will do. */
export interface SqlLayout {
  /** One row a household. */
  readonly households: { readonly table: string; readonly key: string }
  /** One row a row, by the table's name in the dictionary. */
  readonly tables: ReadonlyMap<string, SqlTable>
  /** The column of a fact, in the table of the households or of its rows. */
  readonly column: (fact: string) => string
}

export interface SqlTable {
  readonly table: string
  /** Column with the household's key. */
  readonly parent: string
  /** Column that numbers the rows of a household, from 0. */
  readonly order: string
  /** Boolean column of the households: whether the rows are known. Null: they always are. */
  readonly known: string | null
}

/** The plain layout: tables and columns named as in the dictionary. */
export function plainLayout(dictionary: Dictionary): SqlLayout {
  return {
    households: { table: 'households', key: 'id' },
    tables: new Map(
      [...dictionary.tables.keys()].map((name) => [
        name,
        { table: name, parent: 'household', order: 'row', known: `${name} known` },
      ]),
    ),
    column: (fact) => fact,
  }
}
