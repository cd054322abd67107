import { fromDayNumber, type Day } from '@junheng/kernel'
import {
  maritalStatuses,
  personFlags,
  relations,
  specialFamilies,
  works,
  type MaritalStatus,
  type Relation,
  type SpecialFamily,
  type Work,
} from './batch-codes.ts'
import type { Batch } from './batch.ts'
import { noDay, none } from './family/block.ts'
import { syntheticId } from './identity/synthetic-id.ts'
import { syntheticPhone } from './identity/synthetic-phone.ts'
import { ethnicities } from './names/ethnicities.ts'
import { nameOf } from './names/name-code.ts'

/** One synthetic person, spelt out. Persons are named by `id`, which a county has once. */
export interface SynthPerson {
  readonly id: string
  readonly household: string
  /** GB 11643 in form, in the range no real person can have. */
  readonly residentId: string
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birthDate: Day
  readonly relation: Relation
  readonly maritalStatus: MaritalStatus
  readonly marriedOn: Day | null
  /** Those who live in the same household; null for who is elsewhere, dead, or not there. */
  readonly partner: string | null
  readonly mother: string | null
  readonly father: string | null
  /** A child's mother who lives elsewhere. */
  readonly absentMotherBirthDate: Day | null
  /** Which of the mother's children; null where the mother is not known. */
  readonly birthOrder: number | null
  readonly babiesInBirth: number
  /** Of a woman; null for a man. */
  readonly childrenEverBorn: number | null
  readonly dueDate: Day | null
  readonly ethnicity: string
  /** Eleven digits that reach nobody; null under fourteen. */
  readonly phone: string | null
  /** County of household registration. */
  readonly registrationRegion: number
  readonly work: Work
  readonly monthlyIncomeFen: number
  /** Of an employee's place of work. */
  readonly employerMonthlyWageFen: number | null
  readonly maternityInsured: boolean
  readonly residentInsured: boolean
  readonly fundContributor: boolean
  readonly specialFamily: SpecialFamily
  readonly onlyChildCertificate: boolean
  readonly adopted: boolean
  readonly disabled: boolean
  readonly unableToCareForSelf: boolean
}

/** One who has a telephone is at least so many days old. */
const phoneFrom = 14 * 365.25

/** The person at a place of the batch. Throws RangeError outside it. */
export function personAt(batch: Batch, at: number): SynthPerson {
  const { persons, on } = batch
  if (!Number.isInteger(at) || at < 0 || at >= persons.count) throw new RangeError(`no person ${at} in the batch`)
  const sex = persons.sex[at] === 0 ? 'male' : 'female'
  const birth = persons.birthDate[at] ?? 0
  const flags = persons.flags[at] ?? 0
  const order = persons.birthOrder[at] ?? 0
  const wage = persons.employerWage[at] ?? 0
  const other = (place: number | undefined): string | null =>
    place === undefined || place === none ? null : personId(batch, place)
  return {
    id: personId(batch, at),
    household: householdId(batch, persons.household[at] ?? 0),
    residentId: residentIdAt(batch, at),
    name: nameAt(batch, at),
    sex,
    birthDate: fromDayNumber(birth),
    relation: nameOfCode(relations, persons.relation[at]),
    maritalStatus: nameOfCode(maritalStatuses, persons.marital[at]),
    marriedOn: dayOrNull(persons.marriedOn[at]),
    partner: other(persons.partner[at]),
    mother: other(persons.mother[at]),
    father: other(persons.father[at]),
    absentMotherBirthDate: dayOrNull(persons.absentMotherBirth[at]),
    birthOrder: order === 0 ? null : order,
    babiesInBirth: persons.babiesInBirth[at] ?? 1,
    childrenEverBorn: sex === 'male' ? null : (persons.childrenEverBorn[at] ?? 0),
    dueDate: dayOrNull(persons.dueDate[at]),
    ethnicity: ethnicities.get(persons.ethnicity[at] ?? 0) ?? '其他',
    phone: on - birth < phoneFrom ? null : phoneAt(batch, at),
    registrationRegion: persons.registration[at] ?? 0,
    work: nameOfCode(works, persons.work[at]),
    monthlyIncomeFen: persons.income[at] ?? 0,
    employerMonthlyWageFen: wage === 0 ? null : wage,
    maternityInsured: (flags & personFlags.maternityInsured) !== 0,
    residentInsured: (flags & personFlags.residentInsured) !== 0,
    fundContributor: (flags & personFlags.fundContributor) !== 0,
    specialFamily: nameOfCode(specialFamilies, persons.specialFamily[at]),
    onlyChildCertificate: (flags & personFlags.onlyChildCertificate) !== 0,
    adopted: (flags & personFlags.adopted) !== 0,
    disabled: (flags & personFlags.disabled) !== 0,
    unableToCareForSelf: (flags & personFlags.unableToCareForSelf) !== 0,
  }
}

/** Identity number of the person at a place, without the rest. */
export function residentIdAt({ county, persons }: Batch, at: number): string {
  return syntheticId({
    county,
    birthDate: persons.birthDate[at] ?? 0,
    sex: persons.sex[at] === 0 ? 'male' : 'female',
    serial: persons.serial[at] ?? 0,
  })
}

/** Name of the person at a place, without the rest. */
export function nameAt({ persons }: Batch, at: number): string {
  return nameOf({
    surname: persons.surname[at] ?? 0,
    given: persons.given[at] ?? 0,
    sex: persons.sex[at] === 0 ? 'male' : 'female',
  })
}

/** Telephone of the person at a place, of whatever age; different for all persons of a county. */
export function phoneAt({ county, firstPerson }: Batch, at: number): string {
  return syntheticPhone((county * 7_919 + firstPerson + at) % 100_000_000)
}

export function personId({ county, firstPerson }: Batch, at: number): string {
  return `${county}-${String(firstPerson + at + 1).padStart(7, '0')}`
}

/** A household goes by the number of its first person. */
export function householdId({ county, firstPerson, households }: Batch, household: number): string {
  return `${county}-H${String(firstPerson + (households.first[household] ?? 0) + 1).padStart(7, '0')}`
}

function dayOrNull(day: number | undefined): Day | null {
  return day === undefined || day === noDay ? null : fromDayNumber(day)
}

function nameOfCode<Name extends string>(names: readonly [Name, ...Name[]], code: number | undefined): Name {
  return names[code ?? 0] ?? names[0]
}
