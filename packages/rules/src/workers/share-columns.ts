import type { ChildColumns, Column, ColumnArray, ColumnData } from '../columns/column-data.ts'

/** The same columns in memory that threads share; columns that are there already are not copied. */
export function shareColumns({ households, facts, tables }: ColumnData): ColumnData {
  return {
    households,
    facts: new Map([...facts].map(([name, column]): [string, Column] => [name, shareColumn(column)])),
    tables: new Map([...tables].map(([name, table]): [string, ChildColumns] => [name, shareTable(table)])),
  }
}

function shareColumn({ values, nulls }: Column): Column {
  return { values: shared(values), nulls: nulls === null ? null : shared(nulls) }
}

function shareTable({ offsets, unknown }: ChildColumns): ChildColumns {
  return { offsets: shared(offsets), unknown: unknown === null ? null : shared(unknown) }
}

function shared<T extends ColumnArray>(array: T): T {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const copy = Reflect.construct(array.constructor, [new SharedArrayBuffer(array.byteLength)]) as T
  copy.set(array)
  return copy
}
