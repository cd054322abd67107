import { evaluate } from '@junheng/rules'
import type { Environment, Value } from '@junheng/rules'
import type { PlaceIndex } from './place-index.ts'
import type { Situation } from './situation.ts'

export type Row = Environment['row']

export interface HouseholdDay {
  readonly index: PlaceIndex
  readonly situation: Situation
  readonly row: Row
  readonly here: number
  /** Day number the answer is asked for. */
  readonly on: number
  /** Day number whose parameter values count; null when it is not known. */
  readonly judged: number | null
}

export interface HouseholdEnvironment extends Environment {
  /** Day number whose rules count; null when it is not known. */
  readonly judged: number | null
  /** True once a parameter was read that has no value on the judged day. */
  readonly readNoValue: () => boolean
}

/** What rules read of one household on one day. Derived facts are worked out when first read. */
export function householdEnvironment({ index, situation, row, here, on, judged }: HouseholdDay): HouseholdEnvironment {
  let derived: Map<string, Value> | undefined
  let noValue = false

  const env: HouseholdEnvironment = {
    on,
    here,
    row,
    judged,
    fact: (name, rowIndex) => {
      const info = index.facts.get(name)
      if (info === undefined) return null
      if (info.is === null) {
        if (info.table === null) return situation.facts[name] ?? null
        return rowIndex === null ? null : (situation.rows[info.table]?.[rowIndex]?.[name] ?? null)
      }
      const key = rowIndex === null ? name : `${name} ${rowIndex}`
      const known = derived?.get(key)
      if (known !== undefined) return known
      const own = info.table === null || rowIndex === null ? null : { table: info.table, index: rowIndex }
      const value = evaluate(info.is, own === null && row === null ? env : { ...env, row: own })
      derived ??= new Map()
      derived.set(key, value)
      return value
    },
    parameter: (name) => {
      if (judged === null) return null
      const values = index.parameters.get(name) ?? []
      for (let i = values.length - 1; i >= 0; i--) {
        const dated = values[i]
        if (dated === undefined || dated.from > judged) continue
        if (dated.to === null || judged < dated.to) return dated.value
        break
      }
      noValue = true
      return null
    },
    rowCount: (table) => situation.rows[table]?.length ?? null,
    derived: (name) => index.facts.get(name)?.is ?? null,
    readNoValue: () => noValue,
  }
  return env
}
