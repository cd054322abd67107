import { describe, expect, it } from 'vitest'
import { bind } from '../bind/bind.ts'
import { parseExpression } from '../parse-expression.ts'
import { testDictionary, testParameters } from '../testing/test-dictionary.ts'
import { compileSql, type SqlOptions } from './compile-sql.ts'
import { plainLayout } from './sql-layout.ts'

const layout = plainLayout(testDictionary)

function sql(text: string, options: Partial<SqlOptions> = {}): string {
  const scope = options.scope ?? { row: null }
  const { expr } = parseExpression(text, testDictionary, { scope })
  if (expr === null) throw new Error(`not well-typed: ${text}`)
  const parameters = (name: string) => ({ value: testParameters.get(name) ?? null })
  const bound = bind(expr, { parameters, on: 19_782, here: 421_202, derived: () => null })
  return compileSql({ outputs: [{ name: 'out', expr: bound }], scope, dialect: 'postgres', layout, ...options })
}

// That the statements mean the same as `evaluate` is shown against real databases in the folder conformance.
describe('compileSql', () => {
  it('writes one statement over the households', () => {
    expect(sql('household.registered')).toBe(
      'SELECT h."id" AS "household",\n  h."household.registered" AS "out"\nFROM "households" h',
    )
  })

  it('joins the table whose rows are judged', () => {
    const text = sql('child.filed', { scope: { row: 'children' } })
    expect(text).toContain('r."child.filed" AS "out"')
    expect(text).toContain('JOIN "children" r ON r."household" = h."id"')
  })

  it('asks about child rows in a correlated subquery', () => {
    const text = sql('count(children[child.birthOrder >= 2])')
    expect(text).toContain('FROM "children" r1 WHERE r1."household" = h."id"')
    expect(text).toContain('h."children known"')
  })

  it('compares a birth date with a day where the rule names an age', () => {
    expect(sql('ageInYears(mother.birthDate, on) >= 60')).toContain(`h."mother.birthDate" <= DATE '1964-02-29'`)
  })

  it('multiplies by a decimal as by its fraction', () => {
    expect(sql('home.price * 0.8')).toMatch(/\* CAST\('4' AS double precision\) \/ CAST\('5' AS double precision\)/)
  })

  it('gives money out as whole fen where it can only be whole', () => {
    expect(sql('min(home.price, home.limit)')).toContain('AS bigint) AS "out"')
    expect(sql('home.price * 0.8')).not.toContain('bigint')
  })

  it('gives missing branches the type of the result', () => {
    expect(sql('if household.registered then home.price else null')).toContain('CAST(NULL AS double precision)')
  })

  it('escapes what a dictionary or a rule may hold', () => {
    const text = sql(`mother.delivery = "o'clock"`, {
      layout: { ...layout, column: (fact) => `${fact}"; DROP TABLE households; --` },
    })
    expect(text).toContain(`'o''clock'`)
    expect(text).toContain(`h."mother.delivery""; DROP TABLE households; --"`)
  })

  it('refuses a rule that is not bound', () => {
    const { expr } = parseExpression('home.price > nurseryAid', testDictionary)
    if (expr === null) throw new Error('not well-typed')
    expect(() =>
      compileSql({ outputs: [{ name: 'out', expr }], scope: { row: null }, dialect: 'duckdb', layout }),
    ).toThrow(/expression-not-bound/)
  })

  it('refuses a rule whose text would grow without end', () => {
    const deep = Array.from({ length: 22 }).reduce<string>((inner) => `min(${inner}, home.limit)`, 'home.price')
    expect(() => sql(deep)).toThrow(/sql-too-long/)
  })
})
