import type { Expr } from '../ast.ts'
import type { Inputs } from './inputs.ts'
import type { Operand } from './operand.ts'
import type { Writer } from './writer.ts'

/** Where code is being written: the loop, the columns, and the row that is current in it. */
export interface Place {
  readonly writer: Writer
  readonly inputs: Inputs
  readonly codes: CodeIndex
  readonly row: { readonly table: string; readonly index: string } | null
  /** Writes the code of any expression; here so that loops over rows can ask for their parts. */
  readonly operandOf: (expr: Expr, place: Place) => Operand
}

/** The number that stands for a code in columns; undefined when the list has no such code. */
export type CodeIndex = (list: string, code: string) => number | undefined
