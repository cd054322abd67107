import { ageCount } from '../ageing/structure.ts'
import type { CountyCensus } from '../census/county-census.ts'
import { bell } from '../random/bell.ts'
import { curve } from '../random/curve.ts'
import { Picker } from '../random/picker.ts'
import type { Random } from '../random/random.ts'
import { marital, none, type Block } from './block.ts'
import { drawAbsentMother } from './give-parents.ts'
import { ByAge, Homes, isFree, mayLiveWithParents, relation } from './homes.ts'
import { keepChild, type Mothers } from './mothers.ts'

/** How many family households of each kind a block should have, as the county's census has them. */
export interface HouseholdPlan {
  readonly onePerson: number
  /** Of one generation with more than one person. */
  readonly oneGeneration: number
  readonly twoGenerations: number
  readonly threeGenerations: number
  readonly fourGenerations: number
}

/** Years between parents and the grown child they live with. */
const gapFrom = 18
const gaps = new Picker(bell(gapFrom, 42, { centre: 26, reach: 11 }))

export function householdPlan(census: CountyCensus, familyPersons: number, random: Random): HouseholdPlan {
  const scale = census.familyPersons > 0 ? familyPersons / census.familyPersons : 0
  const [one, two, three, four] = census.generations
  return {
    onePerson: random.round(census.onePersonFamilies * scale),
    oneGeneration: random.round(Math.max(0, one - census.onePersonFamilies) * scale),
    twoGenerations: random.round(two * scale),
    threeGenerations: random.round(three * scale),
    fourGenerations: random.round(four * scale),
  }
}

export interface FormInput {
  readonly block: Block
  readonly mothers: Mothers
  readonly plan: HouseholdPlan
  /** Children whose parents are elsewhere. */
  readonly leftBehind: readonly number[]
  readonly random: Random
}

/**
 * Forms households so that the county's numbers of one-person families and of families of one, two, three and four
 * generations come out as nearly as its people allow: left-behind children go to grandparents; lone adults live alone, with
 * their parents, or with their grown children; couples of elders move in with a younger family where more are needed.
 */
export function formHouseholds({ block, mothers, plan, leftBehind, random }: FormInput): Homes {
  const homes = new Homes(block, random)
  const step: Step = { homes, mothers, plan, random }
  const strays = takeInGrandchildren(step, leftBehind)
  liveApart(step)
  const free: number[] = []
  for (let person = 0; person < block.persons; person++) {
    if ((block.age[person] ?? 0) >= 18 && isFree(block, person)) free.push(person)
  }
  homes.several = countFamiliesWithChildren(homes)
  const rest = chooseAlone(step, free)
  const { unplaced, oldest } = placeSingles(step, rest)
  mergeElders(step)
  placeOldest(step, oldest, unplaced)
  placeOthers(step, unplaced, strays)
  return homes
}

interface Step {
  readonly homes: Homes
  readonly mothers: Mothers
  readonly plan: HouseholdPlan
  readonly random: Random
}

/** Each left-behind child, at times two, goes to a couple or a lone elder of a grandparent's age; returns who is left. */
function takeInGrandchildren({ homes, random }: Step, leftBehind: readonly number[]): readonly number[] {
  const { block } = homes
  const elders = new ByAge()
  const order = Int32Array.from({ length: block.persons }, (_, person) => person)
  random.shuffle(order)
  for (const person of order) {
    const age = block.age[person] ?? 0
    if (age < 42 || age > 78 || block.inCollective[person] === 1 || homes.keeperOf(person) !== person) continue
    if (!homes.hasChildren(person) && (homes.isCouple(person) || random.chance(0.3))) elders.add(person, age)
  }
  const strays: number[] = []
  let last = none
  for (const child of leftBehind) {
    const { age } = block
    const wanted = (age[child] ?? 0) + 46 + random.below(10)
    const again = last !== none && Math.abs((age[last] ?? 0) - wanted) < 9 && random.chance(0.35)
    const keeper = again ? last : elders.take(Math.min(wanted, 78), 9, () => true)
    if (keeper === none) {
      strays.push(child)
      continue
    }
    keepChild(block, child, keeper)
    block.absentMotherBirth[child] = drawAbsentMother(block, child, random)
    homes.keepsGrandchildren[keeper] = 1
    last = keeper
  }
  return strays
}

/** At most this part of couples has the man live by himself or with his parents. */
const mostApart = 0.1

/**
 * A county whose couples are too many for its number of households has couples who live apart: one works or looks after
 * parents elsewhere. As many are parted as bring the number of households to the census' one.
 */
