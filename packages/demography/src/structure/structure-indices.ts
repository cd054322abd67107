/** Measures of age structure, for both sexes together; shares are fractions of the whole, ratios per 100. */
export interface StructureIndices {
  readonly total: number
  readonly share0to14: number
  readonly share15to64: number
  readonly share60plus: number
  readonly share65plus: number
  readonly share80plus: number
  /** Dependency ratios per 100 persons aged 15–64: children 0–14, old 65+, both. */
  readonly childDependency: number
  readonly oldDependency: number
  readonly totalDependency: number
  /** Persons 65+ per 100 aged 0–14. */
  readonly ageingIndex: number
  /** Persons 15–64 per person 65+. */
  readonly potentialSupport: number
  /** Age that halves the population, in years, people spread evenly within a year of age. */
  readonly medianAge: number
}

/** Indices from single ages 0..A (A open, at least 80). A ratio with an empty base is NaN, never 0. */
export function structureIndices(byAge: ArrayLike<number>): StructureIndices {
  const between = (from: number, to: number): number => {
    let sum = 0
    for (let age = from; age < Math.min(to, byAge.length); age++) sum += byAge[age] ?? 0
    return sum
  }
  const total = between(0, Infinity)
  const children = between(0, 15)
  const working = between(15, 65)
  const old = between(65, Infinity)
  return {
    total,
    share0to14: children / total,
    share15to64: working / total,
    share60plus: between(60, Infinity) / total,
    share65plus: old / total,
    share80plus: between(80, Infinity) / total,
    childDependency: (100 * children) / working,
    oldDependency: (100 * old) / working,
    totalDependency: (100 * (children + old)) / working,
    ageingIndex: (100 * old) / children,
    potentialSupport: working / old,
    medianAge: medianAge(byAge, total),
  }
}

function medianAge(byAge: ArrayLike<number>, total: number): number {
  let below = 0
  for (let age = 0; age < byAge.length; age++) {
    const here = byAge[age] ?? 0
    if (below + here >= total / 2) return here > 0 ? age + (total / 2 - below) / here : age
    below += here
  }
  return Number.NaN
}
