import type { Household } from '../columns/household.ts'
import type { Environment } from '../environment.ts'

/** The environment `evaluate` needs, over one household of a test. */
export function householdEnvironment(
  { facts, rows }: Household,
  world: Pick<Environment, 'on' | 'here' | 'row'> & { readonly parameters: ReadonlyMap<string, number> },
): Environment {
  // A row fact's table is the one whose row carries its name.
  const rowFact = (name: string, index: number) => {
    for (const table of Object.values(rows)) {
      const record = table?.[index]
      if (record !== undefined && name in record) return record[name] ?? null
    }
    return null
  }
  return {
    fact: (name, row) => (row === null ? (facts[name] ?? null) : rowFact(name, row)),
    parameter: (name) => world.parameters.get(name) ?? null,
    rowCount: (table) => rows[table]?.length ?? null,
    on: world.on,
    here: world.here,
    row: world.row,
  }
}
