import { yearOf } from '@junheng/kernel'
import { drawMarriageDay } from './attributes/marriage-day.ts'
import { markPregnancies } from './attributes/due-dates.ts'
import { addFlag, markOnlyChildParents } from './attributes/special-families.ts'
import { drawEmployerWage, drawIncome, drawWork, employee, wageLevel } from './attributes/work.ts'
import { householdFlags, householdKinds, personFlags } from './batch-codes.ts'
import type { Batch, ElsewhereColumns, HouseholdColumns, PersonColumns } from './batch.ts'
import { populationOf, type CountyCensus } from './census/county-census.ts'
import type { Arrangement } from './family/arrange.ts'
import { marital, noDay, none, type Block } from './family/block.ts'
import type { ChildrenElsewhere } from './family/children-elsewhere.ts'
import { ageCount } from './ageing/structure.ts'
import { han, minorityPicker } from './names/ethnicities.ts'
import { drawGivenName, drawSurname } from './names/name-code.ts'
import { villagesPerTown } from './places/invented-places.ts'
import { drawCountyElsewhere, drawCountyInProvince } from './places/counties-elsewhere.ts'
import { registrationCode } from './places/invented-places.ts'
import type { Random } from './random/random.ts'

export interface WriteInput {
  readonly census: CountyCensus
  readonly block: Block
  readonly arrangement: Arrangement
  readonly elsewhere: ChildrenElsewhere
  readonly on: number
  readonly key: number
  readonly firstPerson: number
  readonly random: Random
}

/** Shares of children: lawfully adopted, and disabled. */
const adopted = 0.0015
const disabled = 0.006

/** The columns of a block whose families are complete: everything that is drawn for a household or person by itself. */
export function writeBatch(input: WriteInput): Batch {
  const { census, block, arrangement, on, random } = input
  const persons = emptyPersons(block.persons)
  const households = emptyHouseholds(arrangement)
  copyBlock(persons, { block, arrangement })
  const ages = arrangement.personAt.map((person) => block.age[person] ?? 0)
  const elsewhere = writeElsewhere(input.elsewhere, arrangement)
  const { firstBirth, lastBirth } = countBirths(persons, elsewhere)
  settleHouseholds({ persons, households, census, random })
  const urban = (person: number): boolean =>
    ((households.flags[persons.household[person] ?? 0] ?? 0) & householdFlags.urban) !== 0
  nameEverybody(persons, random)
  marry(persons, { firstBirth, on, random })
  employ(persons, { ages, urban, level: wageLevel(census.code), random })
  markOnlyChildParents(persons, { elsewhere, urban, random })
  markChildren(persons, { ages, random })
  markPregnancies(persons, { ages, lastBirth, on, random })
  markPoverty(persons, households, random)
  const { key, firstPerson } = input
  return { county: census.code, countyName: census.name, on, key, firstPerson, persons, households, elsewhere }
}

function emptyPersons(count: number): PersonColumns {
  return {
    count,
    household: new Int32Array(count),
    sex: new Uint8Array(count),
    birthDate: new Int32Array(count),
    relation: new Uint8Array(count),
    marital: new Uint8Array(count),
    marriedOn: new Int32Array(count).fill(noDay),
    partner: new Int32Array(count),
    mother: new Int32Array(count),
    father: new Int32Array(count),
    absentMotherBirth: new Int32Array(count),
    birthOrder: new Uint8Array(count),
    babiesInBirth: new Uint8Array(count).fill(1),
    childrenEverBorn: new Uint8Array(count),
    dueDate: new Int32Array(count).fill(noDay),
    ethnicity: new Uint8Array(count),
    surname: new Uint16Array(count),
    given: new Uint32Array(count),
    serial: new Uint16Array(count),
    registration: new Int32Array(count),
    work: new Uint8Array(count),
    income: new Int32Array(count),
    employerWage: new Int32Array(count),
    specialFamily: new Uint8Array(count),
    flags: new Uint8Array(count),
  }
}

function emptyHouseholds({ first, kind }: Arrangement): HouseholdColumns {
  const count = kind.length
  return {
    count,
    first,
    kind,
    town: new Uint16Array(count),
    village: new Uint16Array(count),
    number: new Uint16Array(count),
    flags: new Uint8Array(count),
  }
}

function copyBlock(persons: PersonColumns, { block, arrangement }: { block: Block; arrangement: Arrangement }): void {
  const { personAt, placeOf } = arrangement
  const moved = (person: number): number => (person === none ? none : (placeOf[person] ?? none))
  persons.household.set(arrangement.household)
  for (let place = 0; place < persons.count; place++) {
    const person = personAt[place] ?? 0
    persons.sex[place] = block.sex[person] ?? 0
    persons.birthDate[place] = block.birth[person] ?? 0
    persons.serial[place] = block.serial[person] ?? 0
    persons.relation[place] = arrangement.relation[place] ?? 0
    persons.marital[place] = block.marital[person] ?? 0
    persons.partner[place] = moved(block.partner[person] ?? none)
    persons.mother[place] = moved(block.mother[person] ?? none)
    persons.father[place] = moved(block.father[person] ?? none)
    persons.absentMotherBirth[place] = block.absentMotherBirth[person] ?? noDay
    const twin = block.twin[person] ?? none
    if (twin !== none && block.mother[person] === block.mother[twin]) persons.babiesInBirth[place] = 2
  }
}

