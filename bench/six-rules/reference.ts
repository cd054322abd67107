import type { Sums } from '../contestant.ts'
import type { HouseholdObject } from './population.ts'
import { HERE } from './population.ts'

/** The benefit once more in plain code over objects: what every contestant's sums are held against. */
export function referenceSums(households: readonly HouseholdObject[]): Sums {
  const sums = { eligible: 0, subsidy: 0, loan: 0, nursing: 0, leave: 0 }
  for (const household of households) {
    const { childAge, birthOrder, district, registered, baseLimit, contractPrice, elderAge } = household
    const eligible = childAge < 3 && birthOrder >= 2 && district === HERE && registered
    sums.eligible += eligible ? 1 : 0
    sums.subsidy += eligible ? 50_000 : 0
    sums.loan += Math.min(birthOrder >= 2 ? (baseLimit * 3) / 2 : baseLimit, (contractPrice * 4) / 5)
    sums.nursing += elderAge >= 60 ? 30_000 + 10_000 * Math.floor((elderAge - 60) / 10) : 0
    sums.leave += 98 + (birthOrder === 1 ? 60 : 90)
  }
  return sums
}
