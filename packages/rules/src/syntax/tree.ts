import type { BinaryOperator, Span } from '../ast.ts'

/** What stands after `in`, between its round brackets. */
export type InTest =
  | { readonly kind: 'value'; readonly value: Tree }
  | { readonly kind: 'compare'; readonly operator: BinaryOperator; readonly value: Tree; readonly span: Span }
  | {
      readonly kind: 'range'
      readonly low: Tree
      readonly high: Tree
      readonly lowClosed: boolean
      readonly highClosed: boolean
      readonly span: Span
    }

/** The expression as written: shapes only, names and types not yet known. */
export type Tree = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly nameSpan: Span; readonly args: readonly Tree[] }
  | { readonly kind: 'negate'; readonly operand: Tree }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly operatorSpan: Span
      readonly left: Tree
      readonly right: Tree
    }
  | { readonly kind: 'between'; readonly value: Tree; readonly low: Tree; readonly high: Tree }
  | { readonly kind: 'in'; readonly value: Tree; readonly tests: readonly InTest[] }
  | { readonly kind: 'if'; readonly condition: Tree; readonly then: Tree; readonly otherwise: Tree }
  | {
      readonly kind: 'some' | 'every'
      readonly variable: string
      readonly variableSpan: Span
      readonly table: string
      readonly tableSpan: Span
      readonly where: Tree
    }
  /** `children[…]` or `children[…].fee` */
  | {
      readonly kind: 'filter'
      readonly table: string
      readonly tableSpan: Span
      readonly where: Tree
      readonly of: string | null
    }
  /** Already reported; stands where something is missing. */
  | { readonly kind: 'error' }
)
