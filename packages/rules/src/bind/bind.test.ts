import { dayNumberOf, isDomainError } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import type { Expr } from '../ast.ts'
import { evaluate } from '../evaluate.ts'
import { formatExpression } from '../format-expression.ts'
import { parseExpression } from '../parse-expression.ts'
import { householdEnvironment } from '../testing/household-environment.ts'
import { RandomExpressions } from '../testing/random-expression.ts'
import { randomHouseholds } from '../testing/random-households.ts'
import { Random } from '../testing/random.ts'
import { fractionalFacts, testDictionary, testParameters } from '../testing/test-dictionary.ts'
import { bind, type Binding } from './bind.ts'

const on = dayNumberOf(2024, 2, 29)

function parse(text: string): Expr {
  const { expr } = parseExpression(text, testDictionary, { scope: { row: 'children' } })
  if (expr === null) throw new Error(`not well-typed: ${text}`)
  return expr
}

function bound(text: string, binding: Partial<Binding> = {}): Expr {
  return bind(parse(text), {
    parameters: (name) => ({ value: testParameters.get(name) ?? null }),
    on,
    here: 421_202,
    derived: () => null,
    ...binding,
  })
}

describe('bind', () => {
  it('puts in parameters, the day and the region', () => {
    expect(bound('nurseryAid')).toMatchObject({ kind: 'literal', value: 50_000, type: { kind: 'money' } })
    expect(bound('on')).toMatchObject({ kind: 'literal', value: on })
    expect(bound('here')).toMatchObject({ kind: 'literal', value: 421_202 })
  })

  it('keeps a decimal parameter exact', () => {
    expect(bound('home.price * share')).toMatchObject({ right: { value: 0.35, exact: [7, 20] } })
  })

  it('lets a parameter vary by an expression', () => {
    const value = parse('if child.birthOrder >= 2 then home.price else home.limit')
    expect(bound('nurseryAid', { parameters: () => value })).toEqual(value)
  })

  it('folds constants', () => {
    expect(bound('1 + 2 * 3')).toMatchObject({ kind: 'literal', value: 7 })
    expect(bound('addYears(on, 3) > planFrom and child.filed')).toMatchObject({ kind: 'fact', name: 'child.filed' })
    expect(bound('child.filed or nurseryAid < nurseryAid')).toMatchObject({ kind: 'fact', name: 'child.filed' })
    expect(bound('child.filed and false')).toMatchObject({ kind: 'literal', value: false })
  })

  it('turns an age under a limit into a day of birth after a threshold', () => {
    expect(bound('ageInYears(child.birthDate, on) < 3')).toMatchObject({
      kind: 'binary',
      operator: '>',
      left: { kind: 'fact', name: 'child.birthDate' },
      right: { kind: 'literal', value: dayNumberOf(2021, 2, 28), type: { kind: 'date' } },
    })
  })

  it('leaves an age compared with another fact alone', () => {
    expect(formatExpression(bound('ageInYears(child.birthDate, on) < child.birthOrder'))).toContain('ageInYears')
  })

  it('turns a constant region into a range of codes', () => {
    expect(bound('within(child.region, 421200)')).toMatchObject({
      kind: 'between',
      low: { value: 421_200 },
      high: { value: 421_299 },
    })
    expect(bound('within(child.region, here)')).toMatchObject({ kind: 'binary', operator: '=' })
  })

  it('puts in derived facts, those within derived facts too', () => {
    const definitions = new Map([
      ['低收入', parse('child.filed and household.registered')],
      ['child.filed', parse('child.birthOrder >= 2')],
    ])
    const expr = bound('not(低收入)', { derived: (name) => definitions.get(name) ?? null })
    expect(formatExpression(expr)).toContain('child.birthOrder')
    expect(formatExpression(expr)).not.toContain('child.filed')
  })

  it('puts in what a sum adds up, where that is derived', () => {
    const definitions = new Map([['child.fee', parse('child.birthOrder * home.price')]])
    const expr = bound('sum(children[child.filed].fee)', { derived: (name) => definitions.get(name) ?? null })
    expect(expr).toMatchObject({ kind: 'sum', of: 'child.fee', value: { kind: 'binary', operator: '*' } })
    const rows = { children: [2, 3].map((order) => ({ 'child.birthOrder': order, 'child.filed': true })) }
    const environment = householdEnvironment(
      { facts: { 'home.price': 10 }, rows },
      { on, here: 421_202, row: null, parameters: testParameters },
    )
    expect(evaluate(expr, environment)).toBe(50)
  })

  it('names the cycle of derived facts that refer to each other', () => {
    const definitions = new Map([
      ['低收入', parse('child.filed')],
      ['child.filed', parse('not(低收入)')],
    ])
    try {
      bound('低收入', { derived: (name) => definitions.get(name) ?? null })
      expect.unreachable()
    } catch (error) {
      expect(isDomainError(error, 'derived-fact-cycle')).toBe(true)
      expect(String(error)).toContain('低收入 → child.filed → 低收入')
    }
  })

  it('changes no answer', () => {
    const random = new Random(11)
    const households = randomHouseholds(random, testDictionary, { count: 60, fractional: fractionalFacts })
    const expressions = new RandomExpressions(random, testDictionary)
    for (let index = 0; index < 300; index++) {
      const text = expressions.any({ row: null }, 1 + (index % 4))
      const [expr, after] = [parse(text), bound(text)]
      for (const household of households) {
        const environment = householdEnvironment(household, {
          on,
          here: 421_202,
          row: null,
          parameters: testParameters,
        })
        const [expected, got] = [evaluate(expr, environment), evaluate(after, environment)]
        if (got !== expected && !(got === 0 && expected === 0)) expect({ text, got }).toEqual({ text, got: expected })
      }
    }
  })
})
