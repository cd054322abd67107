import type { Place } from '@junheng/entitlements'
import { within } from '@junheng/kernel'
import type { FactValue, Household } from '../situation/household.ts'

/** The same family as if it lived in `to`: every answer that lies in `from` lies in `to` instead. */
export function movedHousehold(
  household: Household,
  { from, to }: { readonly from: Place; readonly to: Place },
): Household {
  const regions = new Set(from.facts.filter((fact) => fact.type.kind === 'region').map((fact) => fact.name))
  const move = (record: Readonly<Record<string, FactValue>>) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        regions.has(name) && typeof value === 'number' && within(value, from.region) ? to.region : value,
      ]),
    )
  return {
    ...household,
    facts: move(household.facts),
    rows: Object.fromEntries(Object.entries(household.rows).map(([table, rows]) => [table, rows.map(move)])),
  }
}
