/**
 * The one syntax tree of the rules language. It is plain JSON: a compiled place carries it to the
 * browser, the batch compiler and the SQL compilers, so every meaning is decided here and not in them.
 */
import type { Type } from './types.ts'

/** Offsets into the expression as written (UTF-16 code units), end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface Node {
  readonly span: Span
  /** Set by the checker; every node of a checked tree has it. */
  readonly type: Type
}

/**
 * A constant. Days are day numbers (days since 1970-01-01), money is integer fen, regions are six-digit
 * numbers, codes are the code's own string. `exact` keeps a decimal as a reduced fraction so that
 * `x * 0.8` can be computed as one correctly rounded step: `x * 4 / 5`.
 */
export interface Literal extends Node {
  readonly kind: 'literal'
  readonly value: boolean | number | string | null
  readonly exact?: readonly [numerator: number, denominator: number]
}

/** A fact of the dictionary, of the household or of the current row of a table (`child.birthDate`). */
export interface Fact extends Node {
  readonly kind: 'fact'
  readonly name: string
  /** The table whose current row carries it, or null for a fact of the household as a whole. */
  readonly table: string | null
}

/** A dated parameter of the pack; its value is chosen by the date the rule is judged on. */
export interface Parameter extends Node {
  readonly kind: 'parameter'
  readonly name: string
}

/** `on`, the day the answer is asked for, or `here`, the region of the pack that declares the rule. */
export interface Context extends Node {
  readonly kind: 'context'
  readonly name: 'on' | 'here'
}

export interface Not extends Node {
  readonly kind: 'not'
  readonly operand: Expr
}

export interface Negate extends Node {
  readonly kind: 'negate'
  readonly operand: Expr
}

export type BinaryOperator = 'and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/'

export interface Binary extends Node {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expr
  readonly right: Expr
}

/** `value between low and high`, both ends included. */
export interface Between extends Node {
  readonly kind: 'between'
  readonly value: Expr
  readonly low: Expr
  readonly high: Expr
}

/** `value in (a, b, c)`. */
export interface InList extends Node {
  readonly kind: 'in-list'
  readonly value: Expr
  readonly items: readonly Expr[]
}

/** `value in ([low..high))`; the brackets say which ends belong. */
export interface InRange extends Node {
  readonly kind: 'in-range'
  readonly value: Expr
  readonly low: Expr
  readonly high: Expr
  readonly lowClosed: boolean
  readonly highClosed: boolean
}

export interface If extends Node {
  readonly kind: 'if'
  readonly condition: Expr
  readonly then: Expr
  readonly otherwise: Expr
}

export type FunctionName =
  | 'min'
  | 'max'
  | 'floor'
  | 'ceiling'
  | 'abs'
  | 'round half up'
  | 'round half down'
  | 'round half even'
  | 'round up'
  | 'round down'
  | 'ageInYears'
  | 'ageInMonths'
  | 'addYears'
  | 'addMonths'
  | 'addDays'
  | 'daysBetween'
  | 'monthsBetween'
  | 'yearOf'
  | 'monthOf'
  | 'within'

export interface Call extends Node {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly args: readonly Expr[]
}

/** `some child in children satisfies …` / `every …`; the row's facts are read by their full names. */
export interface Quantified extends Node {
  readonly kind: 'some' | 'every'
  readonly table: string
  readonly where: Expr
}

/** `count(children)`, `count(children[…])`, `sum(children[…].fee)`; `of` is the summed fact's full name. */
export interface Aggregate extends Node {
  readonly kind: 'count' | 'sum'
  readonly table: string
  readonly where: Expr | null
  readonly of: string | null
  /** What each row adds, where `of` is a derived fact; put in by `bind` only. */
  readonly value?: Expr
}

export type Expr =
  | Literal
  | Fact
  | Parameter
  | Context
  | Not
  | Negate
  | Binary
  | Between
  | InList
  | InRange
  | If
  | Call
  | Quantified
  | Aggregate
