import type { Value } from '../types.ts'
import cases from './cases.json' with { type: 'json' }

/**
 * How a case of the public suite is put into this language: `written` word for word, `brackets` with the round brackets
 * this language asks for after `in`, `facts` and `codes` with nulls, inputs or texts given as facts, `tables` with a list
 * given as a table's rows or a decision table as one expression, `functions` with this language's date and rounding functions.
 */
export type TckForm = 'written' | 'brackets' | 'facts' | 'codes' | 'tables' | 'functions'

interface TckExpression {
  /** Folder of the suite and the case's id in it. */
  readonly id: string
  readonly expression: string
  readonly facts?: Readonly<Record<string, Value>>
  readonly rows?: { readonly items: readonly Readonly<Record<string, Value>>[] }
}

/** Dates are ISO days, in facts and in results. */
export interface TckCase extends TckExpression {
  readonly as: TckForm
  readonly expected: Value
}

/** FEEL gives a value, mostly null; this language refuses the expression when it is checked. */
export interface TckRefusal extends TckExpression {
  readonly code: string
  readonly feel: Value
}

export type TckReason = 'null-equality' | 'if-null' | 'decimal' | 'reversed-months'

/** Both give a value, and not the same one. */
export interface TckDifference extends TckExpression {
  readonly as: TckForm
  readonly feel: Value
  readonly ours: Value
  readonly reason: TckReason
}

/** Our own list of expressions and values drawn from the public DMN TCK; see `source` for where. */
export const tck = cases as unknown as {
  readonly source: { readonly suite: string; readonly repository: string; readonly commit: string }
  readonly agreeing: readonly TckCase[]
  readonly refused: readonly TckRefusal[]
  readonly different: readonly TckDifference[]
}
