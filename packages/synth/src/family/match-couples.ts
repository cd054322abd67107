import { ageCount } from '../ageing/structure.ts'
import { bell } from '../random/bell.ts'
import { Picker } from '../random/picker.ts'
import type { Random } from '../random/random.ts'
import { marital, none, type Block } from './block.ts'
import type { MaritalShares } from './marital-shares.ts'

/** Years by which a husband is older: two on the whole, seldom more than eight. */
const gapFrom = -5
const gaps = new Picker(bell(gapFrom, 11, { centre: 1.9, reach: 7 }))

/** Who lives without being registered, of couples that could register and are under 40. */
const cohabiting = 0.025
/** Of married women under 60, whose husband works elsewhere, beside those for whom nobody is left. */
const husbandAway = 0.025

const womanMarries = 20
const manMarries = 22

/**
 * Gives every adult a marital status and the married a spouse in the block where one is to be had: women in random order
 * choose among the men near the age they look for. Who finds nobody is married to somebody elsewhere.
 */
export function matchCouples(block: Block, { shares, random }: { shares: MaritalShares; random: Random }): void {
  const men = waitingMen(block, { shares, random })
  const women: number[] = []
  for (let woman = block.cellStart[ageCount] ?? 0; woman < block.persons; woman++) {
    const status = drawStatus(block, woman, { shares, random })
    block.marital[woman] = status
    if (status === marital.married && block.inCollective[woman] === 0) women.push(woman)
  }
  random.shuffle(women)
  for (const woman of women) {
    const age = block.age[woman] ?? 0
    if (age < 60 && random.chance(husbandAway)) continue
    const wanted = Math.max(manMarries, age + gapFrom + gaps.pick(random))
    const man = men.take(wanted, 7) ?? men.takeReserve(wanted, 7) ?? men.take(wanted, 14)
    if (man === undefined) continue
    block.partner[woman] = man
    block.partner[man] = woman
    const unregistered = age < 40 && random.chance(cohabiting)
    block.marital[woman] = unregistered ? marital.cohabiting : marital.married
    block.marital[man] = block.marital[woman]
  }
  settleLeftMen(block, { shares, random })
}

/** Men by age, from whom women choose: those meant to be married, and in reserve those meant never to be. */
function waitingMen(block: Block, { shares, random }: { shares: MaritalShares; random: Random }) {
  const waiting: number[][] = Array.from({ length: ageCount }, () => [])
  const reserve: number[][] = Array.from({ length: ageCount }, () => [])
  const women = block.cellStart[ageCount] ?? 0
  for (let man = 0; man < women; man++) {
    const age = block.age[man] ?? 0
    const status = drawStatus(block, man, { shares, random })
    block.marital[man] = status
    if (block.inCollective[man] === 1 || age < manMarries) continue
    if (status === marital.married) waiting[age]?.push(man)
    else if (status === marital.never) reserve[age]?.push(man)
  }
  const nearest = (lists: readonly number[][], wanted: number, reach: number): number | undefined => {
    for (let away = 0; away <= reach; away++) {
      const man = lists[wanted + away]?.pop() ?? lists[wanted - away]?.pop()
      if (man !== undefined) return man
    }
    return undefined
  }
  return {
    take: (wanted: number, reach: number) => nearest(waiting, wanted, reach),
    takeReserve: (wanted: number, reach: number) => nearest(reserve, wanted, reach),
  }
}

/** Men meant to be married for whom no woman was left: some have a wife elsewhere, the others are single after all. */
function settleLeftMen(block: Block, { shares, random }: { shares: MaritalShares; random: Random }): void {
  const women = block.cellStart[ageCount] ?? 0
  for (let man = 0; man < women; man++) {
    if (block.marital[man] !== marital.married || block.partner[man] !== none || block.inCollective[man] === 1) continue
    if (random.chance(0.35)) continue
    const age = block.age[man] ?? 0
    const never = shares.neverMarried.male[age] ?? 0
    const lost = (shares.widowed.male[age] ?? 0) + (shares.divorced.male[age] ?? 0)
    if (random.chance(never / (never + lost))) block.marital[man] = marital.never
    else if (random.chance((shares.widowed.male[age] ?? 0) / lost)) block.marital[man] = marital.widowed
    else block.marital[man] = marital.divorced
  }
}

function drawStatus(
  block: Block,
  person: number,
  { shares, random }: { readonly shares: MaritalShares; readonly random: Random },
): number {
  const age = block.age[person] ?? 0
  const sex = block.sex[person] === 0 ? 'male' : 'female'
  if (age < (sex === 'male' ? manMarries : womanMarries)) return marital.never
  if (random.chance(shares.neverMarried[sex][age] ?? 1)) return marital.never
  const draw = random.unit()
  const widowed = shares.widowed[sex][age] ?? 0
  if (draw < widowed) return marital.widowed
  return draw < widowed + (shares.divorced[sex][age] ?? 0) ? marital.divorced : marital.married
}
