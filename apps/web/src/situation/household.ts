import type { FactInfo, Place } from '@junheng/entitlements'

/** A fact as this page keeps it: money in yuan, days in ISO, regions as six-digit numbers. */
export type FactValue = boolean | number | string

/** Which fact, and of which row of its table; index null for the household as a whole. */
export interface FactKey {
  readonly fact: string
  readonly index: number | null
}

/** What one family has told this device. Nothing of it ever leaves it. */
export interface Household {
  readonly facts: Readonly<Record<string, FactValue>>
  /** Rows by table; a table that is absent is unknown. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, FactValue>>[]>>
  /** Topics the family opened of its own accord. */
  readonly topics: readonly string[]
  /** Questions put aside, as `keyText`. */
  readonly skipped: readonly string[]
}

export const emptyHousehold: Household = { facts: {}, rows: {}, topics: [], skipped: [] }

export function keyText({ fact, index }: FactKey): string {
  return index === null ? fact : `${fact}#${index}`
}

/** The value given, or undefined where none is. */
export function findValue(household: Household, table: string | null, { fact, index }: FactKey): FactValue | undefined {
  return table === null || index === null ? household.facts[fact] : household.rows[table]?.[index]?.[fact]
}

/** The household with one answer more or changed; undefined takes the answer back. */
export function withValue(
  household: Household,
  {
    info,
    index,
    value,
  }: { readonly info: FactInfo; readonly index: number | null; readonly value: FactValue | undefined },
): Household {
  const skipped = household.skipped.filter((key) => key !== keyText({ fact: info.name, index }))
  if (info.table === null || index === null) {
    return { ...household, skipped, facts: assign(household.facts, info.name, value) }
  }
  const rows = household.rows[info.table] ?? []
  return {
    ...household,
    skipped,
    rows: {
      ...household.rows,
      [info.table]: rows.map((row, at) => (at === index ? assign(row, info.name, value) : row)),
    },
  }
}

function assign(
  record: Readonly<Record<string, FactValue>>,
  name: string,
  value: FactValue | undefined,
): Readonly<Record<string, FactValue>> {
  const { [name]: _before, ...rest } = record
  return value === undefined ? rest : { ...rest, [name]: value }
}

export function withSkipped(household: Household, key: FactKey): Household {
  return { ...household, skipped: [...new Set([...household.skipped, keyText(key)])] }
}

/** A new row at the end of a table; later children of a page that begins with the youngest are the older ones. */
export function withRow(household: Household, table: string): Household {
  return { ...household, rows: { ...household.rows, [table]: [...(household.rows[table] ?? []), {}] } }
}

/** Without one row; the questions put aside for rows are asked again, as their numbers change. */
export function withoutRow(household: Household, table: string, index: number, place: Place): Household {
  const row = place.tables.find((one) => one.name === table)?.row ?? table
  return {
    ...household,
    skipped: household.skipped.filter((key) => !key.startsWith(`${row}.`)),
    rows: { ...household.rows, [table]: (household.rows[table] ?? []).filter((_, at) => at !== index) },
  }
}

/** How many answers there are. */
export function countAnswers(household: Household): number {
  const inRows = Object.values(household.rows).flat()
  return [household.facts, ...inRows].reduce((sum, record) => sum + Object.keys(record).length, 0)
}

export function isEmpty(household: Household): boolean {
  return countAnswers(household) === 0 && Object.keys(household.rows).length === 0 && household.topics.length === 0
}

/** Row names of the tables the family has said are empty (`child`, `member`). */
export function absentSubjects(place: Place, household: Household): readonly string[] {
  return place.tables.filter((table) => household.rows[table.name]?.length === 0).map((table) => table.row)
}

/** Every answer given that this place asks about, rows first. */
export function givenFacts(
  place: Place,
  household: Household,
): readonly { readonly key: FactKey; readonly info: FactInfo }[] {
  return place.facts.flatMap((info): { key: FactKey; info: FactInfo }[] => {
    if (info.table === null)
      return household.facts[info.name] === undefined ? [] : [{ key: { fact: info.name, index: null }, info }]
    return (household.rows[info.table] ?? []).flatMap((row, index) =>
      row[info.name] === undefined ? [] : [{ key: { fact: info.name, index }, info }],
    )
  })
}
