import { dayNumberOf } from '@junheng/kernel'
import type { Dictionary, FactDeclaration, Type, Value } from '../types.ts'
import type { Household } from '../columns/household.ts'
import type { Random } from './random.ts'

const REGIONS = [421_202, 421_201, 421_200, 420_000, 110_105, 110_000, 340_403, 340_400, 152_921]

export interface HouseholdOptions {
  readonly count: number
  readonly missing?: number
  readonly maxRows?: number
  /** Number facts that are not whole. */
  readonly fractional?: ReadonlySet<string>
}

/** Households with about `missing` of their facts missing, and as many of their tables unknown. */
export function randomHouseholds(
  random: Random,
  dictionary: Dictionary,
  { count, missing = 0.15, maxRows = 3, fractional = new Set() }: HouseholdOptions,
): readonly Household[] {
  const facts = [...dictionary.facts.values()]
  const valueOf = ({ name, type }: FactDeclaration): Value =>
    // Quarters add up without rounding in any order, which a database does not promise.
    fractional.has(name) ? random.whole(-40, 400) / 4 : randomValue(random, dictionary, type)
  const valuesOf = (table: string | null): Record<string, Value> =>
    Object.fromEntries(
      facts
        .filter((fact) => fact.table === table)
        .map((fact) => [fact.name, random.chance(missing) ? null : valueOf(fact)]),
    )
  return Array.from({ length: count }, () => ({
    facts: valuesOf(null),
    rows: Object.fromEntries(
      [...dictionary.tables.keys()]
        .filter(() => !random.chance(missing / 2))
        .map((table) => [table, Array.from({ length: random.whole(0, maxRows) }, () => valuesOf(table))]),
    ),
  }))
}

function randomValue(random: Random, dictionary: Dictionary, type: Type): Value {
  switch (type.kind) {
    case 'boolean':
      return random.chance(0.5)
    case 'number':
      return random.whole(0, 12)
    case 'money':
      return random.chance(0.2) ? random.whole(0, 30) : random.whole(0, 3_000_000) * 100
    case 'date':
      return randomDay(random)
    case 'region':
      return random.pick(REGIONS)
    case 'code':
      return random.pick(dictionary.codeLists.get(type.list)?.codes ?? []).code
    case 'null':
      return null
  }
}

/** Days from 1940 to 2027, month ends and leap days more often than chance would have them. */
function randomDay(random: Random): number {
  const year = random.whole(1940, 2027)
  if (random.chance(0.15)) return dayNumberOf(random.pick([1940, 1964, 2000, 2020, 2024]), 2, 29)
  const month = random.whole(1, 12)
  const day = random.chance(0.3) ? random.pick([1, 28]) : random.whole(1, 28)
  return dayNumberOf(year, month, day) + (random.chance(0.2) ? 3 : 0)
}
