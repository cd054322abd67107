/** Every rule of every pack, as it is in force on one day, over random households: four engines, one answer. */
import { readPackFiles } from '@junheng/cli/pack-files'
import type { Benefit, Place } from '@junheng/entitlements'
import { dayNumberOf, parseDayNumber } from '@junheng/kernel'
import { loadPacks, resolvePlace } from '@junheng/packs'
import {
  bind,
  formatExpression,
  makeDictionary,
  plainLayout,
  type Dictionary,
  type Environment,
  type Expr,
  type Household,
  type SqlLayout,
  type Value,
} from '@junheng/rules'
import { Random, randomHouseholds } from '@junheng/rules/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnValues, differences, evaluatedValues, sqlValues, type Rule } from './agreement.ts'
import { startDuckDb } from './duckdb-engine.ts'
import { loadHouseholds } from './load-households.ts'
import { startPostgres } from './postgres-engine.ts'
import type { SqlEngine } from './sql-engine.ts'

const ON = dayNumberOf(2026, 3, 1)
const HOUSEHOLDS = 400

const { packs } = loadPacks(await readPackFiles())
const places = [...packs.keys()]
  .flatMap((id) => resolvePlace(packs, id).place ?? [])
  .filter(({ plan }) => plan !== null)
const engines: SqlEngine[] = []

beforeAll(async () => {
  engines.push(await startDuckDb(), await startPostgres())
})

afterAll(async () => {
  for (const engine of engines) await engine.stop()
})

it('finds the five places', () => {
  expect(places.length).toBeGreaterThanOrEqual(5)
})

describe.each(places.map((place) => ({ id: place.id, place })))('the rules of $id', ({ id, place }) => {
  const dictionary = dictionaryOf(place)
  const layout = layoutOf(dictionary, id)
  const households = randomHouseholds(new Random(place.region), dictionary, { count: HOUSEHOLDS })
  const byRow = Map.groupBy(
    place.benefits,
    ({ subject }) => place.tables.find(({ row }) => row === subject)?.name ?? null,
  )

  beforeAll(async () => {
    for (const engine of engines) await loadHouseholds(engine, { households, dictionary, layout })
  })

  it.each([...byRow].map(([row, benefits]) => ({ row, benefits })))(
    'mean the same to all engines over rows of $row',
    async ({ row, benefits }) => {
      const rules = rulesOf(place, benefits)
      const environments = households.flatMap((household) =>
        rowsOf(household, row).map((current) => environmentOf(place, household, current)),
      )
      const expected = evaluatedValues(rules, environments)
      expect(rules.length).toBeGreaterThan(0)
      expect(differences(rules, expected, columnValues(rules, { households, dictionary, row }))).toEqual([])
      for (const engine of engines) {
        const got = await sqlValues(rules, { engine, layout, row })
        expect(differences(rules, expected, got), engine.dialect).toEqual([])
      }
    },
  )
})

/** Conditions, bounds and amounts of the benefits, each different one once. `here` differs from benefit to benefit, so rules are bound by theirs. */
function rulesOf(place: Place, benefits: readonly Benefit[]): readonly Rule[] {
  const definitions = new Map(place.facts.map((fact) => [fact.name, fact.is]))
  const rules = new Map<string, Rule>()
  for (const { conditions, from, to, amount, here } of benefits) {
    for (const expr of [...conditions.map(({ when }) => when), from, to, amount?.value ?? null]) {
      if (expr === null) continue
      const withHere = bind(expr, {
        parameters: (name) => ({ value: parameterOn(place, name) }),
        on: ON,
        here,
        derived: (fact) => definitions.get(fact) ?? null,
      })
      rules.set(JSON.stringify(withHere), { text: formatExpression(expr), expr: inPlace(expr, here), bound: withHere })
    }
  }
  return [...rules.values()]
}

/** The unbound rule for the evaluator, with `here` alone put in, which its environment has only one of. */
function inPlace(expr: Expr, here: number): Expr {
  if (expr.kind === 'context' && expr.name === 'here') {
    return { kind: 'literal', value: here, type: expr.type, span: expr.span }
  }
  const changed = Object.entries(expr).map(([key, value]) => [key, replaceIn(value, here)])
  return Object.fromEntries(changed) as Expr
}

function replaceIn(value: unknown, here: number): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, here))
  const isNode = typeof value === 'object' && value !== null && 'kind' in value && 'span' in value
  return isNode ? inPlace(value as Expr, here) : value
}

function parameterOn(place: Place, name: string): Value {
  const values = place.parameters.find(({ id }) => id === name)?.values ?? []
  const inForce = values.findLast(({ from }) => (parseDayNumber(from) ?? 0) <= ON)
  const ended = inForce?.to !== null && inForce?.to !== undefined && (parseDayNumber(inForce.to) ?? 0) <= ON
  return inForce === undefined || ended ? null : inForce.value
}

function environmentOf(place: Place, household: Household, row: Environment['row']): Environment {
  const facts = new Map(place.facts.map((fact) => [fact.name, fact]))
  const environment = (current: Environment['row']): Environment => ({
    fact: (name, index) => {
      const info = facts.get(name)
      if (info === undefined) return null
      if (info.is !== null) {
        const own = info.table === null || index === null ? null : { table: info.table, index }
        return evaluatedValues([{ text: name, expr: info.is, bound: info.is }], [environment(own)])[0]?.[0] ?? null
      }
      if (info.table === null) return household.facts[name] ?? null
      return index === null ? null : (household.rows[info.table]?.[index]?.[name] ?? null)
    },
    parameter: (name) => parameterOn(place, name),
    rowCount: (table) => household.rows[table]?.length ?? null,
    on: ON,
    here: place.region,
    row: current,
  })
  return environment(row)
}

function dictionaryOf(place: Place): Dictionary {
  const facts = place.facts.filter(({ is }) => is === null).map((fact) => ({ ...fact, aliases: [] }))
  return makeDictionary({
    facts,
    tables: place.tables.map((table) => ({ ...table, aliases: [] })),
    codeLists: place.codeLists,
  })
}

/** The plain layout with tables of its own for each place. */
function layoutOf(dictionary: Dictionary, id: string): SqlLayout {
  const plain = plainLayout(dictionary)
  return {
    ...plain,
    households: { ...plain.households, table: `${id} households` },
    tables: new Map([...plain.tables].map(([name, table]) => [name, { ...table, table: `${id} ${name}` }])),
  }
}

function rowsOf(household: Household, row: string | null) {
  return row === null ? [null] : (household.rows[row] ?? []).map((_, index) => ({ table: row, index }))
}
