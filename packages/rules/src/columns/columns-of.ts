import type { Dictionary, FactDeclaration, Value } from '../types.ts'
import type { ChildColumns, Column, ColumnArray, ColumnData } from './column-data.ts'
import type { Household } from './household.ts'

/** Households as columns: the facts of the dictionary, null masks only where a value is missing. */
export function columnsOf(households: readonly Household[], dictionary: Dictionary): ColumnData {
  const rowsOf = new Map(
    [...dictionary.tables.keys()].map((table) => [table, households.flatMap(({ rows }) => rows[table] ?? [])]),
  )
  const facts = new Map<string, Column>()
  for (const fact of dictionary.facts.values()) {
    const records = fact.table === null ? households.map((one) => one.facts) : (rowsOf.get(fact.table) ?? [])
    const values = records.map((record) => record[fact.name] ?? null)
    facts.set(fact.name, columnOf(values, fact, dictionary))
  }
  const tables = new Map([...dictionary.tables.keys()].map((table) => [table, childColumns(households, table)]))
  return { households: households.length, facts, tables }
}

function columnOf(values: readonly Value[], { type }: FactDeclaration, dictionary: Dictionary): Column {
  const codes = type.kind === 'code' ? (dictionary.codeLists.get(type.list)?.codes ?? []) : []
  const places = new Map(codes.map(({ code }, place) => [code, place]))
  const array = newColumn(type.kind, values.length)
  let nulls: Uint8Array | null = null
  values.forEach((value, index) => {
    const number = typeof value === 'string' ? places.get(value) : value
    if (number === null || number === undefined) {
      nulls ??= new Uint8Array(values.length)
      nulls[index] = 1
    } else {
      array[index] = Number(number)
    }
  })
  return { values: array, nulls }
}

function newColumn(kind: FactDeclaration['type']['kind'], length: number): ColumnArray {
  if (kind === 'boolean') return new Uint8Array(length)
  return kind === 'number' || kind === 'money' ? new Float64Array(length) : new Int32Array(length)
}

function childColumns(households: readonly Household[], table: string): ChildColumns {
  const offsets = new Int32Array(households.length + 1)
  let unknown: Uint8Array | null = null
  households.forEach(({ rows }, h) => {
    const known = rows[table]
    if (known === undefined) {
      unknown ??= new Uint8Array(households.length)
      unknown[h] = 1
    }
    offsets[h + 1] = (offsets[h] ?? 0) + (known?.length ?? 0)
  })
  return { offsets, unknown }
}
