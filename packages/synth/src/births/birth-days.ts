import { addYears, ageInYears } from '@junheng/kernel'
import { ageCount } from '../ageing/structure.ts'

/** The days on which those of each age were born. */
export interface BirthDays {
  /** First birthday of the age's span, by age 0..100. */
  readonly first: Int32Array
  /** Number of days in the span. */
  readonly days: Int32Array
}

/** Who is 100 and over was born within these years. */
const openYears = 5

/** For each completed age on `on` the days a person of that age may have been born; the spans lie end to end. */
export function birthDays(on: number): BirthDays {
  const first = new Int32Array(ageCount)
  const days = new Int32Array(ageCount)
  for (let age = 0; age < ageCount; age++) {
    const until = lastBirthDay(on, age)
    const from = lastBirthDay(on, age === ageCount - 1 ? age + openYears : age + 1) + 1
    first[age] = from
    days[age] = until - from + 1
  }
  return { first, days }
}

/** The latest day of birth of who has completed `age` years on `on`. */
function lastBirthDay(on: number, age: number): number {
  let day = addYears(on, -age) + 1
  while (ageInYears(day, on) < age) day--
  return day
}
