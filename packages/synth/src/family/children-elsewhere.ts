import { yearOf } from '@junheng/kernel'
import { ageCount, structureOnCensusDay } from '../ageing/structure.ts'
import { censusDay, type CountyCensus } from '../census/county-census.ts'
import { curve } from '../random/curve.ts'
import { Picker } from '../random/picker.ts'
import type { Random } from '../random/random.ts'
import { drawAgeAtBirth } from './birth-orders.ts'
import { marital, none, type Block } from './block.ts'
import type { MaritalShares } from './marital-shares.ts'

/** Children of women of the block who do not live in their household: grown up and gone, or dead. */
export interface ChildrenElsewhere {
  /** Person of the block. */
  readonly mother: number[]
  readonly birth: number[]
  readonly sex: number[]
  readonly alive: number[]
}

/** Births of a woman by the end of her childbearing, by her year of birth; the nation, rough before 1955. */
const completed: readonly (readonly [number, number])[] = [
  [1925, 5],
  [1935, 4.6],
  [1940, 3.9],
  [1945, 3.2],
  [1950, 2.6],
  [1955, 2.05],
  [1960, 1.75],
  [1966, 1.55],
  [1975, 1.58],
  [1985, 1.6],
  [1995, 1.4],
  [2005, 1.2],
]
/** And the part of them she has had at an age. */
const reached: readonly (readonly [number, number])[] = [
  [17, 0],
  [20, 0.04],
  [23, 0.16],
  [26, 0.38],
  [29, 0.6],
  [32, 0.77],
  [35, 0.88],
  [38, 0.95],
  [44, 1],
]

/** Numbers of children of women who have any, 1 … 8, before they are leaned towards a mean. */
const base = [1, 0.8, 0.26, 0.1, 0.045, 0.022, 0.01, 0.004]

/** From this age on, the children in the household need not be all there are. */
const firstAge = 25
/** Women up to this age may have children elsewhere who are not grown: with the grandparents, in another county. */
const lastYoungMother = 44

/**
 * How many children women of a county have had: the nation's numbers by year of birth, brought to the county's mean live
 * births of women 15–64.
 */
export class Parity {
  readonly #factor: number
  readonly #shares: MaritalShares
  readonly #pickers = new Map<number, Picker>()
  readonly #means = new Map<number, number>()

  constructor(census: CountyCensus, shares: MaritalShares) {
    this.#shares = shares
    const { female } = structureOnCensusDay(census)
    let [women, births] = [0, 0]
    for (let age = 15; age < 65; age++) {
      women += female[age] ?? 0
      births += (female[age] ?? 0) * curve(completed, 2020 - age) * curve(reached, age)
    }
    this.#factor = births > 0 ? (census.birthsPerWoman * women) / births : 1
  }

  /** Mean births of women who have been married, by day of birth and age. */
  mean(birth: number, age: number): number {
    const key = yearOf(birth) * 128 + age
    let mean = this.#means.get(key)
    if (mean === undefined) this.#means.set(key, (mean = this.#meanOf(birth, age)))
    return mean
  }

