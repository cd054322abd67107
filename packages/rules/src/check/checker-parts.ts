import type { Expr } from '../ast.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Tree } from '../syntax/tree.ts'
import type { Dictionary, Type } from '../types.ts'

/** What the parts of the checker share. `check` returns null when the part is wrong, which is then already reported. */
export interface Checker {
  readonly dictionary: Dictionary
  readonly report: (diagnostic: Diagnostic) => void
  /** `wanted` guides literals (0 as money, a text as a code, null); it is not enforced. */
  readonly check: (tree: Tree, rows: Rows, wanted?: Type) => Expr | null
  readonly checkBoolean: (tree: Tree, rows: Rows) => Expr | null
  /** Checks parts that must be of one type, literals after the parts that tell it; null if any is wrong. */
  readonly checkTogether: (trees: readonly Tree[], rows: Rows, wanted?: Type) => readonly Expr[] | null
  readonly fail: (diagnostic: Diagnostic) => null
}

/** The tables whose rows are being gone through, outermost first; only the innermost can be read. */
export interface Rows {
  readonly current: string | null
  /** Tables a quantifier or aggregate has opened. */
  readonly open: readonly string[]
}
