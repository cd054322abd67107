import { nameAt, noDay, none, personId, phoneAt, residentIdAt, addressAt, type Batch } from '@junheng/synth'
import { demoId } from '../../apps/server/src/demonstration/people.ts'
import { nameKeys } from '../../apps/server/src/register/name-keys.ts'
import { region, seed } from './place.ts'

/** Somebody to look for, by everything they are found by. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly phone: string
  readonly address: string
}

/** What people type, each as often. */
export const queries: Readonly<Record<string, (sample: Sample) => string>> = {
  'full name': ({ name }) => name,
  'given name': ({ name }) => nameKeys(name).givenName,
  'surname only': ({ name }) => name.slice(0, 1),
  pinyin: ({ name }) => nameKeys(name).pinyin,
  'pinyin, begun': ({ name }) => nameKeys(name).pinyin.slice(0, 4),
  initials: ({ name }) => nameKeys(name).initials,
  'identity number': ({ number }) => number,
  phone: ({ phone }) => phone,
  address: ({ address }) => address.slice(9),
}

/** About so many people, from everywhere in a population. */
export function samplesOf(batches: readonly Batch[], wanted: number): readonly Sample[] {
  return pick(batches, wanted, () => true)
}

/** Married women who may have a child: whose births are told while it is measured. */
export function mothersOf(batches: readonly Batch[], wanted: number): readonly Sample[] {
  return pick(batches, wanted, ({ persons, on }, at) => {
    const age = (on - (persons.birthDate[at] ?? 0)) / 365.25
    const married = (persons.partner[at] ?? none) !== none && (persons.marriedOn[at] ?? noDay) !== noDay
    return persons.sex[at] === 1 && married && age > 22 && age < 45
  })
}

function pick(
  batches: readonly Batch[],
  wanted: number,
  fits: (batch: Batch, at: number) => boolean,
): readonly Sample[] {
  const places = batches.flatMap((batch) =>
    Array.from({ length: batch.persons.count }, (_, at) => at)
      .filter((at) => fits(batch, at))
      .map((at) => ({ batch, at })),
  )
  const step = Math.max(1, Math.floor(places.length / wanted))
  return places
    .filter((_, at) => at % step === 0)
    .slice(0, wanted)
    .map(({ batch, at }) => ({
      id: demoId({ region, seed }, personId(batch, at)),
      name: nameAt(batch, at),
      number: residentIdAt(batch, at),
      phone: phoneAt(batch, at),
      address: addressAt(batch, batch.persons.household[at] ?? 0),
    }))
}