function writeElsewhere({ mother, birth, sex, alive }: ChildrenElsewhere, { placeOf }: Arrangement): ElsewhereColumns {
  const order = mother
    .map((_, at) => at)
    .sort((a, b) => {
      const [one, other] = [placeOf[mother[a] ?? 0] ?? 0, placeOf[mother[b] ?? 0] ?? 0]
      return one - other || (birth[a] ?? 0) - (birth[b] ?? 0)
    })
  return {
    count: order.length,
    mother: Int32Array.from(order, (at) => placeOf[mother[at] ?? 0] ?? 0),
    birthDate: Int32Array.from(order, (at) => birth[at] ?? 0),
    sex: Uint8Array.from(order, (at) => sex[at] ?? 0),
    alive: Uint8Array.from(order, (at) => alive[at] ?? 0),
  }
}

/** Counts each woman's births and gives the children here their order; returns first and last birth by woman. */
function countBirths(persons: PersonColumns, elsewhere: ElsewhereColumns) {
  const { count, mother, birthDate, birthOrder, childrenEverBorn, absentMotherBirth } = persons
  const firstBirth = new Int32Array(count).fill(noDay)
  const lastBirth = new Int32Array(count).fill(noDay)
  const bear = (woman: number, birth: number): void => {
    childrenEverBorn[woman] = (childrenEverBorn[woman] ?? 0) + 1
    if (firstBirth[woman] === noDay || birth < (firstBirth[woman] ?? 0)) firstBirth[woman] = birth
    if (birth > (lastBirth[woman] ?? noDay)) lastBirth[woman] = birth
  }
  const siblings = new Map<number, number[]>()
  for (let child = 0; child < count; child++) {
    const woman = mother[child] ?? none
    if (woman === none) {
      if (absentMotherBirth[child] !== noDay) birthOrder[child] = 1 + (child % 5 === 0 ? 1 : 0)
      continue
    }
    bear(woman, birthDate[child] ?? 0)
    const known = siblings.get(woman)
    if (known === undefined) siblings.set(woman, [child])
    else known.push(child)
  }
  for (let at = 0; at < elsewhere.count; at++) bear(elsewhere.mother[at] ?? 0, elsewhere.birthDate[at] ?? 0)
  const away = new Map<number, number[]>()
  for (let at = 0; at < elsewhere.count; at++) {
    const woman = elsewhere.mother[at] ?? 0
    if (siblings.has(woman)) away.set(woman, [...(away.get(woman) ?? []), elsewhere.birthDate[at] ?? 0])
  }
  for (const [woman, children] of siblings) {
    const gone = away.get(woman) ?? []
    children.sort((a, b) => (birthDate[a] ?? 0) - (birthDate[b] ?? 0) || a - b)
    for (const [at, child] of children.entries()) {
      birthOrder[child] = 1 + at + gone.filter((birth) => birth < (birthDate[child] ?? 0)).length
    }
  }
  return { firstBirth, lastBirth }
}

interface Settling {
  readonly persons: PersonColumns
  readonly households: HouseholdColumns
  readonly census: CountyCensus
  readonly random: Random
}

/** Town or country, address, people and place of registration of each household. */
function settleHouseholds({ persons, households, census, random }: Settling): void {
  const population = Math.max(1, populationOf(census))
  const urbanShare = census.urban / population
  const towns = Math.max(3, Math.round(population / 25_000))
  const urbanTowns = Math.max(1, Math.min(towns - 1, Math.round(towns * urbanShare)))
  const minority = minorityPicker(census.code)
  const [nearby, away] = [census.fromProvince / population, census.fromElsewhere / population]
  const own = registrationCode(census.code)
  const pastoral = [15, 54, 63, 65].includes(Math.floor(census.code / 10_000))
  for (let household = 0; household < households.count; household++) {
    const urban = random.chance(urbanShare)
    households.town[household] = urban ? random.below(urbanTowns) : urbanTowns + random.below(towns - urbanTowns)
    households.village[household] = random.below(villagesPerTown)
    households.number[household] = random.below(2664)
    const remote = pastoral && !urban && random.chance(0.5)
    households.flags[household] = (urban ? householdFlags.urban : 0) | (remote ? householdFlags.remotePastoral : 0)
    const people = random.chance(census.minorityPercent / 100)
      ? (minority.codes[minority.picker.pick(random)] ?? han)
      : han
    const draw = random.unit()
    const registration =
      draw < away
        ? drawCountyElsewhere(census.code, random)
        : draw < away + nearby
          ? drawCountyInProvince(census.code, random)
          : own
    for (let person = households.first[household] ?? 0; person < (households.first[household + 1] ?? 0); person++) {
      persons.ethnicity[person] = people
      persons.registration[person] = registration
    }
  }
}

