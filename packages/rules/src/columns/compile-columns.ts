import * as kernel from '@junheng/kernel'
import type { Column, ColumnArray, ColumnData } from './column-data.ts'
import type { ArrayKind } from './column-shape.ts'
import { generateColumns, type ColumnOptions, type GeneratedColumns } from './generate-columns.ts'
import { collectInputs } from './inputs.ts'
import type { OutputShape } from './output-code.ts'

/** Households `from` (0) up to but without `to` (all). */
export interface RunRange {
  readonly from?: number
  readonly to?: number
  /** Columns to write into, from their first place on; new ones when left out. */
  readonly into?: OutputColumns
}

export type OutputColumns = ReadonlyMap<string, Column>

export interface ColumnProgram {
  readonly generated: GeneratedColumns
  /** Columns for so many results. */
  readonly allocate: (length: number) => OutputColumns
  /**
   * One value a household, or a row where the program's scope is a table, for each output.
   *
   * @throws DomainError `column-mismatch`
   */
  readonly run: (data: ColumnData, range?: RunRange) => OutputColumns
}

type Body = (
  inputs: readonly ColumnArray[],
  outputs: readonly (ColumnArray | null)[],
  k: typeof kernel,
  from: number,
  to: number,
  base: number,
) => void

/** With several loops each takes a block in turn, so that the columns they share stay in the processor's cache. */
const BLOCK = 4096

/**
 * Compiles bound expressions into one fused loop over typed arrays; see `generateColumns`. Needs `new Function`, so it
 * is for Node only: a browser's content security policy forbids it, and no page needs it.
 */
export function compileColumns(options: ColumnOptions): ColumnProgram {
  return loadColumns(generateColumns(options))
}

/** Makes generated code runnable, in this thread or in a worker. */
export function loadColumns(generated: GeneratedColumns): ColumnProgram {
  const { bodies, inputs, outputs, scope, shape } = generated
  // The text comes from generateColumns, which writes nothing of a pack's own text into it.
  // oxlint-disable-next-line no-implied-eval, no-new-func
  const functions = bodies.map((body) => new Function('c', 'o', 'k', 'from', 'to', 'base', body) as Body)
  const allocate = (length: number): OutputColumns => allocateColumns(outputs, length)

  function run(data: ColumnData, { from = 0, to = data.households, into }: RunRange = {}): OutputColumns {
    const arrays = collectInputs(inputs, data, shape)
    const first = resultIndex(data, scope.row, from)
    const columns = into ?? allocate(resultIndex(data, scope.row, to) - first)
    const results = outputs.flatMap(({ name }) => {
      const column = columns.get(name)
      return [column?.values ?? null, column?.nulls ?? null]
    })
    const step = functions.length === 1 ? to - from : BLOCK
    for (let start = from; start < to; start += step) {
      const end = Math.min(start + step, to)
      for (const body of functions) body(arrays, results, kernel, start, end, first)
    }
    return columns
  }

  return { generated, allocate, run }
}

/** Where the results of household `h` begin. */
export function resultIndex(data: ColumnData, table: string | null, h: number): number {
  return table === null ? h : (data.tables.get(table)?.offsets[h] ?? 0)
}

/** New columns; `buffer` makes their memory, e.g. shared between threads. */
export function allocateColumns(
  outputs: readonly OutputShape[],
  length: number,
  buffer: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): OutputColumns {
  return new Map(
    outputs.map(({ name, array, nullable }) => [
      name,
      { values: newArray(array, length, buffer), nulls: nullable ? new Uint8Array(buffer(length)) : null },
    ]),
  )
}

function newArray(kind: ArrayKind, length: number, buffer: (bytes: number) => ArrayBufferLike): ColumnArray {
  switch (kind) {
    case 'f64':
      return new Float64Array(buffer(length * 8))
    case 'i32':
      return new Int32Array(buffer(length * 4))
    case 'i16':
      return new Int16Array(buffer(length * 2))
    case 'u16':
      return new Uint16Array(buffer(length * 2))
    case 'i8':
      return new Int8Array(buffer(length))
    case 'u8':
      return new Uint8Array(buffer(length))
  }
}
