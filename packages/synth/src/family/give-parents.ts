import { yearOf } from '@junheng/kernel'
import { ageCount } from '../ageing/structure.ts'
import type { Random } from '../random/random.ts'
import { drawAgeAtBirth, drawBirthOrder } from './birth-orders.ts'
import { marital, none, type Block } from './block.ts'
import { keepChild, type Mothers } from './mothers.ts'

export interface ParentShares {
  /** Of the children under 18, those whose parents both work elsewhere. */
  readonly leftBehind: number
  /** Births per woman as a multiple of the nation's. */
  readonly fertility: number
}

/** Children of divorced or widowed fathers, of all under 18. */
const withLoneFather = 0.012

/**
 * Gives the children under 18 their parents, from the oldest to the youngest, so that families grow as they do in life:
 * each birth's order follows its year, its mother's age the order, its distance to the other children the spacing. Returns
 * those left without parents in the block.
 */
export function giveParents(
  block: Block,
  { mothers, shares, random }: { mothers: Mothers; shares: ParentShares; random: Random },
): number[] {
  const left: number[] = []
  const fathers = loneFathers(block)
  for (let age = 17; age >= 0; age--) {
    for (const child of childrenOf(block, age, random)) {
      if (block.mother[child] !== none) continue
      if (random.chance(shares.leftBehind)) left.push(child)
      else if (!(random.chance(withLoneFather) && giveFather(block, child, { fathers, random }))) {
        const woman = findMother(block, child, { mothers, shares, random })
        if (woman === none) left.push(child)
        else mothers.give(child, woman)
      }
    }
  }
  // A twin may have brought one along to a mother after all.
  return left.filter((child) => block.keeper[child] === none)
}

/** The day of birth of a mother who is not in the block. */
export function drawAbsentMother(block: Block, child: number, random: Random): number {
  const birth = block.birth[child] ?? 0
  const order = random.chance(0.6) ? 1 : 2
  return birth - Math.floor((drawAgeAtBirth(order, yearOf(birth), random) + random.unit()) * 365.25)
}

function childrenOf(block: Block, age: number, random: Random): readonly number[] {
  const children: number[] = []
  for (const cell of [age, ageCount + age]) {
    for (let person = block.cellStart[cell] ?? 0; person < (block.cellStart[cell + 1] ?? 0); person++) {
      if (block.inCollective[person] === 0) children.push(person)
    }
  }
  random.shuffle(children)
  return children
}

function findMother(
  block: Block,
  child: number,
  { mothers, shares, random }: { mothers: Mothers; shares: ParentShares; random: Random },
): number {
  const parity = drawBirthOrder(yearOf(block.birth[child] ?? 0), shares.fertility, random) - 1
  const woman = mothers.find(child, parity, 3)
  if (woman !== none) return woman
  for (const reach of [4, 14]) {
    for (const other of [parity - 1, parity + 1, parity - 2, parity + 2, parity]) {
      const found = other < 0 || other > 5 ? none : mothers.find(child, other, reach)
      if (found !== none) return found
    }
  }
  return none
}

/** Men once married and now alone, by age. */
function loneFathers(block: Block): readonly number[][] {
  const byAge: number[][] = Array.from({ length: ageCount }, () => [])
  for (let man = 0; man < (block.cellStart[ageCount] ?? 0); man++) {
    const status = block.marital[man]
    const alone = status === marital.divorced || status === marital.widowed
    if (alone && block.inCollective[man] === 0) byAge[block.age[man] ?? 0]?.push(man)
  }
  return byAge
}

function giveFather(
  block: Block,
  child: number,
  { fathers, random }: { fathers: readonly number[][]; random: Random },
): boolean {
  if (block.twin[child] !== none) return false
  const wanted = (block.age[child] ?? 0) + 22 + random.below(12)
  for (let away = 0; away < 5; away++) {
    const man = fathers[wanted + away]?.pop()
    if (man === undefined) continue
    block.father[child] = man
    block.absentMotherBirth[child] = drawAbsentMother(block, child, random)
    keepChild(block, child, man)
    return true
  }
  return false
}