function liveApart({ homes, plan, random }: Step): void {
  const { block } = homes
  const couples: number[] = []
  let [lone, withChildren, free] = [0, 0, 0]
  for (let person = 0; person < block.persons; person++) {
    if (block.inCollective[person] === 1 || (block.age[person] ?? 0) < 18) continue
    if (homes.hasChildren(person)) withChildren++
    if (isFree(block, person)) free++
    else if (homes.keeperOf(person) === person) {
      if (!homes.isCouple(person)) lone++
      else if (mayPart(homes, person)) couples.push(person)
    }
  }
  const elders = plan.threeGenerations + plan.fourGenerations
  const several = plan.twoGenerations + elders
  const movingIn = Math.max(0, elders + several - withChildren - (free - plan.onePerson))
  const households = plan.onePerson + couples.length + lone - movingIn
  const wanted = plan.onePerson + plan.oneGeneration + several
  const parting = Math.min(wanted - households, movingIn, Math.floor(mostApart * couples.length))
  random.shuffle(couples)
  for (const woman of couples.slice(0, Math.max(0, parting))) {
    const man = block.partner[woman] ?? none
    block.partner[woman] = none
    block.partner[man] = none
    for (let child = block.lastChild[woman] ?? none; child !== none; child = block.nextChild[child] ?? none) {
      block.father[child] = none
    }
  }
}

function mayPart({ block, keepsGrandchildren }: Homes, woman: number): boolean {
  const married = block.marital[woman] === marital.married
  return married && (block.age[woman] ?? 0) < 62 && keepsGrandchildren[woman] === 0
}

function countFamiliesWithChildren(homes: Homes): number {
  let families = 0
  for (let person = 0; person < homes.block.persons; person++) {
    if ((homes.block.childCount[person] ?? 0) > 0) families++
  }
  return families
}

const readinessOfSingles = Array.from({ length: ageCount }, (_, age) =>
  curve(
    [
      [18, 0.08],
      [22, 0.35],
      [27, 0.75],
      [35, 1],
      [50, 1.3],
    ],
    age,
  ),
)

/** How ready a lone adult is to live alone. */
function readiness(block: Block, person: number): number {
  const age = block.age[person] ?? 0
  const status = block.marital[person]
  if (status === marital.widowed) return age < 80 ? 1.5 : 1
  if (status === marital.married) return 0.6
  if (status === marital.never) return readinessOfSingles[age] ?? 1
  return 1
}

/** Lets as many live alone as the census has one-person families; returns the others. */
function chooseAlone({ homes, mothers, plan, random }: Step, free: readonly number[]): number[] {
  const { block } = homes
  const total = free.reduce((sum, person) => sum + readiness(block, person), 0)
  let wanted = Math.min(plan.onePerson, free.length)
  const scale = total > 0 ? wanted / total : 0
  const rest: number[] = []
  let position = random.unit()
  for (const person of free) {
    position += Math.min(1, readiness(block, person) * scale)
    if (position >= 1 && wanted > 0) {
      position -= 1
      wanted--
      mothers.remove(person)
    } else {
      rest.push(person)
    }
  }
  random.shuffle(rest)
  // Whom the even steps left short.
  for (; wanted > 0 && rest.length > 0; wanted--) mothers.remove(rest.pop() ?? none)
  return rest
}

/** Families of several generations still wanted. */
function lacking({ homes, plan }: Step): number {
  return plan.twoGenerations + plan.threeGenerations + plan.fourGenerations - homes.several
}

/** Lone adults go home to their parents, or live with a grown child. */
function placeSingles(step: Step, rest: readonly number[]): { unplaced: number[]; oldest: number[] } {
  const { homes, mothers, plan } = step
  const { block } = homes
  const unplaced: number[] = []
  const oldest: number[] = []
  const elders: number[] = []
  for (const person of rest) {
    if (!isFree(block, person)) continue // a mother by now
    if (!mayLiveWithParents(block, person)) {
      elders.push(person)
      continue
    }
    const parities = lacking(step) > 0 ? [0, 1, 2] : [1, 2, 0]
    let mother = none
    for (const parity of parities) {
      mother = mothers.find(person, parity, 3)
      if (mother !== none) break
    }
    if (mother === none || mother === person) {
      unplaced.push(person)
      continue
    }
    if (!homes.hasChildren(mother)) homes.several++
    mothers.give(person, mother)
    mothers.remove(person)
  }
  const pools = grownChildren(step)
  for (const person of elders) {
    if (!isFree(block, person)) continue
    const age = block.age[person] ?? 0
    if (age >= 75 && oldest.length < plan.fourGenerations) oldest.push(person)
    else if (age < 40 || !moveIn(step, person, pools)) unplaced.push(person)
  }
  return { unplaced, oldest }
}

interface Pools {
  readonly withChildren: ByAge
  readonly without: ByAge
}

/** Grown persons without parents here: of families with children, and of couples without. */
function grownChildren({ homes, random }: Step): Pools {
  const { block } = homes
  const pools = { withChildren: new ByAge(), without: new ByAge() }
  const order = Int32Array.from({ length: block.persons }, (_, person) => person)
  random.shuffle(order)
  for (const keeper of order) {
    const age = block.age[keeper] ?? 0
    if (age < 20 || age > 66 || block.inCollective[keeper] === 1 || homes.keeperOf(keeper) !== keeper) continue
    if (homes.keepsGrandchildren[keeper] === 1 || homes.isHosted(keeper)) continue
    const grown = homes.drawGrownChild(keeper)
    if (block.mother[grown] !== none || block.father[grown] !== none) continue
    if (homes.hasChildren(keeper)) pools.withChildren.add(grown, block.age[grown] ?? 0)
    else if (homes.isCouple(keeper)) pools.without.add(grown, block.age[grown] ?? 0)
  }
  return pools
}

