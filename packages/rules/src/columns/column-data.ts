/** Facts of many households at once, as typed arrays. */

/** Booleans are 0/1, codes their place in their list, dates day numbers, money fen; see the table in `types.ts`. */
export type ColumnArray = Float64Array | Int32Array | Int16Array | Uint16Array | Int8Array | Uint8Array

export interface Column {
  /** One value a household or row. Where the value is missing it must be 0, never NaN. */
  readonly values: ColumnArray
  /** Not 0 where the value is missing; null when it is known for all, which makes generated code shorter. */
  readonly nulls: Uint8Array | null
}

/** The rows of one table for all households, in compressed form: household `h` has rows `offsets[h]` to `offsets[h + 1]`. */
export interface ChildColumns {
  /** One longer than the number of households; ascending. */
  readonly offsets: Int32Array
  /** Not 0 where nobody has said which rows there are; null when they are known for all. */
  readonly unknown: Uint8Array | null
}

export interface ColumnData {
  readonly households: number
  /** By the fact's full name, of the household or of a row. A fact without a column is missing for everyone. */
  readonly facts: ReadonlyMap<string, Column>
  /** By the table's name. A table that is not here is unknown for everyone. */
  readonly tables: ReadonlyMap<string, ChildColumns>
}
