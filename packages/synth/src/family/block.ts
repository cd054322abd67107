import { ageCount } from '../ageing/structure.ts'
import type { BirthDays } from '../births/birth-days.ts'
import { BirthSlots } from '../births/birth-slots.ts'
import { beforeBlock, cellCount, phaseOf } from '../quotas/cell-quotas.ts'
import { keyOf } from '../random/mix.ts'
import type { Random } from '../random/random.ts'

/** No person, no household; and for a day: none, or not known. */
export const none = -1
export const noDay = -2_147_483_648

/** Marital status by code. */
export const marital = { never: 0, married: 1, cohabiting: 2, divorced: 3, widowed: 4 } as const

/**
 * Some thousands of persons of one county, of exact age and sex, who are then made into families: what each step of
 * `family/` reads and writes. Persons stand by sex and age: the men from young to old, then the women.
 */
export interface Block {
  readonly persons: number
  /** First person of each cell of sex and age, and one past the last. */
  readonly cellStart: Int32Array
  /** 0 male, 1 female. */
  readonly sex: Uint8Array
  readonly age: Uint8Array
  /** Day numbers. */
  readonly birth: Int32Array
  /** Tells those born on one day apart; see births/. */
  readonly serial: Uint16Array
  /** The other of a pair of twins under 18. */
  readonly twin: Int32Array
  readonly inCollective: Uint8Array
  readonly marital: Uint8Array
  /** Spouse or partner of the same household. */
  readonly partner: Int32Array
  readonly mother: Int32Array
  readonly father: Int32Array
  /** A woman who has been married and has no children. */
  readonly childless: Uint8Array
  /** A mother who lives elsewhere: her day of birth; `noDay` where the mother is here or not known. */
  readonly absentMotherBirth: Int32Array
  /** The parent or grandparent at whose home a child, young or grown, lives. */
  readonly keeper: Int32Array
  /** Those children as a chain: the one who came last, then the next. */
  readonly lastChild: Int32Array
  readonly nextChild: Int32Array
  readonly childCount: Uint8Array
}

export interface BlockInput {
  readonly quotas: Int32Array
  readonly block: number
  readonly blocks: number
  readonly days: BirthDays
  /** Of the seed and the county. */
  readonly key: number
  readonly random: Random
}

const adultAge = 18
/** Of the children under 18, those who have a twin of the same sex, and of boys, those whose twin is a girl. */
const sameSexTwins = 0.021
const mixedTwins = 0.011

/** The persons of one block with their days of birth; nothing yet ties them together. */
export function startBlock(input: BlockInput): Block {
  const { quotas, block, blocks } = input
  const cellStart = new Int32Array(cellCount + 1)
  const rankStart = new Int32Array(cellCount)
  let persons = 0
  for (let cell = 0; cell < cellCount; cell++) {
    const quota = quotas[cell] ?? 0
    const phase = phaseOf(cell)
    const from = beforeBlock(quota, { block, blocks, phase })
    rankStart[cell] = from
    cellStart[cell] = persons
    persons += beforeBlock(quota, { block: block + 1, blocks, phase }) - from
  }
  cellStart[cellCount] = persons
  const made: Block = {
    persons,
    cellStart,
    sex: new Uint8Array(persons),
    age: new Uint8Array(persons),
    birth: new Int32Array(persons),
    serial: new Uint16Array(persons),
    twin: new Int32Array(persons).fill(none),
    inCollective: new Uint8Array(persons),
    marital: new Uint8Array(persons),
    partner: new Int32Array(persons).fill(none),
    mother: new Int32Array(persons).fill(none),
    father: new Int32Array(persons).fill(none),
    childless: new Uint8Array(persons),
    absentMotherBirth: new Int32Array(persons).fill(noDay),
    keeper: new Int32Array(persons).fill(none),
    lastChild: new Int32Array(persons).fill(none),
    nextChild: new Int32Array(persons).fill(none),
    childCount: new Uint8Array(persons),
  }
  for (let age = 0; age < ageCount; age++) bear(made, age, { input, rankStart })
  return made
}

/** How many persons of one sex and age a county has room for. */
export function cellCapacity(days: BirthDays, age: number): number {
  return slotsOf(0, age, { days, key: 0 }).capacity
}

function slotsOf(sex: number, age: number, { days, key }: Pick<BlockInput, 'days' | 'key'>): BirthSlots {
  return new BirthSlots({ days: days.days[age] ?? 365, key: keyOf(key, sex, age), twins: age < adultAge })
}

function bear(
  block: Block,
  age: number,
  { input, rankStart }: { readonly input: BlockInput; readonly rankStart: Int32Array },
): void {
  const { random } = input
  const firstDay = input.days.first[age] ?? 0
  const [boys, girls] = [slotsOf(0, age, input), slotsOf(1, age, input)]
  for (const [sex, slots] of [boys, girls].entries()) {
    const cell = sex * ageCount + age
    const [from, to] = [block.cellStart[cell] ?? 0, block.cellStart[cell + 1] ?? 0]
    for (let person = from; person < to; person++) {
      const rank = (rankStart[cell] ?? 0) + person - from
      const isTwin = age < adultAge && (rank & 1) === 1 && person > from && random.chance(sameSexTwins)
      const { day, serial } = isTwin ? slots.slotOfTwin(rank) : slots.slotOf(rank)
      block.sex[person] = sex
      block.age[person] = age
      block.birth[person] = firstDay + day
      block.serial[person] = serial
      if (isTwin) joinTwins(block, person - 1, person)
    }
  }
  if (age >= adultAge) return
  let girl = block.cellStart[ageCount + age] ?? 0
  const lastGirl = block.cellStart[ageCount + age + 1] ?? 0
  const firstBoy = block.cellStart[age] ?? 0
  for (let boy = firstBoy; boy < (block.cellStart[age + 1] ?? 0); boy++) {
    const rank = (rankStart[age] ?? 0) + boy - firstBoy
    if ((rank & 1) === 1 || block.twin[boy] !== none || !random.chance(2 * mixedTwins)) continue
    while (girl < lastGirl && block.twin[girl] !== none) girl++
    if (girl >= lastGirl) return
    const { day, serial } = girls.slotBeside(boys, rank)
    block.birth[girl] = firstDay + day
    block.serial[girl] = serial
    joinTwins(block, boy, girl)
  }
}

function joinTwins(block: Block, one: number, other: number): void {
  block.twin[one] = other
  block.twin[other] = one
}
