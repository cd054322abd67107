import { ageCount } from '../ageing/structure.ts'
import type { Random } from '../random/random.ts'
import { marital, none, type Block } from './block.ts'
import { couldBeFather, couldBeMother } from './mothers.ts'

/** How a person belongs to the household, by code; `relations` in batch.ts names them. */
export const relation = { head: 0, partner: 1, child: 2, grandchild: 3, parent: 4, grandparent: 5, other: 6 } as const

/**
 * Who lives with whom while households are being formed. A family is named by its keeper: the woman of a couple, or a lone
 * adult. A family either is a household of its own or lives with another family, its host.
 */
export class Homes {
  readonly block: Block
  readonly #random: Random
  /** The family a family lives with; none where it lives by itself. By keeper. */
  readonly host: Int32Array
  /** What a hosted family is to its host. */
  readonly asRelation: Uint8Array
  /** Families that took in children whose parents are away. */
  readonly keepsGrandchildren: Uint8Array
  readonly hasElder: Uint8Array
  /** Households so far of several generations, and of three. */
  several = 0
  three = 0

  constructor(block: Block, random: Random) {
    this.block = block
    this.#random = random
    this.host = new Int32Array(block.persons).fill(none)
    this.asRelation = new Uint8Array(block.persons)
    this.keepsGrandchildren = new Uint8Array(block.persons)
    this.hasElder = new Uint8Array(block.persons)
  }

  /** The family an adult belongs to as one of its partners or by himself. */
  keeperOf(adult: number): number {
    const partner = this.block.partner[adult] ?? none
    return this.block.sex[adult] === 0 && partner !== none ? partner : adult
  }

  isCouple(keeper: number): boolean {
    return this.block.partner[keeper] !== none
  }

  hasChildren(keeper: number): boolean {
    return (this.block.childCount[keeper] ?? 0) > 0
  }

  isHosted(keeper: number): boolean {
    return this.host[keeper] !== none
  }

  /** The family in whose household a person lives. */
  rootOf(person: number): number {
    const keeper = this.block.keeper[person] ?? none
    let root = this.keeperOf(keeper === none ? person : keeper)
    for (let host = this.host[root] ?? none; host !== none; host = this.host[root] ?? none) root = host
    return root
  }

  /** Lets a family of elders live with that of their grown son or daughter, and ties parents and child where ages allow. */
  takeElder(elder: number, child: number): void {
    const { block } = this
    const keeper = this.keeperOf(child)
    this.host[elder] = keeper
    this.asRelation[elder] = relation.parent
    this.hasElder[keeper] = 1
    if (this.hasChildren(keeper)) this.three++
    else this.several++
    for (const parent of [elder, block.partner[elder] ?? none]) {
      if (parent === none) continue
      if (block.sex[parent] === 1 && couldBeMother(block, parent, child)) block.mother[child] = parent
      else if (block.sex[parent] === 0 && couldBeFather(block, parent, child)) block.father[child] = parent
    }
  }

  /** Whether an elder family could be the parents of the person. */
  couldBeParents(elder: number, child: number): boolean {
    const { block } = this
    if (block.mother[child] !== none || block.father[child] !== none) return false
    const woman = block.sex[elder] === 1 ? elder : none
    if (woman !== none) return couldBeMother(block, woman, child)
    const man = elder
    const years = ((block.birth[child] ?? 0) - (block.birth[man] ?? 0)) / 365.25
    return years >= 18 && years <= 50
  }

  /** Lives in the household as another relative or a housemate. */
  joinAsOther(person: number, keeper: number): void {
    this.host[person] = keeper
    this.asRelation[person] = relation.other
  }

  /** A grown person of the family, the husband four times in five, to whom elders may belong. */
  drawGrownChild(keeper: number): number {
    const partner = this.block.partner[keeper] ?? none
    if (partner === none) return keeper
    return this.#random.chance(0.8) ? partner : keeper
  }
}

/** Grown persons by single age from whom an elder family looks for its child. */
export class ByAge {
  readonly #lists: number[][] = Array.from({ length: ageCount }, () => [])

  add(person: number, age: number): void {
    this.#lists[age]?.push(person)
  }

  /** Takes out one near the age for whom `fits` holds; whoever does not fit is dropped from the lists. */
  take(age: number, reach: number, fits: (person: number) => boolean): number {
    for (let away = 0; away <= reach; away++) {
      for (const at of away === 0 ? [age] : [age + away, age - away]) {
        const list = this.#lists[at] ?? []
        for (let person = list.pop(); person !== undefined; person = list.pop()) if (fits(person)) return person
      }
    }
    return none
  }
}

/** Whether an adult has no partner and no child in the household. */
export function isFree(block: Block, person: number): boolean {
  return (
    block.inCollective[person] === 0 &&
    block.partner[person] === none &&
    block.childCount[person] === 0 &&
    block.keeper[person] === none
  )
}

/** Whether a person without a partner here may live with the parents: not yet forty-five and not widowed. */
export function mayLiveWithParents(block: Block, person: number): boolean {
  return (block.age[person] ?? 0) < 45 && block.marital[person] !== marital.widowed
}
