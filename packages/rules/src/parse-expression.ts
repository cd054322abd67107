import type { Expr } from './ast.ts'
import { checkTree } from './check/checker.ts'
import type { Diagnostic } from './diagnostic.ts'
import { nameIndexOf } from './name-index.ts'
import { tokenise } from './syntax/lexer.ts'
import { messages } from './syntax/messages.ts'
import { parseTokens } from './syntax/parser.ts'
import type { Dictionary, Scope, Type } from './types.ts'

/** Longer texts are refused unread. */
export const textLimit = 20_000

export interface ParsedExpression {
  /** The typed tree; null exactly when a diagnostic is an error. */
  readonly expr: Expr | null
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads, parses and checks one expression. Reports everything it finds, not only the first error; never throws,
 * whatever the text. `scope.row` names the table whose row is current; `expect` is the type the whole must have.
 */
export function parseExpression(
  text: string,
  dictionary: Dictionary,
  options: { readonly scope?: Scope | undefined; readonly expect?: Type | undefined } = {},
): ParsedExpression {
  if (text.length > textLimit)
    return { expr: null, diagnostics: [messages.tooLong({ start: textLimit, end: text.length }, textLimit)] }
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const tokens = tokenise(text, nameIndexOf(dictionary), report)
  const tree = parseTokens(tokens, report)
  const checked = checkTree(tree, {
    dictionary,
    scope: options.scope ?? { row: null },
    expect: options.expect,
    report,
  })
  const failed = diagnostics.some(({ severity }) => severity === 'error')
  return { expr: failed ? null : checked, diagnostics: inOrder(diagnostics) }
}

/** In the order of the text, the same thing said once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((one) => [`${one.code} ${one.span.start} ${one.span.end}`, one]))
  return [...once.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
