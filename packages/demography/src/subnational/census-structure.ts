import { sumOf, type AgeSex, type Sex } from '../age-sex.ts'
import { demographyError, requireLength } from '../demography-error.ts'
import { graduateMonotone } from '../graduation/monotone-spline.ts'
import type { CensusPlace } from './census-2020.ts'
import type { NationalYear } from './national-schedules.ts'

const breaks = [0, 1, ...Array.from({ length: 17 }, (_, at) => 5 + 5 * at)]

/**
 * Single ages 0..100+ from the census groups: a monotone spline inside the closed groups, whose sums it keeps, and the
 * open group 85+ shared out as the stationary population of the year's life table. Throws `range` for negative counts.
 */
export function censusStructure(place: CensusPlace, national: Pick<NationalYear, 'survival'>): AgeSex {
  const one = (sex: Sex): Float64Array => {
    const groups = place[sex]
    requireLength(groups, breaks.length, `${place.code} ${sex}`)
    const wrong = groups.findIndex((count) => !(count >= 0 && Number.isFinite(count)))
    if (wrong >= 0)
      throw demographyError('range', {
        zh: `${place.name} 第 ${wrong + 1} 个年龄组的人数 ${groups[wrong]} 不成立`,
        en: `${place.code}: the count ${groups[wrong]} of age group ${wrong + 1} cannot be`,
      })
    const ages = new Float64Array(101)
    ages.set(graduateMonotone(groups.slice(0, -1), breaks).map((count) => Math.max(0, count)))
    const oldest = stationaryFrom(85, national.survival[sex])
    oldest.forEach((share, at) => (ages[85 + at] = (groups.at(-1) ?? 0) * share))
    return ages
  }
  return { male: one('male'), female: one('female') }
}

/** Shares of the ages from `from` to the open age under constant survival. */
function stationaryFrom(from: number, survival: Float64Array): Float64Array {
  const open = survival.length - 1
  const alive = new Float64Array(open - from + 1)
  let living = 1
  for (let age = from; age < open; age++) {
    alive[age - from] = living
    living *= age + 1 === open ? 1 : (survival[age + 1] ?? 0)
  }
  const last = survival[open] ?? 0
  alive[open - from] = ((alive[open - from - 1] ?? 0) * last) / (1 - last)
  const total = sumOf(alive)
  return alive.map((share) => share / total)
}

/**
 * Fertility of a place relative to the nation's from children 0–4 per woman at the ages of bearing them, drawn towards 1
 * by a gamma prior with a standard deviation of 15 %: a small place's noise is not taken for its level.
 */
export function relativeFertility(
  { place, structure }: { readonly place: CensusPlace; readonly structure: AgeSex },
  nation: { readonly place: CensusPlace; readonly structure: AgeSex },
  pattern: NationalYear['pattern'],
): number {
  const children = (one: CensusPlace): number => sumOf(one.male.slice(0, 2)) + sumOf(one.female.slice(0, 2))
  const expected =
    (weightedWomen(structure.female, pattern) * children(nation.place)) /
    weightedWomen(nation.structure.female, pattern)
  const prior = 1 / 0.15 ** 2
  return (children(place) + prior) / (expected + prior)
}

/** Women weighted by the births they had in the past five years under the pattern: they were up to five years younger. */
function weightedWomen(women: Float64Array, { fromAge, rates }: NationalYear['pattern']): number {
  return women.reduce((sum, count, age) => {
    let weight = 0
    for (let back = 0; back < 5; back++) weight += (rates[age - back - fromAge] ?? 0) / 5
    return sum + count * weight
  }, 0)
}
