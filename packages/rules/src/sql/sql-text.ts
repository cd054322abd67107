import { civilOf, DomainError, fromDayNumber } from '@junheng/kernel'
import type { Type, Value } from '../types.ts'

export type SqlDialect = 'postgres' | 'duckdb'

/** A name as an identifier; it may hold anything but the character that ends C strings. */
export function quoteName(name: string): string {
  return `"${checked(name).replaceAll('"', '""')}"`
}

export function quoteText(text: string): string {
  return `'${checked(text).replaceAll("'", "''")}'`
}

/** A double. Written as text and cast, because a decimal literal is a decimal to both engines, and not every digit survives. */
export function doubleText(value: number): string {
  return `CAST('${value === 0 ? 0 : value}' AS double precision)`
}

export function dayText(day: number): string {
  const { year } = civilOf(day)
  if (year >= 1 && year <= 9999) return `DATE '${fromDayNumber(day)}'`
  return `(DATE '1970-01-01' + CAST(${day} AS integer))`
}

/** The column type that holds a fact. */
export function columnType({ kind }: Type): string {
  switch (kind) {
    case 'boolean':
      return 'boolean'
    case 'money':
      return 'bigint'
    case 'date':
      return 'date'
    case 'code':
      return 'text'
    case 'region':
      return 'integer'
    case 'number':
    case 'null':
      return 'double precision'
  }
}

/** A constant of the language as a constant of SQL. */
export function literalText(value: Value, type: Type): string {
  if (value === null) return `CAST(NULL AS ${computedType(type)})`
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return quoteText(value)
  if (type.kind === 'date') return dayText(value)
  return type.kind === 'region' ? String(value) : doubleText(value)
}

/** The type of a value being computed: money is counted in doubles, as everywhere, until it is given out. */
function computedType(type: Type): string {
  return type.kind === 'money' ? 'double precision' : columnType(type)
}

function checked(text: string): string {
  if (!text.includes('\0')) return text
  throw new DomainError('text-not-for-sql', {
    text: { zh: '名称或代码里有不能用于数据库的字符', en: 'a name or code has a character that no database takes' },
  })
}

/** Functions that use an argument twice double the text at each level; what a person writes stays far below this. */
const LONGEST = 4_000_000

export function notTooLong(sql: string): string {
  if (sql.length <= LONGEST) return sql
  throw new DomainError('sql-too-long', {
    text: { zh: '规则嵌套过深，生成的查询过长', en: 'the rules nest too deeply, the query gets too long' },
    info: { length: sql.length },
  })
}
