import { fromDayNumber } from '@junheng/kernel'
import {
  addressAt,
  nameAt,
  noDay,
  none,
  personId,
  phoneAt,
  placeAt,
  residentIdAt,
  householdId,
  type Batch,
} from '@junheng/synth'
import { demoId } from '../../../apps/server/src/demonstration/people.ts'
import type { DemoPlaces } from '../../../apps/server/src/demonstration/places.ts'
import { region, seed } from '../place.ts'
import type { Home } from './story-copy.ts'

/** Married couples of a population who live together: the parents of its history. */
export class Homes {
  readonly #batches: readonly Batch[]
  readonly #places: DemoPlaces
  /** Batch and place of each wife. */
  readonly #wives: readonly (readonly [batch: number, at: number])[]

  constructor(batches: readonly Batch[], places: DemoPlaces, youngest: number) {
    this.#batches = batches
    this.#places = places
    this.#wives = batches.flatMap(({ persons }, batch) => {
      const wives: [number, number][] = []
      for (let at = 0; at < persons.count; at++) {
        const [born = 0, partner = none] = [persons.birthDate[at], persons.partner[at]]
        const married = partner !== none && (persons.marriedOn[at] ?? noDay) !== noDay
        if (persons.sex[at] === 1 && married && born <= youngest && born > youngest - 25 * 365) wives.push([batch, at])
      }
      return wives
    })
    if (this.#wives.length === 0) throw new Error('too few people for a history: nobody is married')
  }

  get count(): number {
    return this.#wives.length
  }

  at(index: number): Home {
    const [place, at] = this.#wives[index % this.#wives.length] ?? [0, 0]
    const batch = this.#batches[place]
    if (batch === undefined) throw new Error('no such batch')
    const { persons } = batch
    const [household = 0, partner = 0] = [persons.household[at], persons.partner[at]]
    const id = (synthId: string) => demoId({ region, seed }, synthId)
    return {
      ...this.#places.find(placeAt(batch, household)),
      household: id(householdId(batch, household)),
      address: addressAt(batch, household),
      mother: {
        id: id(personId(batch, at)),
        name: nameAt(batch, at),
        number: residentIdAt(batch, at),
        birthDate: fromDayNumber(persons.birthDate[at] ?? 0),
      },
      father: { id: id(personId(batch, partner)), name: nameAt(batch, partner), number: residentIdAt(batch, partner) },
      phone: phoneAt(batch, at),
    }
  }
}
