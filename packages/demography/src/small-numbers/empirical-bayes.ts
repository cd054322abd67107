import { requireLength } from '../demography-error.ts'

/** One area's events and exposure, and the positions of its neighbours in the list. */
export interface AreaCount {
  readonly events: number
  readonly personYears: number
  readonly neighbours: readonly number[]
}

/** The smoothed rate and the share of it that is the area's own: 1 = all its own, 0 = its neighbourhood's mean. */
export interface SmoothedRate {
  readonly rate: number
  readonly ownWeight: number
}

/**
 * Empirical-Bayes rates shrunk towards the mean of each area and its neighbours, by Marshall's moments (1991, JRSS C
 * 40(2)): weight = s²/(s² + m/n). A small area borrows much, a large one hardly anything. Rates per person-year.
 */
export function empiricalBayesRates(areas: readonly AreaCount[]): readonly SmoothedRate[] {
  return areas.map((area, self) => {
    const circle = [self, ...area.neighbours.filter((other) => other !== self)].map((at) => areas[at])
    const known = circle.filter((other) => other !== undefined)
    requireLength(known, circle.length, 'neighbours')
    const exposure = known.reduce((sum, { personYears }) => sum + personYears, 0)
    const mean = known.reduce((sum, { events }) => sum + events, 0) / exposure
    const spread =
      known.reduce((sum, { events, personYears }) => sum + personYears * (events / personYears - mean) ** 2, 0) /
      exposure
    const between = Math.max(0, spread - mean / (exposure / known.length))
    const ownWeight = between === 0 ? 0 : between / (between + mean / area.personYears)
    return { rate: mean + ownWeight * (area.events / area.personYears - mean), ownWeight }
  })
}
