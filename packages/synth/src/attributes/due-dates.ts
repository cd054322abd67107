import { noDay, none } from '../family/block.ts'
import type { PersonColumns } from '../batch.ts'
import { bell } from '../random/bell.ts'
import type { Random } from '../random/random.ts'

const youngest = 20
const chances = bell(youngest, 44, { centre: 29, reach: 16 })
/** Of women with so many children, against those with none. */
const byParity = [1, 0.6, 0.18, 0.08]
/** Days from the first certain weeks of a pregnancy to the birth. */
const longest = 245
/** After a birth the next pregnancy is this far off. */
const rest = 420

interface DueDates {
  readonly ages: ArrayLike<number>
  readonly lastBirth: Int32Array
  readonly on: number
  readonly random: Random
}

/** Marks the women who are pregnant: as many as births of the past year would have on any day, living with a partner. */
export function markPregnancies(persons: PersonColumns, { ages, lastBirth, on, random }: DueDates): void {
  const weightOf = (person: number): number => {
    if (persons.sex[person] !== 1 || persons.partner[person] === none) return 0
    const last = lastBirth[person] ?? noDay
    if (last !== noDay && on - last < rest) return 0
    const children = Math.min(persons.childrenEverBorn[person] ?? 0, byParity.length - 1)
    return (chances[(ages[person] ?? 0) - youngest] ?? 0) * (byParity[children] ?? 0)
  }
  let [births, total] = [0, 0]
  for (let person = 0; person < persons.count; person++) {
    if (ages[person] === 0) births++
    total += weightOf(person)
  }
  if (total === 0) return
  const scale = (births * longest) / 365 / total
  for (let person = 0; person < persons.count; person++) {
    const weight = weightOf(person)
    if (weight > 0 && random.chance(Math.min(0.5, weight * scale)))
      persons.dueDate[person] = on + 1 + random.below(longest)
  }
}
