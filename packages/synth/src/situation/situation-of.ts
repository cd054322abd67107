import { ageInMonths, ageInYears, toDayNumber } from '@junheng/kernel'
import { policyTo } from '../attributes/special-families.ts'
import type { ChildElsewhere, SynthHousehold } from '../household.ts'
import type { SynthPerson } from '../person.ts'
import { keyOf } from '../random/mix.ts'
import { Random } from '../random/random.ts'
import { childFacts, type ChildBasis } from './child-facts.ts'
import { familyOf, type Family } from './family-of.ts'
import { onlyKnown, type KnownFacts } from './known-facts.ts'
import { memberFacts, paysIntoFund } from './member-facts.ts'

/** A situation as JSON: nested facts of the national dictionary, money in yuan, ISO days. */
export type SituationJson = Readonly<Record<string, unknown>>

/**
 * The situation of a household as `junheng entitlements` and the entitlements engine read it. It says what such a family
 * would know, in the words of the national dictionary; facts of one place's own dictionary are left open. `place`, where
 * given, drops what its dictionary does not name. Always the same for the same household.
 */
export function situationOf(household: SynthHousehold, place?: KnownFacts): SituationJson {
  const situation = allFacts(household)
  return place === undefined ? situation : onlyKnown(situation, place)
}

function allFacts(household: SynthHousehold): SituationJson {
  const family = familyOf(household)
  const random = new Random(keyOf(household.key, 1))
  const parent = family.mother ?? family.father ?? household.members[0]
  const registrationRegion = parent?.registrationRegion ?? household.region
  const children = childrenOf(household, family)
  return {
    household: {
      registrationRegion,
      residenceRegion: knownRegion(household, registrationRegion),
      registeredMarriage: (family.mother ?? family.father)?.maritalStatus === 'married',
      lowIncome: household.lowIncome,
      housingDifficulty: household.housingDifficulty,
      housingEligible: household.lowIncome || (household.housingDifficulty && random.chance(0.7)),
      remotePastoral: household.remotePastoral,
      ...formerPolicy(household, family),
    },
    ...motherFacts(household, family, random),
    ...(family.father === undefined
      ? {}
      : { father: { employed: isEmployed(family.father), maternityInsured: family.father.maternityInsured } }),
    children: rowsOf(children, household),
    members: memberFacts(household),
    home: homeFacts(household, random),
  }
}

/** Development zones of the census are no region of the standard: their people live in the zone's city. */
function knownRegion({ region }: SynthHousehold, registration: number): number {
  const sameCity = Math.floor(region / 100) === Math.floor(registration / 100)
  return region % 100 > 70 && sameCity && registration % 100 === 0 ? registration : region
}

function isEmployed({ work }: SynthPerson): boolean {
  return work === 'employee'
}

function motherFacts(household: SynthHousehold, { mother, children }: Family, random: Random): SituationJson {
  if (mother === undefined) {
    const birthDate = children.map(({ absentMotherBirthDate }) => absentMotherBirthDate).find((birth) => birth !== null)
    return birthDate === undefined ? {} : { mother: { birthDate } }
  }
  const today = toDayNumber(household.on)
  const youngest = children.at(-1)
  const recently = youngest !== undefined && ageInMonths(toDayNumber(youngest.birthDate), today) < 36
  const wage = mother.employerMonthlyWageFen
  return {
    mother: {
      birthDate: mother.birthDate,
      employed: isEmployed(mother),
      maternityInsured: mother.maternityInsured,
      residentInsured: mother.residentInsured,
      ...(wage === null ? {} : { employerMonthlyWage: wage / 100 }),
      careerBreakByBirth: recently && mother.work !== 'employee' && random.chance(0.3),
      unemployed: mother.work === 'unemployed',
      inRetraining: mother.work === 'unemployed' && random.chance(0.15),
      townshipCadre: mother.work === 'employee' && !household.urban && random.chance(0.04),
      assistedReproduction: mother.dueDate !== null && random.chance(0.02),
      highRiskPregnancy: mother.dueDate !== null && random.chance(0.12),
    },
  }
}

