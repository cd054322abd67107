import type { Column, ChildColumns, ColumnArray, ColumnData } from './column-data.ts'

export type ArrayKind = 'f64' | 'i32' | 'i16' | 'u16' | 'i8' | 'u8'

/** What a program may rely on about a column. The bounds are promises: `run` does not look at every value again. */
export interface ColumnShape {
  readonly array: ArrayKind
  readonly nullable: boolean
  readonly min: number
  readonly max: number
  /** Every value is a whole number. */
  readonly whole: boolean
}

export interface TableShape {
  readonly nullable: boolean
  /** The most rows any household has. */
  readonly maxRows: number
}

/** The shape of data is what code is generated for: which columns exist, may be missing, and how large values get. */
export interface DataShape {
  readonly facts: ReadonlyMap<string, ColumnShape>
  readonly tables: ReadonlyMap<string, TableShape>
}

/** The shape data has, from one pass over it; a program compiled for it may run on any data that is no wider. */
export function shapeOf(data: ColumnData): DataShape {
  return {
    facts: new Map([...data.facts].map(([name, column]) => [name, columnShape(column)])),
    tables: new Map([...data.tables].map(([name, table]) => [name, tableShape(table)])),
  }
}

export function arrayKind(values: ColumnArray): ArrayKind {
  if (values instanceof Float64Array) return 'f64'
  if (values instanceof Int32Array) return 'i32'
  if (values instanceof Int16Array) return 'i16'
  if (values instanceof Uint16Array) return 'u16'
  return values instanceof Int8Array ? 'i8' : 'u8'
}

function columnShape({ values, nulls }: Column): ColumnShape {
  let min = Infinity
  let max = -Infinity
  let whole = true
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
    if (whole && Math.floor(value) !== value) whole = false
  }
  const empty = values.length === 0
  return {
    array: arrayKind(values),
    nullable: nulls !== null,
    min: empty ? 0 : min,
    max: empty ? 0 : max,
    whole: whole && Number.isFinite(min) && Number.isFinite(max),
  }
}

function tableShape({ offsets, unknown }: ChildColumns): TableShape {
  let maxRows = 0
  for (let h = 1; h < offsets.length; h++) {
    const rows = (offsets[h] ?? 0) - (offsets[h - 1] ?? 0)
    if (rows > maxRows) maxRows = rows
  }
  return { nullable: unknown !== null, maxRows }
}
