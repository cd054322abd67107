import { totalOf, type AgeSex, type Sex } from '../age-sex.ts'
import { requireLength } from '../demography-error.ts'
import type { NetMigration } from './year-inputs.ts'

/** What is left of a cell that more leave than are in it, in persons (UN ccmppWPP). */
const leastLeft = 1e-5

/**
 * Net migrants in persons by age and sex of a population at the year's start. Where more would leave than are there,
 * they are cut. Throws `shape` when ages differ.
 */
export function netMigrants(start: AgeSex, migration: NetMigration): AgeSex {
  const people = 'total' in migration ? totalOf(start) : 0
  const one = (sex: Sex): Float64Array => {
    if ('total' in migration) return start[sex].map((count) => (people > 0 ? (migration.total * count) / people : 0))
    const values = 'rates' in migration ? migration.rates[sex] : migration[sex]
    requireLength(values, start[sex].length, `migration ${sex}`)
    return 'rates' in migration ? values.map((rate, age) => rate * (start[sex][age] ?? 0)) : values
  }
  return { male: cut(start.male, one('male')), female: cut(start.female, one('female')) }
}

function cut(start: Float64Array, migration: Float64Array): Float64Array {
  return migration.map((net, age) => {
    const here = start[age] ?? 0
    return net < 0 && here + net <= 0 ? leastLeft - here : net
  })
}