/** Lets an elder family live with a grown child where the plan wants it; false if none is to be found. */
function moveIn(step: Step, elder: number, { withChildren, without }: Pools): boolean {
  const { homes, plan, random } = step
  const { block } = homes
  const wanted = (block.age[elder] ?? 0) - gapFrom - gaps.pick(random)
  const fits = (child: number): boolean => {
    const keeper = homes.keeperOf(child)
    return (
      keeper !== elder && homes.hasElder[keeper] === 0 && !homes.isHosted(keeper) && homes.couldBeParents(elder, child)
    )
  }
  const three = homes.three < plan.threeGenerations + plan.fourGenerations
  const child = three
    ? withChildren.take(wanted, 8, fits)
    : lacking(step) > 0
      ? without.take(wanted, 8, fits)
      : withChildren.take(wanted, 8, fits)
  if (child === none) return false
  homes.takeElder(elder, child)
  return true
}

/** Couples of elders move in with younger families until the census' numbers are reached. */
function mergeElders(step: Step): void {
  const { homes, plan, random } = step
  const { block } = homes
  const pools = grownChildren(step)
  const couples: number[] = []
  for (let woman = block.cellStart[ageCount] ?? 0; woman < block.persons; woman++) {
    const alone = homes.isCouple(woman) && !homes.hasChildren(woman) && homes.hasElder[woman] === 0
    if (alone && (block.age[woman] ?? 0) >= 42 && block.inCollective[woman] === 0) couples.push(woman)
  }
  random.shuffle(couples)
  let oneGeneration = countCouplesAlone(homes)
  for (const couple of couples) {
    const wanting = homes.three < plan.threeGenerations + plan.fourGenerations || lacking(step) > 0
    if (!wanting && oneGeneration <= plan.oneGeneration) break
    if (homes.isHosted(couple) || homes.hasElder[couple] === 1) continue
    if (moveIn(step, couple, pools)) oneGeneration--
  }
}

function countCouplesAlone(homes: Homes): number {
  const { block } = homes
  let couples = 0
  for (let woman = block.cellStart[ageCount] ?? 0; woman < block.persons; woman++) {
    if (homes.isCouple(woman) && !homes.hasChildren(woman) && homes.hasElder[woman] === 0 && !homes.isHosted(woman))
      couples++
  }
  return couples
}

/** The oldest live with elders who live with their own children: four generations. */
function placeOldest({ homes, random }: Step, oldest: readonly number[], unplaced: number[]): void {
  const { block } = homes
  const hosted = new ByAge()
  for (let person = 0; person < block.persons; person++) {
    if (homes.keeperOf(person) !== person || !homes.isHosted(person)) continue
    if (homes.asRelation[person] !== relation.parent || !homes.hasChildren(homes.host[person] ?? none)) continue
    const grown = homes.drawGrownChild(person)
    hosted.add(grown, block.age[grown] ?? 0)
  }
  for (const elder of oldest) {
    const wanted = (block.age[elder] ?? 0) - gapFrom - gaps.pick(random)
    const child = hosted.take(wanted, 12, (person) => homes.couldBeParents(elder, person))
    if (child === none) {
      unplaced.push(elder)
      continue
    }
    homes.takeElder(elder, child)
    homes.several--
    homes.asRelation[elder] = relation.grandparent
  }
}

/** Whoever is left shares a home with others of the same age, or joins a household as another relative. */
function placeOthers({ homes, plan, random }: Step, unplaced: readonly number[], strays: readonly number[]): void {
  const { block } = homes
  let wanted = plan.oneGeneration - countCouplesAlone(homes)
  const byAge = unplaced
    .filter((person) => isFree(block, person))
    .sort((a, b) => (block.age[a] ?? 0) - (block.age[b] ?? 0) || a - b)
  const roots: number[] = []
  for (let person = 0; person < block.persons; person++) {
    const settled = homes.isCouple(person) || homes.hasChildren(person)
    if (settled && homes.keeperOf(person) === person && !homes.isHosted(person)) roots.push(person)
  }
  for (let at = 0; at < byAge.length; at++) {
    const person = byAge[at] ?? none
    const next = byAge[at + 1]
    const near = next !== undefined && (block.age[next] ?? 0) - (block.age[person] ?? 0) < 15
    if (near && (wanted > 0 || roots.length === 0)) {
      homes.joinAsOther(next, person)
      wanted--
      at++
    } else if (roots.length > 0) {
      homes.joinAsOther(person, roots[random.below(roots.length)] ?? none)
    }
  }
  for (const child of strays) {
    const keeper = roots[random.below(roots.length)] ?? none
    if (keeper === none) block.inCollective[child] = 1
    else homes.joinAsOther(child, keeper)
    block.absentMotherBirth[child] = drawAbsentMother(block, child, random)
  }
}
