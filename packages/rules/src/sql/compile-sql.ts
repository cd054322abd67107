import type { Expr } from '../ast.ts'
import type { Scope, Type } from '../types.ts'
import { HOUSEHOLD, sqlOf, tableUnknown } from './sql-expression.ts'
import type { SqlLayout } from './sql-layout.ts'
import { notTooLong, quoteName, type SqlDialect } from './sql-text.ts'

export interface SqlOutput {
  readonly name: string
  /** Bound: without parameters, contexts and derived facts. */
  readonly expr: Expr
}

export interface SqlOptions {
  readonly outputs: readonly SqlOutput[]
  /** `row: null` gives one line a household, a table's name one line a row of that table. */
  readonly scope: Scope
  readonly dialect: SqlDialect
  readonly layout: SqlLayout
}

/**
 * One SELECT that judges every household where the data lives: the key as `household` (and the row's number as `row`),
 * then a column an output. Booleans are boolean, numbers double precision, dates date, codes text, regions integer;
 * money is bigint fen where the rule can only give whole fen, otherwise double precision. Null is 资料不全.
 * The statement has no parameters: constants are escaped literals, names quoted identifiers.
 *
 * @throws DomainError `expression-not-bound`, `table-unknown`, `sql-too-long`, `text-not-for-sql`
 */
export function compileSql({ outputs, scope, dialect, layout }: SqlOptions): string {
  const { table, key } = layout.households
  const rows = scope.row === null ? null : layout.tables.get(scope.row)
  if (rows === undefined) throw tableUnknown(String(scope.row))
  const row = scope.row === null ? null : { table: scope.row, alias: 'r' }
  const lines = outputs.map(({ name, expr }) => {
    const text = sqlOf(expr, { dialect, layout, row })
    return `${isWholeMoney(expr) ? `CAST(${text} AS bigint)` : text} AS ${quoteName(name)}`
  })
  const keys = [`${HOUSEHOLD}.${quoteName(key)} AS "household"`]
  if (rows !== null) keys.push(`r.${quoteName(rows.order)} AS "row"`)
  const join =
    rows === null
      ? ''
      : ` JOIN ${quoteName(rows.table)} r ON r.${quoteName(rows.parent)} = ${HOUSEHOLD}.${quoteName(key)}`
  return notTooLong(`SELECT ${[...keys, ...lines].join(',\n  ')}\nFROM ${quoteName(table)} ${HOUSEHOLD}${join}`)
}

/** Whether a money expression can only give whole fen. */
function isWholeMoney(expr: Expr): boolean {
  return expr.type.kind === 'money' && isWhole(expr)
}

function isWhole(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal':
      return Number.isSafeInteger(expr.value)
    case 'fact':
      return isMoney(expr.type)
    case 'sum':
      return isMoney(expr.type)
    case 'negate':
      return isWhole(expr.operand)
    case 'binary':
      return ['+', '-', '*'].includes(expr.operator) && isWhole(expr.left) && isWhole(expr.right)
    case 'if':
      return isWhole(expr.then) && isWhole(expr.otherwise)
    case 'call':
      return ['min', 'max', 'abs'].includes(expr.name) && expr.args.every(isWhole)
    case 'parameter':
    case 'context':
    case 'not':
    case 'between':
    case 'in-list':
    case 'in-range':
    case 'some':
    case 'every':
    case 'count':
      return false
  }
}

function isMoney(type: Type): boolean {
  return type.kind === 'money'
}
