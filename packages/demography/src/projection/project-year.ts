import { sexes, sumOf, type AgeSex, type Sex } from '../age-sex.ts'
import { requireLength } from '../demography-error.ts'
import type { MigrationTiming, YearInputs, YearResult } from './year-inputs.ts'

/** What stands in a cell that would go negative, in persons (UN ccmppWPP). */
const leastCell = 0.0005
/** What is left of a cell that more leave than are in it, in persons (UN ccmppWPP). */
const leastLeft = 1e-5

/**
 * Projects one year by single age and sex, as the UN's engine does with z = 1: survivors along cohorts, births from the
 * mean of the women at the start and their survivors, infants, migrants by the timing rule.
 *
 * The balance holds to rounding: end = start + births − deaths + migration + filled.
 * Throws `shape` when the ages of population, survival and migration differ.
 */
export function projectYear(start: AgeSex, inputs: YearInputs, timing: MigrationTiming): YearResult {
  const size = start.male.length
  for (const sex of sexes) {
    requireLength(start[sex], size, `population ${sex}`)
    requireLength(inputs.survival[sex], size, `survival ${sex}`)
    requireLength(inputs.migration[sex], size, `migration ${sex}`)
  }
  const migration = bySex((sex) => cutMigrants(start[sex], inputs.migration[sex]))
  const early = timing === 'even' ? 0.5 : 0
  const exposed = bySex((sex) => start[sex].map((count, age) => count + early * at(migration[sex], age)))
  const deaths = bySex((sex) => cohortDeaths(exposed[sex], inputs.survival[sex]))
  const end = bySex((sex) => survivors(exposed[sex], deaths[sex]))
  const birthsByAge = birthsOf(exposed.female, end.female, inputs)
  const total = sumOf(birthsByAge)
  const girls = total / (1 + inputs.srb)
  const births = { male: total - girls, female: girls }
  let filled = 0
  for (const sex of sexes) {
    const dead = (1 - at(inputs.survival[sex], 0)) * births[sex]
    deaths[sex][0] = dead
    end[sex][0] = births[sex] - dead
    for (let age = 0; age < size; age++) {
      const count = at(end[sex], age) + (1 - early) * at(migration[sex], age)
      end[sex][age] = count < 0 ? leastCell : count
      if (count < 0) filled += leastCell - count
    }
  }
  return { end, births, birthsByAge, deaths, migration, filled }
}

function at(values: Float64Array, age: number): number {
  return values[age] ?? 0
}

function bySex(make: (sex: Sex) => Float64Array): AgeSex {
  return { male: make('male'), female: make('female') }
}

function cutMigrants(start: Float64Array, migration: Float64Array): Float64Array {
  return migration.map((net, age) => (net < 0 && at(start, age) + net <= 0 ? leastLeft - at(start, age) : net))
}

/** D[x] = (1 − Sx)·P[x−1], and the open age's out of both P[A−1] and P[A]; D[0] waits for the births. */
function cohortDeaths(exposed: Float64Array, survival: Float64Array): Float64Array {
  const open = exposed.length - 1
  return survival.map((ratio, age) => {
    if (age === 0) return 0
    return (1 - ratio) * (at(exposed, age - 1) + (age === open ? at(exposed, open) : 0))
  })
}

function survivors(exposed: Float64Array, deaths: Float64Array): Float64Array {
  const open = exposed.length - 1
  return deaths.map((dead, age) => {
    if (age === 0) return 0
    return at(exposed, age - 1) + (age === open ? at(exposed, open) : 0) - dead
  })
}

/** b[x] = f[x]·(start + survived women)/2; none at age 0 and in the open age. */
function birthsOf(women: Float64Array, survived: Float64Array, { fertility }: YearInputs): Float64Array {
  const births = new Float64Array(women.length)
  fertility.rates.forEach((rate, index) => {
    const age = fertility.fromAge + index
    if (age > 0 && age < women.length - 1) births[age] = (rate * (at(women, age) + at(survived, age))) / 2
  })
  return births
}
