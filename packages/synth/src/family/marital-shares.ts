import { sum, type BySex, type CountyCensus } from '../census/county-census.ts'
import { structureOnCensusDay, ageCount } from '../ageing/structure.ts'
import { curve } from '../random/curve.ts'

/** Shares of a county's adults by single age. */
export interface MaritalShares {
  readonly neverMarried: { readonly male: Float64Array; readonly female: Float64Array }
  /** Of those who have been married. */
  readonly widowed: { readonly male: Float64Array; readonly female: Float64Array }
  readonly divorced: { readonly male: Float64Array; readonly female: Float64Array }
}

type Points = readonly (readonly [age: number, share: number])[]

/**
 * The nation's pattern by age around 2020. Never married: the published shares of both sexes (25–29 51.3 %, 30–34 18.4 %,
 * 35–39 8.0 %, 40 5.2 %; Population and Employment Statistical Yearbook 2023), men above and women below as in the census of
 * 2020. Only the pattern counts: each county's level is its own. Widowed and divorced are rough.
 */
const neverMarried: { readonly male: Points; readonly female: Points } = {
  male: [
    [19, 0.995],
    [21, 0.97],
    [23, 0.9],
    [25, 0.77],
    [27, 0.58],
    [29, 0.4],
    [31, 0.26],
    [33, 0.18],
    [37, 0.1],
    [42, 0.06],
    [47, 0.042],
    [55, 0.035],
    [100, 0.035],
  ],
  female: [
    [17, 0.998],
    [19, 0.975],
    [21, 0.9],
    [23, 0.75],
    [25, 0.55],
    [27, 0.36],
    [29, 0.22],
    [31, 0.12],
    [33, 0.08],
    [37, 0.043],
    [42, 0.022],
    [47, 0.012],
    [55, 0.007],
    [100, 0.005],
  ],
}
const widowed: { readonly male: Points; readonly female: Points } = {
  male: [
    [40, 0.003],
    [55, 0.018],
    [62, 0.04],
    [67, 0.065],
    [72, 0.11],
    [77, 0.19],
    [82, 0.3],
    [90, 0.5],
    [100, 0.65],
  ],
  female: [
    [35, 0.005],
    [45, 0.02],
    [55, 0.06],
    [62, 0.115],
    [67, 0.18],
    [72, 0.29],
    [77, 0.44],
    [82, 0.62],
    [90, 0.83],
    [100, 0.93],
  ],
}
const divorced: { readonly male: Points; readonly female: Points } = {
  male: [
    [22, 0.01],
    [30, 0.035],
    [40, 0.05],
    [50, 0.042],
    [60, 0.025],
    [75, 0.01],
    [100, 0.006],
  ],
  female: [
    [22, 0.015],
    [30, 0.04],
    [40, 0.052],
    [50, 0.045],
    [60, 0.025],
    [75, 0.01],
    [100, 0.006],
  ],
}

/** The nation's pattern with the never married brought to the county's own census share of those aged 15 and over. */
export function maritalShares(census: CountyCensus): MaritalShares {
  const structure = structureOnCensusDay(census)
  const level = (sex: keyof BySex): Float64Array => {
    const pattern = byAge(neverMarried[sex])
    const share = census.adults[sex] > 0 ? census.neverMarried[sex] / census.adults[sex] : 0.2
    return toLevel(pattern, { persons: structure[sex], share })
  }
  const both = (points: { readonly male: Points; readonly female: Points }) => ({
    male: byAge(points.male),
    female: byAge(points.female),
  })
  return {
    neverMarried: { male: level('male'), female: level('female') },
    widowed: both(widowed),
    divorced: both(divorced),
  }
}

function byAge(points: Points): Float64Array {
  return Float64Array.from({ length: ageCount }, (_, age) => curve(points, age))
}

/** Multiplies the odds of every age from 15 so that the mean over the persons becomes the share. */
function toLevel(
  pattern: Float64Array,
  { persons, share }: { readonly persons: Float64Array; readonly share: number },
): Float64Array {
  const adults = persons.subarray(15)
  const total = sum(adults)
  const at = (odds: number) => pattern.map((p, age) => (age < 15 ? 1 : (p * odds) / (1 - p + p * odds)))
  let [low, high] = [0.02, 50]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    const shares = at(middle)
    let single = 0
    for (let age = 15; age < ageCount; age++) single += (shares[age] ?? 0) * (persons[age] ?? 0)
    if (single < share * total) low = middle
    else high = middle
  }
  return at((low + high) / 2)
}
