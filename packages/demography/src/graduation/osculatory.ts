import { demographyError } from '../demography-error.ts'

type Panel = readonly (readonly [number, number, number, number, number])[]

/** Multipliers of five neighbouring groups for the five single ages of the first, second and a middle group. */
interface Multipliers {
  readonly first: Panel
  readonly second: Panel
  readonly middle: Panel
}

/** Sprague's fifth-difference multipliers; Shryock and Siegel, The Methods and Materials of Demography, appendix C. */
const sprague: Multipliers = {
  first: [
    [0.3616, -0.2768, 0.1488, -0.0336, 0],
    [0.264, -0.096, 0.04, -0.008, 0],
    [0.184, 0.04, -0.032, 0.008, 0],
    [0.12, 0.136, -0.072, 0.016, 0],
    [0.0704, 0.1968, -0.0848, 0.0176, 0],
  ],
  second: [
    [0.0336, 0.2272, -0.0752, 0.0144, 0],
    [0.008, 0.232, -0.048, 0.008, 0],
    [-0.008, 0.216, -0.008, 0, 0],
    [-0.016, 0.184, 0.04, -0.008, 0],
    [-0.0176, 0.1408, 0.0912, -0.0144, 0],
  ],
  middle: [
    [-0.0128, 0.0848, 0.1504, -0.024, 0.0016],
    [-0.0016, 0.0144, 0.2224, -0.0416, 0.0064],
    [0.0064, -0.0336, 0.2544, -0.0336, 0.0064],
    [0.0064, -0.0416, 0.2224, 0.0144, -0.0016],
    [0.0016, -0.024, 0.1504, 0.0848, -0.0128],
  ],
}

/** Beers' ordinary multipliers (minimised fifth differences, sums kept); the same appendix. */
const beers: Multipliers = {
  first: [
    [0.3333, -0.1636, -0.021, 0.0796, -0.0283],
    [0.2595, -0.078, 0.013, 0.01, -0.0045],
    [0.1924, 0.0064, 0.0184, -0.0256, 0.0084],
    [0.1329, 0.0844, 0.0054, -0.0356, 0.0129],
    [0.0819, 0.1508, -0.0158, -0.0284, 0.0115],
  ],
  second: [
    [0.0404, 0.2, -0.0344, -0.0128, 0.0068],
    [0.0093, 0.2268, -0.0402, 0.0028, 0.0013],
    [-0.0108, 0.2272, -0.0248, 0.0112, -0.0028],
    [-0.0198, 0.1992, 0.0172, 0.0072, -0.0038],
    [-0.0191, 0.1468, 0.0822, -0.0084, -0.0015],
  ],
  middle: [
    [-0.0117, 0.0804, 0.157, -0.0284, 0.0027],
    [-0.002, 0.016, 0.22, -0.04, 0.006],
    [0.005, -0.028, 0.246, -0.028, 0.005],
    [0.006, -0.04, 0.22, 0.016, -0.002],
    [0.0027, -0.0284, 0.157, 0.0804, -0.0117],
  ],
}

/** Single ages from at least five closed five-year groups by Sprague's formula; may be negative where counts jump. */
export function graduateSprague(groups: ArrayLike<number>): Float64Array {
  return graduate(groups, sprague)
}

/** Single ages from at least five closed five-year groups by Beers' ordinary formula; may be negative. */
export function graduateBeers(groups: ArrayLike<number>): Float64Array {
  return graduate(groups, beers)
}

function graduate(groups: ArrayLike<number>, { first, second, middle }: Multipliers): Float64Array {
  const size = groups.length
  if (size < 5)
    throw demographyError('shape', {
      zh: `至少要五个五岁组，实有 ${size} 个`,
      en: `at least five five-year groups are needed, not ${size}`,
    })
  return Float64Array.from({ length: 5 * size }, (_, age) => {
    const group = Math.floor(age / 5)
    const within = age % 5
    const fromEnd = size - 1 - group
    // The last two groups mirror the first two: ages and groups run backwards.
    const mirrored = fromEnd < 2
    const edge = mirrored ? fromEnd : group
    const panel = edge === 0 ? first : edge === 1 ? second : middle
    const weights = panel[mirrored ? 4 - within : within] ?? [0, 0, 0, 0, 0]
    const start = edge < 2 ? 0 : group - 2
    return weights.reduce<number>(
      (sum, weight, at) => sum + weight * (groups[mirrored ? size - 1 - at : start + at] ?? 0),
      0,
    )
  })
}
