import { Random } from '@junheng/rules/testing'

/** The county whose register counts in the six rules. */
export const HERE = 421_202

/** The seven facts, one value a household; money in fen. */
export interface Population {
  readonly size: number
  readonly childAge: Int32Array
  readonly birthOrder: Int32Array
  readonly district: Int32Array
  readonly registered: Uint8Array
  readonly baseLimit: Int32Array
  readonly contractPrice: Int32Array
  readonly elderAge: Int32Array
}

/** The same households every time: the first 100,000 of 5,000,000 are the 100,000. */
export function makePopulation(size: number): Population {
  const random = new Random(2023)
  const population: Population = {
    size,
    childAge: new Int32Array(size),
    birthOrder: new Int32Array(size),
    district: new Int32Array(size),
    registered: new Uint8Array(size),
    baseLimit: new Int32Array(size),
    contractPrice: new Int32Array(size),
    elderAge: new Int32Array(size),
  }
  for (let i = 0; i < size; i++) {
    population.childAge[i] = random.whole(0, 7)
    population.birthOrder[i] = random.whole(1, 4)
    population.district[i] = random.chance(0.6) ? HERE : random.whole(421_200, 421_281)
    population.registered[i] = random.whole(0, 1)
    population.baseLimit[i] = random.whole(30, 90) * 1_000_000
    population.contractPrice[i] = random.whole(20, 200) * 1_000_000 + random.whole(0, 9999) * 100
    population.elderAge[i] = random.whole(0, 100)
  }
  return population
}

/** One household as an object, for engines that take objects. */
export interface HouseholdObject {
  readonly childAge: number
  readonly birthOrder: number
  readonly district: number
  readonly registered: boolean
  readonly baseLimit: number
  readonly contractPrice: number
  readonly elderAge: number
}

export function householdObjects(population: Population, count: number): readonly HouseholdObject[] {
  return Array.from({ length: count }, (_, i) => ({
    childAge: population.childAge[i] ?? 0,
    birthOrder: population.birthOrder[i] ?? 0,
    district: population.district[i] ?? 0,
    registered: population.registered[i] === 1,
    baseLimit: population.baseLimit[i] ?? 0,
    contractPrice: population.contractPrice[i] ?? 0,
    elderAge: population.elderAge[i] ?? 0,
  }))
}
