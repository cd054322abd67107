/** Where this language and FEEL mean the same, the FEEL interpreter feelin must give the same; where not, the table says so. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bind, childrenOf, evaluate, parseExpression, type Expr, type Household, type Value } from '@junheng/rules'
import {
  fractionalFacts,
  householdEnvironment,
  Random,
  RandomExpressions,
  randomHouseholds,
  testDictionary,
  testParameters,
} from '@junheng/rules/testing'
import { evaluate as feelin } from 'feelin'
import { describe, expect, it } from 'vitest'
import { directedRules } from './directed-rules.ts'
import { feelText, NotShared } from './feel-text.ts'
import { feelinDifferences } from './feelin-differences.ts'

const world = { on: 19_782, here: 421_202, row: null, parameters: testParameters }
const plainNames = new Map(
  [...testDictionary.facts.keys(), ...testDictionary.tables.keys()].map((name, index) => [name, `f${index}`]),
)
const plain = (name: string) => plainNames.get(name) ?? 'unknown'

interface Shared {
  readonly text: string
  readonly expr: Expr
  readonly feel: string
}

describe('feelin', () => {
  const random = new Random(41)
  const expressions = new RandomExpressions(random, testDictionary)
  const texts = Array.from({ length: 1500 }, (_, index) => expressions.any({ row: null }, 1 + (index % 4)))
  const shared = [...directedRules, ...texts].flatMap(sharedRule)

  it('understands enough of the same rules', () => {
    expect(shared.length).toBeGreaterThan(600)
  })

  it('gives the same where all facts are known', () => {
    const households = randomHouseholds(random, testDictionary, { count: 120, missing: 0, fractional: fractionalFacts })
    expect(differencesOver(households, shared)).toEqual([])
  })

  it('gives the same with missing facts, in logic, order, arithmetic, min and max', () => {
    const strict = shared.filter(({ expr }) => isKleene(expr))
    const households = randomHouseholds(random, testDictionary, {
      count: 200,
      missing: 0.3,
      fractional: fractionalFacts,
    })
    expect(strict.length).toBeGreaterThan(80)
    expect(differencesOver(households, strict)).toEqual([])
  })
})

describe('the deliberate differences from FEEL', () => {
  const document = readFileSync(join(import.meta.dirname, '../docs/rules-differences.md'), 'utf8')

  it.each(feelinDifferences)('$text: $ours here, $theirs in FEEL', ({ text, facts, rows, ours, feel, theirs }) => {
    const household: Household = { facts, rows: rows ?? {} }
    const { expr } = parseExpression(text, testDictionary)
    if (ours === 'refused') expect(expr).toBeNull()
    else expect(expr === null ? 'refused' : evaluate(expr, householdEnvironment(household, world))).toBe(ours)
    expect(feelin(feel, feelContext(household)).value ?? null).toEqual(theirs)
    expect(document).toContain(`\`${text}\``)
  })
})

function sharedRule(text: string): readonly Shared[] {
  const { expr } = parseExpression(text, testDictionary)
  if (expr === null) throw new Error(`not well-typed: ${text}`)
  const parameters = (name: string) => ({ value: testParameters.get(name) ?? null })
  // Unfolded ages would be asked of feelin, which has none; bound, they are comparisons of days.
  const bound = bind(expr, { parameters, on: world.on, here: world.here, derived: () => null })
  try {
    return [{ text, expr: bound, feel: feelText(bound, { household: 'h', row: null, plain }) }]
  } catch (error) {
    if (error instanceof NotShared) return []
    throw error
  }
}

/** Nothing in it that FEEL decides with two values: equality, lists, `if`, and rows. */
function isKleene(expr: Expr): boolean {
  const isTwoValued =
    ['in-list', 'if', 'some', 'every', 'count', 'sum'].includes(expr.kind) ||
    (expr.kind === 'binary' && (expr.operator === '=' || expr.operator === '!='))
  return !isTwoValued && childrenOf(expr).every(isKleene)
}

function differencesOver(households: readonly Household[], rules: readonly Shared[]): readonly unknown[] {
  const context = { households: households.map(contextOf) }
  const environments = households.map((household) => householdEnvironment(household, world))
  const found: unknown[] = []
  for (const { text, expr, feel } of rules) {
    const values = feelin(`for h in households return ${feel}`, context).value as Value[]
    const wanted = environments.map((environment) => evaluate(expr, environment))
    const at = wanted.findIndex((want, index) => want !== values[index] && !(want === 0 && values[index] === 0))
    if (at >= 0 && found.length < 10) found.push({ text, feel, want: wanted[at], have: values[at] })
  }
  return found
}

/** The household as feelin's context, facts and tables by their plain names. */
function contextOf({ facts, rows }: Household): object {
  const rename = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [plain(name), value]))
  const tables = [...testDictionary.tables.keys()].map((table) => [plain(table), (rows[table] ?? []).map(rename)])
  return { ...rename(facts), ...Object.fromEntries(tables) }
}

/** The few facts of the table of differences, by names one can read. */
function feelContext({ facts, rows }: Household): object {
  return {
    rooms: facts['household.rooms'] ?? null,
    price: facts['home.price'] ?? null,
    filed: facts['household.registered'] ?? null,
    delivery: facts['mother.delivery'] ?? null,
    children: (rows['children'] ?? []).map((row) => ({ order: row['child.birthOrder'], fee: row['child.fee'] })),
  }
}
