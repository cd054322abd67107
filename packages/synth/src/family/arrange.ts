import { householdKinds, type HouseholdKind } from '../batch-codes.ts'
import type { Random } from '../random/random.ts'
import { none } from './block.ts'
import { relation, type Homes } from './homes.ts'

/** Households in random order, each with its persons, the head first. */
export interface Arrangement {
  /** Person of the block by place in the batch, and the reverse. */
  readonly personAt: Int32Array
  readonly placeOf: Int32Array
  readonly relation: Uint8Array
  readonly household: Int32Array
  /** First place of each household, and one past the last. */
  readonly first: Int32Array
  readonly kind: Uint8Array
}

/** Lines the persons of a block up by household. */
export function arrange(homes: Homes, random: Random): Arrangement {
  const { block } = homes
  const { persons } = block
  const nextMember = new Int32Array(persons).fill(none)
  const lastMember = new Int32Array(persons).fill(none)
  const roots: number[] = []
  for (let person = 0; person < persons; person++) {
    if (block.inCollective[person] === 1) continue
    const root = homes.rootOf(person)
    if (lastMember[root] === none) roots.push(root)
    nextMember[person] = lastMember[root] ?? none
    lastMember[root] = person
  }
  const collectives = groupCollectives(homes, random)
  const households = roots.length + collectives.length
  const order = Int32Array.from({ length: households }, (_, at) => at)
  random.shuffle(order)
  const personAt = new Int32Array(persons)
  const placeOf = new Int32Array(persons)
  const relations = new Uint8Array(persons)
  const household = new Int32Array(persons)
  const first = new Int32Array(households + 1)
  const kind = new Uint8Array(households)
  let place = 0
  for (const [index, at] of order.entries()) {
    first[index] = place
    const root = roots[at]
    const group =
      root === undefined ? (collectives[at - roots.length] ?? []) : membersOf(homes, root, { lastMember, nextMember })
    kind[index] = householdKinds.indexOf(root === undefined ? 'collective' : kindOf(homes, group))
    for (const [position, member] of group.entries()) {
      personAt[place] = member.person
      placeOf[member.person] = place
      relations[place] = root === undefined && position === 0 ? relation.head : member.relation
      household[place] = index
      place++
    }
  }
  first[households] = place
  return { personAt, placeOf, relation: relations, household, first, kind }
}

interface Member {
  readonly person: number
  readonly relation: number
}

function membersOf(
  homes: Homes,
  root: number,
  { lastMember, nextMember }: { lastMember: Int32Array; nextMember: Int32Array },
): readonly Member[] {
  const { birth } = homes.block
  const members: Member[] = []
  for (let person = lastMember[root] ?? none; person !== none; person = nextMember[person] ?? none) {
    members.push({ person, relation: relationOf(homes, root, person) })
  }
  return members.sort(
    (a, b) => a.relation - b.relation || (birth[a.person] ?? 0) - (birth[b.person] ?? 0) || a.person - b.person,
  )
}

function relationOf(homes: Homes, root: number, person: number): number {
  const { block } = homes
  const keeper = block.keeper[person] ?? none
  if (keeper !== none) {
    if (homes.keeperOf(keeper) !== root) return relation.other
    return homes.keepsGrandchildren[root] === 1 && block.mother[person] === none ? relation.grandchild : relation.child
  }
  const own = homes.keeperOf(person)
  if (own !== root) return homes.asRelation[own] ?? relation.other
  const partner = block.partner[root] ?? none
  return partner === none || person === partner ? relation.head : relation.partner
}

function kindOf(homes: Homes, members: readonly Member[]): HouseholdKind {
  const has = (wanted: number) => members.some((member) => member.relation === wanted)
  if (members.length === 1) return 'one-person'
  if (has(relation.grandchild)) return 'grandparents-with-grandchildren'
  if (has(relation.grandparent)) return 'four-generations'
  if (has(relation.parent)) return has(relation.child) ? 'three-generations' : 'with-parents'
  if (has(relation.child)) return has(relation.partner) ? 'couple-with-children' : 'lone-parent'
  return has(relation.partner) ? 'couple' : 'shared'
}

/** Rooms of two to six, the young with the young and the old with the old. */
function groupCollectives(homes: Homes, random: Random): readonly (readonly Member[])[] {
  const { block } = homes
  const groups: Member[][] = []
  const byAge: number[][] = [[], [], [], []]
  for (let person = 0; person < block.persons; person++) {
    if (block.inCollective[person] === 0) continue
    const age = block.age[person] ?? 0
    byAge[age < 15 ? 0 : age < 23 ? 1 : age < 65 ? 2 : 3]?.push(person)
  }
  for (const people of byAge) {
    random.shuffle(people)
    for (let at = 0; at < people.length;) {
      const size = 2 + random.below(5)
      groups.push(people.slice(at, at + size).map((person) => ({ person, relation: relation.other })))
      at += size
    }
  }
  return groups
}
