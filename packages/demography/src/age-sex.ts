/** Sexes in the order of every array and file of this package: male, then female. */
export type Sex = 'male' | 'female'

export const sexes: readonly Sex[] = ['male', 'female']

/**
 * A quantity by sex and single year of age: index x holds exact ages [x, x+1), the last index the open age group.
 * Persons for counts, ratios for survival; both arrays have the same length.
 */
export interface AgeSex {
  readonly male: Float64Array
  readonly female: Float64Array
}

/** Sum of an array; numbers in the order they stand, so that a repeated run gives the same bits. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0
  return sum
}

/** Men and women of all ages. */
export function totalOf(population: AgeSex): number {
  return sumOf(population.male) + sumOf(population.female)
}

/** An AgeSex of zeros for ages 0..openAge. */
export function emptyAgeSex(openAge: number): AgeSex {
  return { male: new Float64Array(openAge + 1), female: new Float64Array(openAge + 1) }
}

/** Both sexes added, age by age. */
export function bothSexes({ male, female }: AgeSex): Float64Array {
  return male.map((men, age) => men + (female[age] ?? 0))
}
