/**
 * One rule, four engines: the evaluator, generated columns, PostgreSQL and DuckDB must give the same value for the same
 * household, missing facts included. Expressions and households are random but repeatable.
 */
import { bind, parseExpression, plainLayout, type Household } from '@junheng/rules'
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
import { columnValues, differences, evaluatedValues, sqlValues, type Rule } from './agreement.ts'
import { directedRules } from './directed-rules.ts'
import { startDuckDb } from './duckdb-engine.ts'
import { loadHouseholds } from './load-households.ts'
import { startPostgres } from './postgres-engine.ts'
import type { SqlEngine } from './sql-engine.ts'

const HOUSEHOLDS = 3000
const EXPRESSIONS = { household: 480, children: 120, members: 120 }

const dictionary = testDictionary
const layout = plainLayout(dictionary)
const households = randomHouseholds(new Random(20_230_720), dictionary, {
  count: HOUSEHOLDS,
  fractional: fractionalFacts,
})
const world = { on: 19_782, here: 421_202, parameters: testParameters }

const engines: SqlEngine[] = []

beforeAll(async () => {
  engines.push(await startDuckDb(), await startPostgres())
  for (const engine of engines) await loadHouseholds(engine, { households, dictionary, layout })
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
  const environments = households.flatMap((household) =>
    rowsOf(household, row).map((current) => householdEnvironment(household, { ...world, row: current })),
  )
  const expected = evaluatedValues(rules, environments)

  it('judge enough that is known and enough that is not', () => {
    const values = expected.flat()
    const missing = values.filter((value) => value === null).length / values.length
    expect(values.length).toBeGreaterThan(texts.length * HOUSEHOLDS * 0.9)
    expect(missing).toBeGreaterThan(0.1)
    expect(missing).toBeLessThan(0.6)
  })

  it('give in columns what the evaluator gives', () => {
    expect(differences(rules, expected, columnValues(rules, { households, dictionary, row }))).toEqual([])
  })

  it.each(['duckdb', 'postgres'] as const)('give in %s what the evaluator gives', async (dialect) => {
    const engine = engines.find((one) => one.dialect === dialect)
    const got = engine === undefined ? [] : await sqlValues(rules, { engine, layout, row })
    expect(differences(rules, expected, got)).toEqual([])
  })
})

function randomTexts(row: string | null, count: number): readonly string[] {
  const expressions = new RandomExpressions(new Random(row === null ? 7 : row.length), dictionary)
  return Array.from({ length: count }, (_, index) => expressions.any({ row }, 1 + (index % 5)))
}

function ruleOf(text: string, row: string | null): Rule {
  const { expr, diagnostics } = parseExpression(text, dictionary, { scope: { row } })
  if (expr === null) throw new Error(`${text}: ${JSON.stringify(diagnostics)}`)
  const parameters = (name: string) => ({ value: testParameters.get(name) ?? null })
  return { text, expr, bound: bind(expr, { parameters, on: world.on, here: world.here, derived: () => null }) }
}

function rowsOf(household: Household, row: string | null) {
  return row === null ? [null] : (household.rows[row] ?? []).map((_, index) => ({ table: row, index }))
}