/** All children of the family, also those who live elsewhere or are still to be born, by birth. */
function childrenOf(household: SynthHousehold, { mother, children }: Family): readonly ChildBasis[] {
  const here = children.map((child): ChildBasis => ({ ...child, here: true }))
  const elsewhere = childrenElsewhere(household, mother)
    .filter(({ alive }) => alive)
    .map((child): ChildBasis => ({
      ...absentChild,
      birthDate: child.birthDate,
      birthOrder: orderOf(child, household, mother),
    }))
  const expected: ChildBasis[] = []
  if (mother?.dueDate !== null && mother !== undefined) {
    const { dueDate, childrenEverBorn, registrationRegion } = mother
    const birthOrder = (childrenEverBorn ?? 0) + 1
    expected.push({ ...absentChild, birthDate: dueDate, birthOrder, registrationRegion, here: true })
  }
  return [...here, ...elsewhere, ...expected].sort((a, b) => toDayNumber(a.birthDate) - toDayNumber(b.birthDate))
}

const absentChild = {
  birthOrder: null,
  babiesInBirth: 1,
  registrationRegion: 0,
  adopted: false,
  disabled: false,
  here: false,
}

function childrenElsewhere({ childrenElsewhere: all }: SynthHousehold, mother: SynthPerson | undefined) {
  return all.filter((child) => child.mother === mother?.id)
}

/** Which child of the mother one elsewhere is, counting those here, elsewhere and dead. */
function orderOf(child: ChildElsewhere, household: SynthHousehold, mother: SynthPerson | undefined): number {
  const births = [
    ...household.members.filter((member) => member.mother === mother?.id),
    ...childrenElsewhere(household, mother),
  ].map(({ birthDate }) => birthDate)
  return 1 + births.filter((birth) => birth < child.birthDate).length
}

function rowsOf(children: readonly ChildBasis[], { region, on, key }: SynthHousehold): readonly SituationJson[] {
  const ages = children.map(({ birthDate }) => ageInYears(toDayNumber(birthDate), toDayNumber(on)))
  return children.map((child, index) =>
    childFacts(child, {
      region,
      on,
      key: keyOf(key, index),
      siblings: ages.filter((age, at) => at !== index && age >= 3 && age < 18),
    }),
  )
}

/** One-child and rural two-daughter families from before 2016. */
function formerPolicy(household: SynthHousehold, { mother, father }: Family): SituationJson {
  if (mother === undefined) {
    // A man who has never been married has no such family; of other men's children nothing is known here.
    return father?.maritalStatus === 'never-married' ? { oneChildBefore2016: false, ruralTwoDaughters: false } : {}
  }
  const births = [
    ...household.members.filter((member) => member.mother === mother.id),
    ...childrenElsewhere(household, mother),
  ]
  const before = births.length > 0 && births.every(({ birthDate }) => toDayNumber(birthDate) < policyTo)
  return {
    oneChildBefore2016: before && births.length === 1,
    ruralTwoDaughters: before && !household.urban && births.length === 2 && births.every(({ sex }) => sex === 'female'),
  }
}

/** Few are about to buy a home. */
function homeFacts({ members, region }: SynthHousehold, random: Random): SituationJson {
  const fundContributor = paysIntoFund(members)
  const draw = random.unit()
  const purchase = draw < 0.035 ? 'first' : draw < 0.055 ? 'second-improvement' : 'none'
  if (purchase === 'none') return { purchase, fundContributor, publicRental: false, newlywedLoan: false }
  return {
    purchase,
    region,
    contractPrice: 10_000 * (45 + random.below(160)),
    fundLoanLimit: 10_000 * (40 + 10 * random.below(5)),
    fundContributor,
    secondFundLoan: purchase === 'second-improvement' && fundContributor && random.chance(0.5),
    publicRental: false,
    newlywedLoan: random.chance(0.1),
  }
}