/** Children take the father's surname, grandchildren the head's, all others their own. */
function nameEverybody(persons: PersonColumns, random: Random): void {
  for (let person = 0; person < persons.count; person++) {
    const ethnicity = persons.ethnicity[person] ?? han
    persons.surname[person] = drawSurname(ethnicity, random)
    const birthYear = yearOf(persons.birthDate[person] ?? 0)
    persons.given[person] = drawGivenName(
      { ethnicity, sex: persons.sex[person] === 0 ? 'male' : 'female', birthYear },
      random,
    )
  }
  // Elders come after the head in a household: a head's surname is his father's before his children take it.
  for (let pass = 0; pass < 3; pass++) {
    for (let person = 0; person < persons.count; person++) {
      const father = persons.father[person] ?? none
      if (father !== none) persons.surname[person] = persons.surname[father] ?? 0
      else if (persons.mother[person] !== none && persons.partner[persons.mother[person] ?? 0] === none)
        persons.surname[person] = persons.surname[persons.mother[person] ?? 0] ?? 0
    }
  }
}

/** The day each marriage was registered. */
function marry(
  persons: PersonColumns,
  { firstBirth, on, random }: { firstBirth: Int32Array; on: number; random: Random },
): void {
  for (let person = 0; person < persons.count; person++) {
    if (persons.marital[person] !== marital.married || persons.marriedOn[person] !== noDay) continue
    const partner = persons.partner[person] ?? none
    const birth = persons.birthDate[person] ?? 0
    const other = partner === none ? undefined : (persons.birthDate[partner] ?? 0)
    const isWoman = persons.sex[person] === 1
    const woman = isWoman ? person : partner
    const born = woman === none ? noDay : (firstBirth[woman] ?? noDay)
    const day = drawMarriageDay(
      {
        woman: isWoman ? birth : other,
        man: isWoman ? other : birth,
        firstBirth: born === noDay ? undefined : born,
        on,
      },
      random,
    )
    persons.marriedOn[person] = day
    if (partner !== none) persons.marriedOn[partner] = day
  }
}

interface Employment {
  readonly ages: ArrayLike<number>
  readonly urban: (person: number) => boolean
  readonly level: number
  readonly random: Random
}

/** Work, income and insurance. */
function employ(persons: PersonColumns, { ages, urban: isUrban, level, random }: Employment): void {
  for (let person = 0; person < persons.count; person++) {
    const age = ages[person] ?? 0
    const urban = isUrban(person)
    const work = drawWork({ age, sex: persons.sex[person] === 0 ? 'male' : 'female', urban }, random)
    persons.work[person] = work
    persons.income[person] = drawIncome(work, { urban, level }, random)
    const employed = work === employee
    if (employed) persons.employerWage[person] = drawEmployerWage(level, random)
    const maternity = employed && random.chance(0.88)
    let flags = maternity ? personFlags.maternityInsured : random.chance(0.96) ? personFlags.residentInsured : 0
    if (employed && random.chance(0.7)) flags |= personFlags.fundContributor
    if (age >= 70 && random.chance(age < 80 ? 0.04 : 0.16)) flags |= personFlags.unableToCareForSelf
    persons.flags[person] = flags
  }
}

/** Adopted and disabled children. */
function markChildren(persons: PersonColumns, { ages, random }: { ages: ArrayLike<number>; random: Random }): void {
  for (let person = 0; person < persons.count; person++) {
    if ((ages[person] ?? ageCount) >= 18) continue
    if (random.chance(disabled)) addFlag(persons, person, personFlags.disabled)
    const single = persons.mother[person] !== none && persons.babiesInBirth[person] === 1
    if (single && random.chance(adopted)) addFlag(persons, person, personFlags.adopted)
  }
}

/** Families recognised as of low income, and those in housing difficulty: likelier where there is little for each. */
function markPoverty(persons: PersonColumns, households: HouseholdColumns, random: Random): void {
  const collective = householdKinds.indexOf('collective')
  for (let household = 0; household < households.count; household++) {
    const [from, to] = [households.first[household] ?? 0, households.first[household + 1] ?? 0]
    let income = 0
    for (let person = from; person < to; person++) income += persons.income[person] ?? 0
    const each = income / Math.max(1, to - from)
    if (households.kind[household] === collective) continue
    const low = each < 60_000 ? 0.13 : each < 150_000 ? 0.04 : 0.003
    let flags = households.flags[household] ?? 0
    if (random.chance(low)) flags |= householdFlags.lowIncome
    const crowded = each < 60_000 ? 0.06 : each < 250_000 ? 0.03 : 0.01
    if (random.chance(crowded)) flags |= householdFlags.housingDifficulty
    households.flags[household] = flags
  }
}
