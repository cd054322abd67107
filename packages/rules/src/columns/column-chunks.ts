import type { ColumnData } from './column-data.ts'
import { resultIndex, type ColumnProgram, type OutputColumns } from './compile-columns.ts'

export interface ColumnChunk {
  /** Households `from` up to but without `to`. */
  readonly from: number
  readonly to: number
  /** Results in the columns: households, or rows of the program's table. */
  readonly length: number
  /** Reused by the next chunk: take out what is needed before going on. */
  readonly columns: OutputColumns
}

/** Runs a program over millions of households in the memory of one chunk of results (65,536 households). */
export function* columnChunks(program: ColumnProgram, data: ColumnData, size = 65_536): Generator<ColumnChunk> {
  const { row } = program.generated.scope
  let into: OutputColumns | null = null
  let room = 0
  for (let from = 0; from < data.households; from += size) {
    const to = Math.min(from + size, data.households)
    const length = resultIndex(data, row, to) - resultIndex(data, row, from)
    if (into === null || length > room) {
      room = length
      into = program.allocate(room)
    }
    yield { from, to, length, columns: program.run(data, { from, to, into }) }
  }
}
