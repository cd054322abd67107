import {
  columnsOf,
  compileColumns,
  compileSql,
  evaluate,
  shapeOf,
  type Column,
  type ColumnData,
  type Dictionary,
  type Environment,
  type Expr,
  type SqlLayout,
  type Household,
  type Value,
} from '@junheng/rules'
import type { SqlEngine } from './sql-engine.ts'

/** A rule to be judged by every engine: as written, and bound to the same day and place. */
export interface Rule {
  readonly text: string
  readonly expr: Expr
  readonly bound: Expr
}

/** Values by rule, then by household or row. */
export type Values = readonly (readonly Value[])[]

/** Outputs a statement: planning a statement costs more than in proportion to its length. */
const STATEMENT = 20

export function evaluatedValues(rules: readonly Rule[], environments: readonly Environment[]): Values {
  return rules.map(({ expr }) => environments.map((environment) => evaluate(expr, environment)))
}

export function columnValues(
  rules: readonly Rule[],
  { households, dictionary, row }: { households: readonly Household[]; dictionary: Dictionary; row: string | null },
): Values {
  const data: ColumnData = columnsOf(households, dictionary)
  const { codeLists } = dictionary
  const outputs = rules.map(({ bound }, index) => ({ name: String(index), expr: bound }))
  const columns = compileColumns({ outputs, scope: { row }, shape: shapeOf(data), codeLists }).run(data)
  return rules.map(({ expr }, index) => readColumn(columns.get(String(index)), expr, dictionary))
}

export async function sqlValues(
  rules: readonly Rule[],
  { engine, layout, row }: { engine: SqlEngine; layout: SqlLayout; row: string | null },
): Promise<Values> {
  const values: Value[][] = []
  const keys = row === null ? 1 : 2
  for (let from = 0; from < rules.length; from += STATEMENT) {
    const batch = rules.slice(from, from + STATEMENT)
    const outputs = batch.map(({ bound }, index) => ({ name: `值 "${index}"`, expr: bound }))
    const sql = compileSql({ outputs, scope: { row }, dialect: engine.dialect, layout })
    const rows = await engine.rows(`${sql}\nORDER BY ${keys === 1 ? '1' : '1, 2'}`)
    batch.forEach((_, index) => values.push(rows.map((line) => line[keys + index] as Value)))
  }
  return values
}

/** The first few differences, with what is needed to look into them. */
export function differences(rules: readonly Rule[], expected: Values, got: Values): readonly unknown[] {
  const found: unknown[] = []
  rules.forEach(({ text }, rule) => {
    const [want, have] = [expected[rule] ?? [], got[rule] ?? []]
    if (want.length !== have.length) found.push({ text, want: want.length, have: have.length })
    const at = want.findIndex((value, index) => !isSame(value, have[index]))
    if (at >= 0 && found.length < 10) found.push({ text, at, want: want[at], have: have[at] })
  })
  return found
}

/** Minus zero is zero. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a === 0 && b === 0)
}

function readColumn(column: Column | undefined, { type }: Expr, { codeLists }: Dictionary): readonly Value[] {
  const codes = type.kind === 'code' ? (codeLists.get(type.list)?.codes ?? []) : []
  return Array.from(column?.values ?? [], (value, index) => {
    if (column?.nulls?.[index] === 1) return null
    if (type.kind === 'boolean') return value === 1
    return type.kind === 'code' ? (codes[value]?.code ?? null) : value
  })
}
