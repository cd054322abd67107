import { dayNumberOf } from '@junheng/kernel'
import type { FactInfo, Place, Situation } from '@junheng/entitlements'
import type { ChildColumns, Column, ColumnArray, ColumnData, Value } from '@junheng/rules'
import { Random } from '@junheng/rules/testing'

/**
 * Households a place might have, as columns: each fact within the bounds its dictionary gives, `missing` of the values
 * missing, up to three children, a third of the households with old people.
 */
export function placePopulation(
  place: Place,
  { households, missing, on }: { households: number; missing: number; on: number },
): ColumnData {
  const random = new Random(97)
  const tables = new Map(place.tables.map(({ name }) => [name, childRows(random, name, households)]))
  const facts = new Map<string, Column>()
  for (const fact of place.facts) {
    if (fact.is !== null) continue
    const rows = fact.table === null ? households : (tables.get(fact.table)?.offsets[households] ?? 0)
    facts.set(fact.name, column(fact, { rows, missing, random, place, on }))
  }
  return { households, facts, tables }
}

function childRows(random: Random, table: string, households: number): ChildColumns {
  const offsets = new Int32Array(households + 1)
  for (let h = 0; h < households; h++) {
    const rows = table === 'children' ? random.pick([0, 1, 1, 1, 2, 2, 3]) : random.pick([0, 0, 1])
    offsets[h + 1] = (offsets[h] ?? 0) + rows
  }
  return { offsets, unknown: null }
}

interface Options {
  readonly rows: number
  readonly missing: number
  readonly random: Random
  readonly place: Place
  readonly on: number
}

function column(fact: FactInfo, options: Options): Column {
  const { rows, missing, random } = options
  const values = emptyColumn(fact, rows)
  const nulls = missing === 0 ? null : new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    if (nulls !== null && random.chance(missing)) nulls[row] = 1
    else values[row] = randomValue(fact, options)
  }
  return { values, nulls }
}

function emptyColumn({ type }: FactInfo, rows: number): ColumnArray {
  if (type.kind === 'boolean') return new Uint8Array(rows)
  return type.kind === 'number' || type.kind === 'money' ? new Float64Array(rows) : new Int32Array(rows)
}

function randomValue({ name, type, min, max }: FactInfo, { random, place, on }: Options): number {
  switch (type.kind) {
    case 'boolean':
      return random.whole(0, 1)
    case 'number':
      return random.whole(min ?? 0, Math.min(max ?? 10, (min ?? 0) + 20))
    case 'money':
      return random.whole(min ?? 0, Math.min(max ?? 100_000, 2_000_000)) * 100
    case 'date':
      return randomDay(name, random, on)
    case 'region':
      return random.chance(0.7) ? place.region : random.pick([421_200, 421_201, 340_403, 110_105, 152_921])
    case 'code':
      return random.whole(0, (place.codeLists.find((list) => list.name === type.list)?.codes.length ?? 1) - 1)
  }
}

function randomDay(name: string, random: Random, on: number): number {
  if (name.startsWith('member.birthDate')) return random.whole(dayNumberOf(1945, 1, 1), dayNumberOf(1975, 1, 1))
  if (name.startsWith('mother.birthDate')) return random.whole(dayNumberOf(1980, 1, 1), dayNumberOf(2004, 1, 1))
  return random.whole(on - 8 * 365, on + 100)
}

/** One household of the columns as the family's page has it. */
export function situationAt(place: Place, data: ColumnData, household: number): Situation {
  const recordAt = (table: string | null, index: number): Record<string, Value> =>
    Object.fromEntries(
      place.facts
        .filter((fact) => fact.table === table && fact.is === null)
        .map((fact) => [fact.name, valueAt(place, fact, data.facts.get(fact.name), index)]),
    )
  const rows = Object.fromEntries(
    place.tables.map(({ name }) => {
      const offsets = data.tables.get(name)?.offsets
      const [start, end] = [offsets?.[household] ?? 0, offsets?.[household + 1] ?? 0]
      return [name, Array.from({ length: end - start }, (_, index) => recordAt(name, start + index))]
    }),
  )
  return { facts: recordAt(null, household), rows }
}

function valueAt(place: Place, { type }: FactInfo, column: Column | undefined, index: number): Value {
  if (column === undefined || column.nulls?.[index] === 1) return null
  const value = column.values[index] ?? 0
  if (type.kind === 'boolean') return value === 1
  if (type.kind !== 'code') return value
  return place.codeLists.find((list) => list.name === type.list)?.codes[value]?.code ?? null
}
