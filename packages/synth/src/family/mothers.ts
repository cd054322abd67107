import { dayNumberOf, yearOf } from '@junheng/kernel'
import { ageCount } from '../ageing/structure.ts'
import type { Random } from '../random/random.ts'
import { drawAgeAtBirth } from './birth-orders.ts'
import { marital, none, type Block } from './block.ts'

/** A mother is between these numbers of days older than her child: sixteen to forty-nine years. */
const youngestMother = 16 * 365.25
const oldestMother = 49 * 365.25
/** A father, too, is at least sixteen years older. */
const youngestFather = 16 * 365.25

/** Children of one mother are born at least ten and a half months apart, unless they are twins. */
const shortestSpacing = 320

/** Most children living with one mother. */
const mostChildren = 6

/** Lone women of these ages who may be the mother of a child without having been married, and their share. */
const loneMothers = { from: 19, to: 44, share: 0.012 }

/**
 * Of women who have been married, those who have no children: with the never married, some six in a hundred at 49 (the
 * China Population and Development Research Center found 5.16 in the census of 2020, up from half of that in 2010).
 */
const childless = 0.042
const olderWomen = { before: dayNumberOf(1963, 1, 1), childless: 0.022 }

export function couldBeMother(block: Block, woman: number, child: number): boolean {
  const days = (block.birth[child] ?? 0) - (block.birth[woman] ?? 0)
  return days >= youngestMother && days <= oldestMother
}

export function couldBeFather(block: Block, man: number, child: number): boolean {
  return (block.birth[child] ?? 0) - (block.birth[man] ?? 0) >= youngestFather
}

/** The women of a block who may have children with them, in lists by age and number of children so far. */
export class Mothers {
  readonly #block: Block
  readonly #random: Random
  readonly #lists: number[][]
  readonly #position: Int32Array

  constructor(block: Block, random: Random) {
    this.#block = block
    this.#random = random
    this.#lists = Array.from({ length: ageCount * parities }, () => [])
    this.#position = new Int32Array(block.persons).fill(none)
    for (let woman = block.cellStart[ageCount] ?? 0; woman < block.persons; woman++) {
      if (block.inCollective[woman] === 1) continue
      const age = block.age[woman] ?? 0
      const never = block.marital[woman] === marital.never
      if (!never && random.chance((block.birth[woman] ?? 0) < olderWomen.before ? olderWomen.childless : childless)) {
        block.childless[woman] = 1
        continue
      }
      const mayBe = age >= loneMothers.from && age <= loneMothers.to && random.chance(loneMothers.share)
      if (!never || mayBe) this.#add(woman)
    }
  }

  /** A mother for the child among the women with `parity` children; none if there is no fitting one near the age drawn. */
  find(child: number, parity: number, reach: number): number {
    const block = this.#block
    const age = block.age[child] ?? 0
    const year = yearOf(block.birth[child] ?? 0)
    for (let attempt = 0; attempt < 4; attempt++) {
      const wanted = age + drawAgeAtBirth(parity + 1, year, this.#random) + this.#random.below(2)
      for (let away = 0; away <= reach; away++) {
        for (const at of away === 0 ? [wanted] : [wanted + away, wanted - away]) {
          const list =
            at >= 0 && at < ageCount ? this.#lists[at * parities + Math.min(parity, parities - 1)] : undefined
          if (list === undefined || list.length === 0) continue
          const woman = list[this.#random.below(list.length)] ?? none
          if (couldBeMother(block, woman, child) && this.#fits(woman, child)) return woman
        }
      }
    }
    return none
  }

  /** Makes the woman the mother, and her partner the father if he is old enough; a twin comes along. */
  give(child: number, woman: number): void {
    const block = this.#block
    this.remove(woman)
    join(block, child, woman)
    const twin = block.twin[child] ?? none
    if (twin !== none && block.mother[twin] === none && couldBeMother(block, woman, twin)) join(block, twin, woman)
    if ((block.childCount[woman] ?? 0) < mostChildren) this.#add(woman)
  }

  /** No more children live with her. */
  remove(woman: number): void {
    const at = this.#position[woman] ?? none
    if (at === none) return
    const list = this.#lists[this.#listOf(woman)] ?? []
    const last = list.pop()
    if (last !== undefined && last !== woman) {
      list[at] = last
      this.#position[last] = at
    }
    this.#position[woman] = none
  }

  #add(woman: number): void {
    const list = this.#lists[this.#listOf(woman)]
    if (list === undefined) return
    this.#position[woman] = list.length
    list.push(woman)
  }

  #listOf(woman: number): number {
    const { age, childCount } = this.#block
    return (age[woman] ?? 0) * parities + Math.min(childCount[woman] ?? 0, parities - 1)
  }

  /** Whether the birth is far enough from those of her other children; close and distant ones are less likely. */
  #fits(woman: number, child: number): boolean {
    const { birth, lastChild, nextChild } = this.#block
    let nearest = Infinity
    for (let other = lastChild[woman] ?? none; other !== none; other = nextChild[other] ?? none) {
      nearest = Math.min(nearest, Math.abs((birth[child] ?? 0) - (birth[other] ?? 0)))
    }
    if (nearest === Infinity) return true
    if (nearest < shortestSpacing) return false
    const chance = nearest < 550 ? 0.3 : nearest < 900 ? 0.75 : nearest < 2_400 ? 1 : nearest < 3_800 ? 0.6 : 0.3
    return this.#random.chance(chance)
  }
}

/** 0, 1, 2, 3, and 4 or more children. */
const parities = 5

function join(block: Block, child: number, woman: number): void {
  block.mother[child] = woman
  keepChild(block, child, woman)
  const man = block.partner[woman] ?? none
  if (man !== none && couldBeFather(block, man, child)) block.father[child] = man
}

/** Puts a child at the head of the chain of those who live with a parent or grandparent. */
export function keepChild(block: Block, child: number, keeper: number): void {
  block.keeper[child] = keeper
  block.nextChild[child] = block.lastChild[keeper] ?? none
  block.lastChild[keeper] = child
  block.childCount[keeper] = (block.childCount[keeper] ?? 0) + 1
}
