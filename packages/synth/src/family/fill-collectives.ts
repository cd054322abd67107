import { curve } from '../random/curve.ts'
import type { Random } from '../random/random.ts'
import { none, type Block } from './block.ts'

/** How likely a person is to live in a collective household (dormitory, barracks of a site, home for the old). */
const weights = {
  male: [
    [13, 0.01],
    [14, 0.15],
    [16, 2],
    [18, 6],
    [21, 5],
    [23, 2],
    [30, 1],
    [55, 0.8],
    [62, 0.25],
    [78, 0.25],
    [85, 0.6],
    [100, 0.8],
  ],
  female: [
    [13, 0.01],
    [14, 0.15],
    [16, 2],
    [18, 6],
    [21, 5],
    [23, 1.6],
    [30, 0.6],
    [50, 0.4],
    [62, 0.15],
    [78, 0.25],
    [85, 0.6],
    [100, 0.8],
  ],
} as const

/** At most this part of any age lives there, except where a county has hardly anybody else. */
const most = 0.9

const byAge = [weights.male, weights.female].map((points) =>
  Float64Array.from({ length: 101 }, (_, age) => curve(points, age)),
)

/** Sends the county's share of persons to collective households, by age and sex; twins under 18 stay at home. */
export function fillCollectives(block: Block, { share, random }: { readonly share: number; readonly random: Random }) {
  const target = block.persons * share
  if (target <= 0) return
  const weightOf = (person: number): number =>
    block.twin[person] !== none ? 0 : (byAge[block.sex[person] ?? 0]?.[block.age[person] ?? 0] ?? 0)
  let scale = 0
  for (let round = 0, left = target, capped = 0; round < 6 && left > 0; round++) {
    let sum = 0
    capped = 0
    for (let person = 0; person < block.persons; person++) {
      const weight = weightOf(person)
      if (weight * scale >= most) capped += most
      else sum += weight
    }
    if (sum === 0) break
    left = target - capped
    scale = left / sum
  }
  // Even steps along the persons: the number comes out as wanted and no age is overdrawn.
  let position = random.unit()
  for (let person = 0; person < block.persons; person++) {
    position += Math.min(most, weightOf(person) * scale)
    if (position < 1) continue
    position -= 1
    block.inCollective[person] = 1
  }
}
