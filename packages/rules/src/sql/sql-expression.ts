import { DomainError } from '@junheng/kernel'
import type { Aggregate, Binary, Expr, Fact, Literal, Quantified } from '../ast.ts'
import { notBound } from '../bind/not-bound.ts'
import { functionText } from './sql-functions.ts'
import type { SqlLayout } from './sql-layout.ts'
import { doubleText, literalText, notTooLong, quoteName, type SqlDialect } from './sql-text.ts'

/** Where an expression stands in the statement. */
export interface SqlPlace {
  readonly dialect: SqlDialect
  readonly layout: SqlLayout
  /** The current row: its table in the dictionary, and the alias of that table here. */
  readonly row: { readonly table: string; readonly alias: string } | null
}

/** The alias of the households in every statement. */
export const HOUSEHOLD = 'h'

/** A bound expression in SQL, in brackets where it needs any; null where a fact that matters is missing. */
export function sqlOf(expr: Expr, place: SqlPlace): string {
  const text = (part: Expr) => sqlOf(part, place)
  switch (expr.kind) {
    case 'literal':
      return literalText(expr.value, expr.type)
    case 'fact':
      return factText(expr, place)
    case 'parameter':
    case 'context':
      throw notBound(expr.name)
    case 'not':
      return `(NOT ${text(expr.operand)})`
    case 'negate':
      return `(0 - ${text(expr.operand)})`
    case 'binary':
      return binaryText(expr, text)
    case 'between':
      return `(${text(expr.value)} BETWEEN ${text(expr.low)} AND ${text(expr.high)})`
    case 'in-range': {
      const value = text(expr.value)
      const [above, below] = [expr.lowClosed ? '>=' : '>', expr.highClosed ? '<=' : '<']
      return `(${value} ${above} ${text(expr.low)} AND ${value} ${below} ${text(expr.high)})`
    }
    case 'in-list':
      return `(${text(expr.value)} IN (${expr.items.map(text).join(', ')}))`
    case 'if':
      // Neither branch is taken where the condition is null.
      return `(CASE ${text(expr.condition)} WHEN TRUE THEN ${text(expr.then)} WHEN FALSE THEN ${text(expr.otherwise)} END)`
    case 'call':
      return notTooLong(
        functionText(expr.name, { args: expr.args, texts: expr.args.map(text), dialect: place.dialect }),
      )
    case 'some':
    case 'every':
      return quantifiedText(expr, place)
    case 'count':
    case 'sum':
      return aggregateText(expr, place)
  }
}

function factText(expr: Fact, { layout, row }: SqlPlace): string {
  if (expr.table !== null && row?.table !== expr.table) return literalText(null, expr.type)
  const alias = expr.table === null || row === null ? HOUSEHOLD : row.alias
  const column = `${alias}.${quoteName(layout.column(expr.name))}`
  return expr.type.kind === 'money' || expr.type.kind === 'number' ? `CAST(${column} AS double precision)` : column
}

function binaryText({ operator, left, right, type }: Binary, text: (part: Expr) => string): string {
  switch (operator) {
    case 'and':
      return `(${text(left)} AND ${text(right)})`
    case 'or':
      return `(${text(left)} OR ${text(right)})`
    case '!=':
      return `(${text(left)} <> ${text(right)})`
    case '*': {
      const byRight = fractionOf(right)
      if (byRight !== null) return scaled(text(left), byRight)
      const byLeft = fractionOf(left)
      return byLeft === null ? `(${text(left)} * ${text(right)})` : scaled(text(right), byLeft)
    }
    case '/': {
      if (right.kind === 'literal' && right.value === 0) return literalText(null, type)
      const by = fractionOf(right)
      return by === null ? `(${text(left)} / ${text(right)})` : scaled(text(left), [by[1], by[0]])
    }
    case '+':
    case '-':
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `(${text(left)} ${operator} ${text(right)})`
  }
}

function fractionOf(expr: Expr): NonNullable<Literal['exact']> | null {
  return expr.kind === 'literal' ? (expr.exact ?? null) : null
}

function scaled(text: string, [numerator, denominator]: readonly [number, number]): string {
  return `(${text} * ${doubleText(numerator)} / ${doubleText(denominator)})`
}

/** The rows of one household, each judged once: `w` whether it counts, `v` what it adds. */
function rowsText(expr: Quantified | Aggregate, columns: (inner: SqlPlace) => string, place: SqlPlace): string {
  const table = place.layout.tables.get(expr.table)
  if (table === undefined) throw tableUnknown(expr.table)
  const alias = place.row === null ? 'r1' : `${place.row.alias}_1`
  const inner = { ...place, row: { table: expr.table, alias } }
  const key = `${HOUSEHOLD}.${quoteName(place.layout.households.key)}`
  const from = `FROM ${quoteName(table.table)} ${alias} WHERE ${alias}.${quoteName(table.parent)} = ${key}`
  return `(SELECT ${columns(inner)} ${from}) t`
}

/** Nothing can be said where the rows are not known. */
function whereKnown(name: string, text: string, { layout }: SqlPlace): string {
  const known = layout.tables.get(name)?.known ?? null
  return known === null ? text : `(CASE ${HOUSEHOLD}.${quoteName(known)} WHEN TRUE THEN ${text} END)`
}

function quantifiedText(expr: Quantified, place: SqlPlace): string {
  const rows = rowsText(expr, (inner) => `${sqlOf(expr.where, inner)} AS w`, place)
  const [decides, other] = expr.kind === 'some' ? ['t.w', 'TRUE'] : ['NOT t.w', 'FALSE']
  const otherwise = other === 'TRUE' ? 'FALSE' : 'TRUE'
  const text = `(SELECT CASE WHEN bool_or(${decides}) THEN ${other} WHEN bool_or(t.w IS NULL) THEN NULL ELSE ${otherwise} END FROM ${rows})`
  return whereKnown(expr.table, text, place)
}

function aggregateText(expr: Aggregate, place: SqlPlace): string {
  const { where, of } = expr
  const value = (inner: SqlPlace) => {
    if (of === null) return ''
    const text =
      expr.value === undefined
        ? `${inner.row?.alias ?? ''}.${quoteName(place.layout.column(of))}`
        : sqlOf(expr.value, inner)
    return `, ${text} AS v`
  }
  const columns = (inner: SqlPlace) => `${where === null ? 'TRUE' : sqlOf(where, inner)} AS w${value(inner)}`
  const rows = rowsText(expr, columns, place)
  const missing = of === null ? 't.w IS NULL' : 't.w IS NULL OR (t.w AND t.v IS NULL)'
  const total =
    of === null
      ? 'CAST(count(*) FILTER (WHERE t.w) AS double precision)'
      : 'CAST(coalesce(sum(t.v) FILTER (WHERE t.w), 0) AS double precision)'
  return whereKnown(
    expr.table,
    `(SELECT CASE WHEN bool_or(${missing}) THEN NULL ELSE ${total} END FROM ${rows})`,
    place,
  )
}

export function tableUnknown(name: string): DomainError<'table-unknown'> {
  return new DomainError('table-unknown', {
    text: { zh: `数据库布局里没有表“${name}”`, en: `the layout has no table ${name}` },
    info: { name },
  })
}
