/**
 * One rule, four engines: the evaluator, generated columns, PostgreSQL and DuckDB must give the same value for the same
 * household, missing facts included. Expressions and households are random but repeatable; a failure prints both.
 */
import {
  bind,
  columnsOf,
  compileColumns,
  compileSql,
  evaluate,
  parseExpression,
  plainLayout,
  shapeOf,
  type Column,
  type Expr,
  type Household,
  type Value,
} from '@junheng/rules'
import {
  fractionalFacts,
  householdEnvironment,
  Random,
  RandomExpressions,
  randomHouseholds,
  testDictionary,
  testParameters,
} from '@junheng/rules/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directedRules } from './directed-rules.ts'
import { startDuckDb } from './duckdb-engine.ts'
import { loadHouseholds } from './load-households.ts'
import { startPostgres } from './postgres-engine.ts'
import type { SqlEngine } from './sql-engine.ts'

const HOUSEHOLDS = 3000
const EXPRESSIONS = { household: 480, children: 120, members: 120 }
/** Outputs a statement: planning a statement costs more than in proportion to its length. */
const STATEMENT = 20

const layout = plainLayout(testDictionary)
const random = new Random(20_230_720)
const households = randomHouseholds(random, testDictionary, { count: HOUSEHOLDS, fractional: fractionalFacts })
const world = { on: 19_782, here: 421_202, parameters: testParameters }

interface Rule {
  readonly text: string
  readonly expr: Expr
  readonly bound: Expr
}

const engines: SqlEngine[] = []

beforeAll(async () => {
  engines.push(await startDuckDb(), await startPostgres())
  for (const engine of engines) await loadHouseholds(engine, { households, dictionary: testDictionary, layout })
})

afterAll(async () => {
  for (const engine of engines) await engine.stop()
})

describe.each([
  { name: 'directed rules over households', row: null, texts: directedRules },
  { name: 'random rules over households', row: null, texts: randomTexts(null, EXPRESSIONS.household) },
  { name: 'random rules over children', row: 'children', texts: randomTexts('children', EXPRESSIONS.children) },
  { name: 'random rules over members', row: 'members', texts: randomTexts('members', EXPRESSIONS.members) },
])('$name', ({ row, texts }) => {
  const rules = texts.map((text) => ruleOf(text, row))
  const expected = evaluated(rules, row)

  it('judge enough that is known and enough that is not', () => {
    const values = expected.flat()
    const missing = values.filter((value) => value === null).length / values.length
    expect(values.length).toBeGreaterThan(texts.length * HOUSEHOLDS * 0.9)
    expect(missing).toBeGreaterThan(0.1)
    expect(missing).toBeLessThan(0.6)
  })

  it('give in columns what the evaluator gives', () => {
    const data = columnsOf(households, testDictionary)
    const columns = compileColumns({
      outputs: rules.map(({ bound }, index) => ({ name: String(index), expr: bound })),
      scope: { row },
      shape: shapeOf(data),
      codeLists: testDictionary.codeLists,
    }).run(data)
    const got = rules.map(({ expr }, index) => columnValues(columns.get(String(index)), expr))
    expect(differences(rules, expected, got)).toEqual([])
  })

  it.each(['duckdb', 'postgres'] as const)('give in %s what the evaluator gives', async (dialect) => {
    const engine = engines.find((one) => one.dialect === dialect)
    const got: Value[][] = []
    for (let from = 0; from < rules.length; from += STATEMENT) {
      const batch = rules.slice(from, from + STATEMENT)
      const outputs = batch.map(({ bound }, index) => ({ name: `值 "${index}"`, expr: bound }))
      const sql = compileSql({ outputs, scope: { row }, dialect, layout })
      const order = row === null ? '1' : '1, 2'
      const rows = (await engine?.rows(`${sql}\nORDER BY ${order}`)) ?? []
      const keys = row === null ? 1 : 2
      batch.forEach((_, index) => got.push(rows.map((line) => line[keys + index] as Value)))
    }
    expect(differences(rules, expected, got)).toEqual([])
  })
})

function randomTexts(row: string | null, count: number): readonly string[] {
  const expressions = new RandomExpressions(new Random(row === null ? 7 : row.length), testDictionary)
  return Array.from({ length: count }, (_, index) => expressions.any({ row }, 1 + (index % 5)))
}

function ruleOf(text: string, row: string | null): Rule {
  const { expr, diagnostics } = parseExpression(text, testDictionary, { scope: { row } })
  if (expr === null) throw new Error(`${text}: ${JSON.stringify(diagnostics)}`)
  const parameters = (name: string) => ({ value: testParameters.get(name) ?? null })
  return { text, expr, bound: bind(expr, { parameters, on: world.on, here: world.here, derived: () => null }) }
}

/** By rule, then by household or row. */
function evaluated(rules: readonly Rule[], row: string | null): readonly (readonly Value[])[] {
  const environments = households.flatMap((household) =>
    rowsOf(household, row).map((current) => householdEnvironment(household, { ...world, row: current })),
  )
  return rules.map(({ expr }) => environments.map((environment) => evaluate(expr, environment)))
}

function rowsOf(household: Household, row: string | null) {
  return row === null ? [null] : (household.rows[row] ?? []).map((_, index) => ({ table: row, index }))
}

function columnValues(column: Column | undefined, { type }: Expr): readonly Value[] {
  const codes = type.kind === 'code' ? (testDictionary.codeLists.get(type.list)?.codes ?? []) : []
  return Array.from(column?.values ?? [], (value, index) => {
    if (column?.nulls?.[index] === 1) return null
    if (type.kind === 'boolean') return value === 1
    return type.kind === 'code' ? (codes[value]?.code ?? null) : value
  })
}

/** The first few, with all that is needed to look into them. */
function differences(
  rules: readonly Rule[],
  expected: readonly (readonly Value[])[],
  got: readonly (readonly Value[])[],
): readonly unknown[] {
  const found: unknown[] = []
  rules.forEach(({ text }, rule) => {
    const [want, have] = [expected[rule] ?? [], got[rule] ?? []]
    if (want.length !== have.length) found.push({ text, want: want.length, have: have.length })
    const at = want.findIndex((value, index) => !same(value, have[index]))
    if (at >= 0 && found.length < 10) found.push({ text, at, want: want[at], have: have[at] })
  })
  return found
}

/** Minus zero is zero. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (a === 0 && b === 0)
}
