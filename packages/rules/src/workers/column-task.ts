import type { ColumnData } from '../columns/column-data.ts'
import type { OutputColumns } from '../columns/compile-columns.ts'
import type { GeneratedColumns } from '../columns/generate-columns.ts'

/** One thread's share of a run: some households, and the part of the result columns that is theirs. */
export interface ColumnTask {
  readonly generated: GeneratedColumns
  readonly data: ColumnData
  readonly from: number
  readonly to: number
  readonly into: OutputColumns
}

/** What a thread says when it is done; null: all went well. */
export type ColumnTaskResult = { readonly error: string | null }
