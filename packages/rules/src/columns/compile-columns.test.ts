import { describe, expect, it } from 'vitest'
import { bind } from '../bind/bind.ts'
import type { Expr } from '../ast.ts'
import { evaluate } from '../evaluate.ts'
import { parseExpression } from '../parse-expression.ts'
import { compileSql } from '../sql/compile-sql.ts'
import { plainLayout } from '../sql/sql-layout.ts'
import { householdEnvironment } from '../testing/household-environment.ts'
import { RandomExpressions } from '../testing/random-expression.ts'
import { randomHouseholds } from '../testing/random-households.ts'
import { Random } from '../testing/random.ts'
import { fractionalFacts, testDictionary, testParameters } from '../testing/test-dictionary.ts'
import type { Scope, Value } from '../types.ts'
import type { Column } from './column-data.ts'
import { shapeOf } from './column-shape.ts'
import { columnsOf } from './columns-of.ts'
import { compileColumns } from './compile-columns.ts'

const world = { on: 19_782, here: 421_202, parameters: testParameters }

function parse(text: string, scope: Scope): Expr {
  const { expr, diagnostics } = parseExpression(text, testDictionary, { scope })
  if (expr === null) throw new Error(`${text}: ${JSON.stringify(diagnostics)}`)
  return expr
}

function bound(expr: Expr): Expr {
  return bind(expr, {
    parameters: (name) => ({ value: testParameters.get(name) ?? null }),
    on: world.on,
    here: world.here,
    derived: () => null,
  })
}

function valueAt({ values, nulls }: Column, index: number, { type }: Expr): Value {
  if (nulls !== null && nulls[index] === 1) return null
  const number = values[index] ?? Number.NaN
  if (type.kind === 'boolean') return number === 1
  if (type.kind === 'code') return testDictionary.codeLists.get(type.list)?.codes[number]?.code ?? null
  return number === 0 ? 0 : number
}

const same = (a: Value, b: Value) => a === b || (a === 0 && b === 0)

describe('generated columns', () => {
  for (const [seed, missing, row] of [
    [1, 0.15, null],
    [2, 0, null],
    [3, 0.15, 'children'],
    [4, 0.5, 'members'],
  ] as const) {
    it(`give what evaluate gives (seed ${seed}, ${missing * 100} % missing, rows of ${row ?? 'no table'})`, () => {
      const random = new Random(seed)
      const households = randomHouseholds(random, testDictionary, { count: 150, missing, fractional: fractionalFacts })
      const expressions = new RandomExpressions(random, testDictionary)
      const texts = Array.from({ length: 250 }, (_, index) => expressions.any({ row }, 1 + (index % 4)))
      const exprs = texts.map((text) => parse(text, { row }))
      const data = columnsOf(households, testDictionary)
      const outputs = exprs.map((expr, index) => ({ name: String(index), expr: bound(expr) }))
      const program = compileColumns({
        outputs,
        scope: { row },
        shape: shapeOf(data),
        codeLists: testDictionary.codeLists,
      })
      const columns = program.run(data)
      let result = 0
      for (const household of households) {
        const rows = row === null ? [null] : (household.rows[row] ?? []).map((_, index) => ({ table: row, index }))
        for (const current of rows) {
          const environment = householdEnvironment(household, { ...world, row: current })
          exprs.forEach((expr, index) => {
            const column = columns.get(String(index))
            const expected = evaluate(expr, environment)
            const got = column === undefined ? undefined : valueAt(column, result, expr)
            if (got === undefined || !same(got, expected)) {
              expect
                .soft({ text: texts[index], household, got })
                .toEqual({ text: texts[index], household, got: expected })
            }
          })
          result += 1
        }
      }
      expect(result).toBeGreaterThan(50)
    })
  }

  it('add up a derived fact', () => {
    const derived = parse('child.birthOrder * 2', { row: 'children' })
    const expr = bind(parse('sum(children[child.filed].weight)', { row: null }), {
      parameters: () => ({ value: null }),
      on: 0,
      here: 0,
      derived: (name) => (name === 'child.weight' ? derived : null),
    })
    const rows = { children: [1, 2, 3].map((order) => ({ 'child.birthOrder': order, 'child.filed': order > 1 })) }
    const data = columnsOf([{ facts: {}, rows }], testDictionary)
    const { codeLists } = testDictionary
    const program = compileColumns({
      outputs: [{ name: 'out', expr }],
      scope: { row: null },
      shape: shapeOf(data),
      codeLists,
    })
    expect(program.run(data).get('out')?.values[0]).toBe(10)
    const layout = plainLayout(testDictionary)
    const sql = compileSql({ outputs: [{ name: 'out', expr }], scope: { row: null }, dialect: 'postgres', layout })
    expect(sql).toContain('(CAST(r1."child.birthOrder" AS double precision) * ')
    expect(sql).not.toContain('weight')
  })
})
