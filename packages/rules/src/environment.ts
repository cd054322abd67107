import type { Expr } from './ast.ts'
import type { Value } from './types.ts'

/** What one expression is judged in: the facts of one household, the dated parameters, the day and the place. */
export interface Environment {
  /** `row` is given for a fact of a table's row and null for one of the household. Missing is null. */
  readonly fact: (name: string, row: number | null) => Value
  readonly parameter: (name: string) => Value
  /** How many rows the table has; null when nobody has said. */
  readonly rowCount: (table: string) => number | null
  /** The day asked about, as a day number. */
  readonly on: number
  /** The region of the declaring pack, as a six-digit number. */
  readonly here: number
  /** The row the expression is judged for, when it is judged for one. */
  readonly row: { readonly table: string; readonly index: number } | null
  /**
   * The expression of a derived fact, null for any other. `fact` answers derived facts in any case; with this,
   * `missingFacts`, `breakpoints` and `explain` also look inside them. Leave it out only if no derived fact reads `on`.
   */
  readonly derived?: (name: string) => Expr | null
}
