import { fromDayNumber, toDayNumber, type Day } from '@junheng/kernel'
import { householdAt, placeAt, type Batch, type SynthHousehold, type SynthPerson } from '@junheng/synth'
import { drawId } from './draw-id.ts'
import type { DemoPlaces } from './places.ts'

/** Newborns whose household has not been told yet stay so for this long at most, days. */
const unsettledDays = 60
const daysOfPregnancy = 280
/** The day from which households are on file: that of the census they are drawn from. */
const censusDay = '2020-11-01'

export interface DemoPeople {
  readonly region: string
  readonly seed: number
  readonly today: Day
  readonly places: DemoPlaces
}

/** Households and persons of a population as commands for the register, in an order in which they can be decided. */
export function* peopleCommands(batches: Iterable<Batch>, people: DemoPeople): Generator<object> {
  for (const batch of batches) {
    for (let at = 0; at < batch.households.count; at++) {
      const place = people.places.find(placeAt(batch, at))
      yield* householdCommands(householdAt(batch, at), place, people)
    }
  }
}

/** The register's id of a synthetic person or household. */
export function demoId({ region, seed }: Pick<DemoPeople, 'region' | 'seed'>, synthId: string): string {
  return drawId(region, seed, synthId)
}

function* householdCommands(
  home: SynthHousehold,
  place: { readonly township: string; readonly village: string },
  people: DemoPeople,
): Generator<object> {
  const household = demoId(people, home.id)
  yield {
    kind: 'open-household',
    household,
    householdKind: home.kind === 'collective' ? 'collective' : 'family',
    ...place,
    address: home.address,
    from: censusDay,
  }
  // Parents come before their children.
  const members = home.members.toSorted((a, b) => (a.birthDate < b.birthDate ? -1 : 1))
  for (const member of members) yield registration(member, { household, place, people })
  for (const member of members) yield* events(member, people)
}

function registration(
  member: SynthPerson,
  { household, place, people }: { household: string; place: object; people: DemoPeople },
): object {
  const { region, today } = people
  const parent = (id: string | null) => (id === null ? null : { id: demoId(people, id), region })
  return {
    kind: 'register-person',
    person: demoId(people, member.id),
    name: member.name,
    sex: member.sex,
    birthDate: member.birthDate,
    ethnicity: member.ethnicity,
    ...place,
    identityNumber: member.residentId,
    phone: member.phone,
    household: isUnsettled(member, today) ? null : { id: household, role: member.relation },
    mother: parent(member.mother),
    father: parent(member.father),
  }
}

/** Every third newborn of the last weeks is in no household yet, so that there is work to be done. */
function isUnsettled({ id, birthDate, mother }: SynthPerson, today: Day): boolean {
  const age = toDayNumber(today) - toDayNumber(birthDate)
  return age < unsettledDays && mother !== null && Number(id.slice(-3)) % 3 === 0
}

function* events(member: SynthPerson, people: DemoPeople): Generator<object> {
  const { region, today } = people
  const person = demoId(people, member.id)
  if (member.partner !== null && member.marriedOn !== null) {
    const other = { id: demoId(people, member.partner), region }
    yield { kind: 'record-tie', person, tie: 'spouse', other, role: null, from: member.marriedOn, to: null }
  }
  if (member.dueDate !== null) {
    const begun = fromDayNumber(toDayNumber(member.dueDate) - daysOfPregnancy)
    if (begun <= today) yield { kind: 'record-event', person, event: 'pregnancy', on: begun, other: null }
  }
}
