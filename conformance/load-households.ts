import {
  columnType,
  dayText,
  quoteName,
  quoteText,
  type Dictionary,
  type FactDeclaration,
  type Household,
  type SqlLayout,
  type SqlTable,
  type Value,
} from '@junheng/rules'
import type { SqlEngine } from './sql-engine.ts'

/** Creates the tables of a layout in an empty database and fills them with the households. */
export async function loadHouseholds(
  engine: SqlEngine,
  { households, dictionary, layout }: { households: readonly Household[]; dictionary: Dictionary; layout: SqlLayout },
): Promise<void> {
  const facts = [...dictionary.facts.values()]
  const tables = [...layout.tables]
  const flags = tables.flatMap(([name, { known }]) => (known === null ? [] : [{ name, known }]))
  const own = facts.filter(({ table }) => table === null)
  await fill(engine, layout.households.table, {
    columns: [
      `${quoteName(layout.households.key)} integer PRIMARY KEY`,
      ...flags.map(({ known }) => `${quoteName(known)} boolean`),
      ...own.map((fact) => columnOf(fact, layout)),
    ],
    rows: households.map((one, id) => [
      String(id),
      ...flags.map(({ name }) => String(one.rows[name] !== undefined)),
      ...own.map((fact) => valueText(one.facts[fact.name] ?? null, fact)),
    ]),
  })
  for (const [name, table] of tables) await loadRows(engine, { name, table, households, facts, layout })
}

async function loadRows(
  engine: SqlEngine,
  options: {
    name: string
    table: SqlTable
    households: readonly Household[]
    facts: readonly FactDeclaration[]
    layout: SqlLayout
  },
): Promise<void> {
  const { name, table, households, layout } = options
  const facts = options.facts.filter((fact) => fact.table === name)
  await fill(engine, table.table, {
    columns: [
      `${quoteName(table.parent)} integer`,
      `${quoteName(table.order)} integer`,
      ...facts.map((fact) => columnOf(fact, layout)),
    ],
    rows: households.flatMap((one, id) =>
      (one.rows[name] ?? []).map((row, index) => [
        String(id),
        String(index),
        ...facts.map((fact) => valueText(row[fact.name] ?? null, fact)),
      ]),
    ),
  })
  const index = quoteName(`${table.table} by household`)
  await engine.run(`CREATE INDEX ${index} ON ${quoteName(table.table)} (${quoteName(table.parent)})`)
  if (engine.dialect === 'postgres') await engine.run('ANALYZE')
}

async function fill(
  engine: SqlEngine,
  name: string,
  { columns, rows }: { columns: readonly string[]; rows: readonly (readonly string[])[] },
): Promise<void> {
  await engine.run(`CREATE TABLE ${quoteName(name)} (${columns.join(', ')})`)
  for (let from = 0; from < rows.length; from += 500) {
    const batch = rows.slice(from, from + 500).map((row) => `(${row.join(', ')})`)
    await engine.run(`INSERT INTO ${quoteName(name)} VALUES ${batch.join(', ')}`)
  }
}

function columnOf(fact: FactDeclaration, layout: SqlLayout): string {
  return `${quoteName(layout.column(fact.name))} ${columnType(fact.type)}`
}

function valueText(value: Value, { type }: FactDeclaration): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return quoteText(value)
  return type.kind === 'date' && typeof value === 'number' ? dayText(value) : String(value)
}
