import { sum, type CountyCensus } from '../census/county-census.ts'
import { singleAges2020 } from './generated/national-figures.ts'

/** Expected persons by single age 0..100, the last open; not whole numbers after the census day. */
export interface Structure {
  readonly male: Float64Array
  readonly female: Float64Array
}

/** Ages 0..100, the last open. */
export const ageCount = 101

/**
 * Single ages on the census day: each group of the census keeps its sum and is shared out as the nation's single ages are,
 * which carries the famine's small cohorts, the boom after it and the second children of 2016 and 2017.
 */
export function structureOnCensusDay({ male, female }: Pick<CountyCensus, 'male' | 'female'>): Structure {
  return { male: shareOut(male, singleAges2020.male), female: shareOut(female, singleAges2020.female) }
}

function shareOut(groups: readonly number[], nation: readonly number[]): Float64Array {
  const ages = new Float64Array(ageCount)
  let from = 0
  for (const [at, count] of groups.entries()) {
    const to = at === groups.length - 1 ? ageCount : at === 0 ? 1 : 5 * at
    const total = sum(nation.slice(from, to))
    for (let age = from; age < to; age++) ages[age] = (count * (nation[age] ?? 0)) / total
    from = to
  }
  return ages
}

export function totalOf({ male, female }: Structure): number {
  return sum(male) + sum(female)
}
