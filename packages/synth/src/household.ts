import { fromDayNumber, type Day } from '@junheng/kernel'
import { householdFlags, householdKinds, type HouseholdKind } from './batch-codes.ts'
import type { Batch } from './batch.ts'
import { householdId, personAt, personId, type SynthPerson } from './person.ts'
import { addressOf, placeNamesOf, type PlaceNames } from './places/invented-places.ts'
import { populationBatches, type PopulationOptions } from './population.ts'
import { keyOf } from './random/mix.ts'

/** A child of a woman of the household who lives elsewhere or has died. */
export interface ChildElsewhere {
  readonly mother: string
  readonly birthDate: Day
  readonly sex: 'male' | 'female'
  readonly alive: boolean
}

/** One synthetic household, spelt out. */
export interface SynthHousehold {
  readonly id: string
  /** Six digits of the county. */
  readonly region: number
  readonly kind: HouseholdKind
  readonly address: string
  readonly urban: boolean
  readonly lowIncome: boolean
  readonly housingDifficulty: boolean
  readonly remotePastoral: boolean
  /** The day on which all this holds. */
  readonly on: Day
  /** From which facts that are drawn later start, so that they are always the same. */
  readonly key: number
  /** The head first. */
  readonly members: readonly SynthPerson[]
  readonly childrenElsewhere: readonly ChildElsewhere[]
}

/** The household at an index of the batch. Throws RangeError outside it. */
export function householdAt(batch: Batch, at: number): SynthHousehold {
  const { county, households } = batch
  if (!Number.isInteger(at) || at < 0 || at >= households.count) throw new RangeError(`no household ${at} in the batch`)
  const [from, to] = [households.first[at] ?? 0, households.first[at + 1] ?? 0]
  const flags = households.flags[at] ?? 0
  return {
    id: householdId(batch, at),
    region: county,
    kind: householdKinds[households.kind[at] ?? 0] ?? 'one-person',
    address: addressAt(batch, at),
    urban: (flags & householdFlags.urban) !== 0,
    lowIncome: (flags & householdFlags.lowIncome) !== 0,
    housingDifficulty: (flags & householdFlags.housingDifficulty) !== 0,
    remotePastoral: (flags & householdFlags.remotePastoral) !== 0,
    on: fromDayNumber(batch.on),
    key: keyOf(batch.key, at),
    members: Array.from({ length: to - from }, (_, index) => personAt(batch, from + index)),
    childrenElsewhere: childrenElsewhere(batch, from, to),
  }
}

/** Address of the household at an index, without the rest. */
export function addressAt({ county, countyName, households }: Batch, at: number): string {
  return addressOf({
    county,
    countyName,
    urban: ((households.flags[at] ?? 0) & householdFlags.urban) !== 0,
    town: households.town[at] ?? 0,
    village: households.village[at] ?? 0,
    number: households.number[at] ?? 0,
  })
}

/** Where the household at an index lives: the invented town and village that its address names. */
export function placeAt({ county, households }: Batch, at: number): PlaceNames & { readonly urban: boolean } {
  const urban = ((households.flags[at] ?? 0) & householdFlags.urban) !== 0
  const [town, village] = [households.town[at] ?? 0, households.village[at] ?? 0]
  return { ...placeNamesOf({ county, urban, town, village }), urban }
}

/** All households of a population one by one; errors as `populationParts`. */
export function* populationHouseholds(options: PopulationOptions): Generator<SynthHousehold, void, undefined> {
  for (const batch of populationBatches(options)) {
    for (let at = 0; at < batch.households.count; at++) yield householdAt(batch, at)
  }
}

/** Those of the women at places from … to; the columns are ordered by mother. */
function childrenElsewhere(batch: Batch, from: number, to: number): readonly ChildElsewhere[] {
  const { elsewhere } = batch
  let [low, high] = [0, elsewhere.count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elsewhere.mother[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const children: ChildElsewhere[] = []
  for (let at = low; at < elsewhere.count && (elsewhere.mother[at] ?? to) < to; at++) {
    children.push({
      mother: personId(batch, elsewhere.mother[at] ?? 0),
      birthDate: fromDayNumber(elsewhere.birthDate[at] ?? 0),
      sex: elsewhere.sex[at] === 0 ? 'male' : 'female',
      alive: elsewhere.alive[at] === 1,
    })
  }
  return children
}
