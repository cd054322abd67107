import type { Expr, Span } from '../ast.ts'
import type { NameIndex } from '../name-index.ts'
import type { FactDeclaration, TableDeclaration } from '../types.ts'
import type { Checker, Rows } from './checker-parts.ts'
import { callableNames } from './functions.ts'
import { messages } from './messages.ts'
import { findNearestName } from './nearest-name.ts'

export interface NameResolver {
  /** A fact, parameter or context by any of its names. */
  readonly value: (name: string, span: Span, rows: Rows) => Expr | null
  readonly table: (name: string, span: Span) => TableDeclaration | null
  /** `children.fee` in two: the table and the fact's full name. Null when the first part is no table. */
  readonly column: (path: string) => { readonly table: string; readonly of: string } | null
  /** The fact of a table's row by the name after the table's: `fee` is `child.fee`. */
  readonly rowFact: (table: TableDeclaration, name: string, span: Span) => FactDeclaration | null
}

export function makeNameResolver(checker: Checker, index: NameIndex): NameResolver {
  const { dictionary, fail } = checker

  function value(name: string, span: Span, rows: Rows): Expr | null {
    if (name === 'on') return { kind: 'context', name, type: { kind: 'date' }, span }
    if (name === 'here') return { kind: 'context', name, type: { kind: 'region' }, span }
    const entry = index.entries.get(name)
    if (entry === undefined) {
      if (callableNames.includes(name)) return fail(messages.functionWithoutBrackets(span, name))
      return fail(messages.unknownName(span, name, findNearestName(name, index.entries.keys())))
    }
    if (entry.kind === 'table') return fail(messages.tableAsValue(span, entry.declaration.name))
    const { declaration } = entry
    if (entry.kind === 'parameter') return { kind: 'parameter', name: declaration.name, type: declaration.type, span }
    const { table } = entry.declaration
    if (table !== null && table !== rows.current) {
      const hidden = rows.current !== null && rows.open.length > 0
      return fail(hidden ? messages.rowHidden(span, name) : messages.rowOutOfScope(span, name, table))
    }
    return { kind: 'fact', name: declaration.name, table, type: declaration.type, span }
  }

  function table(name: string, span: Span): TableDeclaration | null {
    if (name === '') return null
    const entry = index.entries.get(name)
    if (entry?.kind === 'table') return entry.declaration
    const names = [...dictionary.tables.values()].flatMap((declared) => [declared.name, ...declared.aliases])
    const byRow = [...dictionary.tables.values()].find(({ row }) => row === name)?.name
    return fail(messages.unknownTable(span, name, byRow ?? findNearestName(name, names)))
  }

  function column(path: string): { table: string; of: string } | null {
    for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      if (index.entries.get(path.slice(0, dot))?.kind === 'table')
        return { table: path.slice(0, dot), of: path.slice(dot + 1) }
    }
    return null
  }

  function rowFact(table: TableDeclaration, name: string, span: Span): FactDeclaration | null {
    const byAlias = index.entries.get(name)
    if (byAlias?.kind === 'fact' && byAlias.declaration.table === table.name) return byAlias.declaration
    const fact = dictionary.facts.get(`${table.row}.${name}`)
    if (fact?.table === table.name) return fact
    const prefix = `${table.row}.`
    const known = [...dictionary.facts.values()].filter((declared) => declared.table === table.name)
    const nearest = findNearestName(
      name,
      known.map((declared) => declared.name.slice(declared.name.startsWith(prefix) ? prefix.length : 0)),
    )
    return fail(messages.notOfTable(span, name, table.name, nearest))
  }

  return { value, table, column, rowFact }
}