  #meanOf(birth: number, age: number): number {
    const year = yearOf(birth)
    const ageOnCensusDay = Math.max(15, Math.min(ageCount - 1, yearOf(censusDay) - year))
    const married = 1 - (this.#shares.neverMarried.female[ageOnCensusDay] ?? 0)
    return Math.min(6, (this.#factor * curve(completed, year) * curve(reached, age)) / Math.max(0.3, married))
  }

  /** Births of a woman where the mean is this. */
  draw(mean: number, random: Random): number {
    // Below one and a half, the more are without children; above it, mothers have more of them.
    const having = Math.min(0.965, mean / 1.35)
    if (!random.chance(having)) return 0
    const key = Math.round((mean / having) * 50)
    let picker = this.#pickers.get(key)
    if (picker === undefined) this.#pickers.set(key, (picker = new Picker(leanTo(key / 50))))
    return 1 + picker.pick(random)
  }
}

/** Multiplies each share by a power of one number so that the mean comes out. */
function leanTo(mean: number): readonly number[] {
  let [low, high] = [0.05, 20]
  const leaned = (lean: number) => {
    let power = 1 / lean
    return base.map((share) => share * (power *= lean))
  }
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    const shares = leaned(middle)
    const total = shares.reduce((sum, share) => sum + share, 0)
    const found = shares.reduce((sum, share, at) => sum + share * (at + 1), 0) / total
    if (found < mean) low = middle
    else high = middle
  }
  return leaned((low + high) / 2)
}

/**
 * Adds the children of women from 25 on who live elsewhere or have died, so that women of each five years of age have the
 * county's mean number of births, if the children in the households are not more already.
 */
export function addChildrenElsewhere(
  block: Block,
  { parity, on, random }: { readonly parity: Parity; readonly on: number; readonly random: Random },
): ChildrenElsewhere {
  const elsewhere: ChildrenElsewhere = { mother: [], birth: [], sex: [], alive: [] }
  const here = childrenHere(block)
  for (let age = firstAge; age < ageCount; age += 5) {
    const from = block.cellStart[ageCount + age] ?? 0
    const to = block.cellStart[ageCount + Math.min(age + 5, ageCount)] ?? 0
    const women: number[] = []
    for (let woman = from; woman < to; woman++) if (block.marital[woman] !== marital.never) women.push(woman)
    const totals = drawTotals(block, { women, here, parity, random })
    for (const [at, woman] of women.entries()) {
      const births = here.get(woman) ?? []
      const onlyChild = totals[at] === 1
      for (let missing = (totals[at] ?? 0) - births.length; missing > 0; missing--) {
        const birth = drawBirthElsewhere(block, woman, { births, on, random })
        if (birth === none) continue
        births.push(birth)
        const years = (on - birth) / 365.25
        elsewhere.mother.push(woman)
        elsewhere.birth.push(birth)
        elsewhere.sex.push(random.chance(0.485) ? 1 : 0)
        elsewhere.alive.push(random.chance(onlyChild ? 0.007 : 0.012 + 0.001 * Math.max(0, years - 25)) ? 0 : 1)
      }
    }
  }
  return elsewhere
}

interface Totals {
  readonly women: readonly number[]
  readonly here: ReadonlyMap<number, readonly number[]>
  readonly parity: Parity
  readonly random: Random
}

/** How many children each woman has had, at least those who are here; the mean comes out as the county's. */
function drawTotals(block: Block, { women, here, parity, random }: Totals): readonly number[] {
  let surplus = 0
  const totals = women.map((woman) => {
    const mean = parity.mean(block.birth[woman] ?? 0, block.age[woman] ?? 0)
    const known = here.get(woman)?.length ?? 0
    const total = Math.max(known, block.childless[woman] === 1 ? 0 : parity.draw(mean, random))
    surplus += total - mean
    return total
  })
  // Having drawn at least those who are here, we have drawn too many: take back from second children on, then from first.
  for (const least of [1, 0]) {
    for (let tries = 3 * women.length; tries > 0 && surplus >= 1; tries--) {
      const at = random.below(women.length)
      const known = here.get(women[at] ?? none)?.length ?? 0
      if ((totals[at] ?? 0) <= Math.max(known, least)) continue
      totals[at] = (totals[at] ?? 0) - 1
      surplus--
    }
  }
  return totals
}

/** Days of birth of the children in the household, by mother. */
function childrenHere(block: Block): Map<number, number[]> {
  const here = new Map<number, number[]>()
  for (let child = 0; child < block.persons; child++) {
    const mother = block.mother[child] ?? none
    if (mother === none) continue
    const births = here.get(mother)
    if (births === undefined) here.set(mother, [block.birth[child] ?? 0])
    else births.push(block.birth[child] ?? 0)
  }
  return here
}

/** A day of birth at least a year from the other births, and long enough ago; none where no room is found. */
function drawBirthElsewhere(
  block: Block,
  woman: number,
  { births, on, random }: { readonly births: readonly number[]; readonly on: number; readonly random: Random },
): number {
  const own = block.birth[woman] ?? 0
  const latest = on - ((block.age[woman] ?? 0) <= lastYoungMother ? 1.5 : 18) * 365.25
  for (let attempt = 0; attempt < 6; attempt++) {
    const years = drawAgeAtBirth(births.length + 1, yearOf(own) + 27, random)
    const birth = own + Math.floor((years + random.unit()) * 365.25)
    if (birth > latest || birth - own > 48 * 365.25) continue
    if (births.every((other) => Math.abs(other - birth) >= 365)) return birth
  }
  return none
}
