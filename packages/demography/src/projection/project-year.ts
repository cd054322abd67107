import { sexes, sumOf, type AgeSex, type Sex } from '../age-sex.ts'
import { requireLength } from '../demography-error.ts'
import { singleAgeFertility } from '../schedules/single-age-fertility.ts'
import { netMigrants } from './net-migrants.ts'
import type { MigrationTiming, YearInputs, YearResult } from './year-inputs.ts'

/** What stands in a cell that would go negative, in persons (UN ccmppWPP). */
const leastCell = 0.0005

/**
 * Projects one year by single age and sex, as the UN's engine does: survivors along cohorts, births from the mean of the
 * women at the start and at the end, infants, migrants by the timing rule. Under "even" half the migrants are among the
 * women at the start and all are at the end; under "end" none bear or die in the year.
 *
 * The balance holds to rounding: end = start + births − deaths + migration + filled.
 * Throws `shape` when the ages of population, survival and migration differ.
 */
export function projectYear(start: AgeSex, inputs: YearInputs, timing: MigrationTiming): YearResult {
  const size = start.male.length
  for (const sex of sexes) {
    requireLength(start[sex], size, `population ${sex}`)
    requireLength(inputs.survival[sex], size, `survival ${sex}`)
  }
  const migration = netMigrants(start, inputs.migration)
  const early = timing === 'even' ? 0.5 : 0
  const exposed = bySex((sex) => start[sex].map((count, age) => count + early * at(migration[sex], age)))
  const deaths = bySex((sex) => cohortDeaths(exposed[sex], inputs.survival[sex]))
  const end = bySex((sex) => survivors(exposed[sex], deaths[sex]))
  const women = exposed.female.map(
    (count, age) => (count + at(end.female, age) + early * at(migration.female, age)) / 2,
  )
  const birthsByAge = birthsOf(women, inputs)
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

/** b[x] = width·f[x]·women[x]; none at age 0 and in the open age. */
function birthsOf(women: Float64Array, { fertility, width = 1 }: YearInputs): Float64Array {
  const { fromAge, rates } = 'shares' in fertility ? singleAgeFertility(fertility, women) : fertility
  const births = new Float64Array(women.length)
  rates.forEach((rate, index) => {
    const age = fromAge / width + index
    if (age > 0 && age < women.length - 1) births[age] = width * rate * at(women, age)
  })
  return births
}
