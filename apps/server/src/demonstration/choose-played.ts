import { toDayNumber, type Day } from '@junheng/kernel'
import { householdAt, placeAt, type Batch, type SynthPerson } from '@junheng/synth'
import { demoId, type DemoPeople } from './people.ts'

/** Somebody of the register whom a visitor of the demonstration may be, or whose page is shown to them. */
export interface PlayedPerson {
  /** Id in the register. */
  readonly id: string
  readonly name: string
  readonly phone: string
}

/** The family around which the demonstration is played, and where it lives. */
export interface PlayedFamily {
  readonly mother: PlayedPerson
  readonly child: { readonly id: string; readonly name: string }
  /** Of the same village, 60 years or older. */
  readonly elder: PlayedPerson
  readonly township: string
  readonly village: string
}

const daysOfYear = 365.25

/**
 * A mother of 24 to 40 with a child under two in a household, and an elder of her village; of several the one with the
 * fewest children. Her next child is then the second, to whom most is due: whether a fourth may be born is a fact that no
 * register has, so that nothing could be offered. Throws RangeError where there is none.
 */
export function choosePlayed(batches: Iterable<Batch>, people: DemoPeople): PlayedFamily {
  const age = (person: SynthPerson) => yearsOld(person.birthDate, people.today)
  const elders = new Map<string, PlayedPerson>()
  const found: (Omit<PlayedFamily, 'elder'> & { readonly children: number })[] = []
  for (const batch of batches) {
    for (let at = 0; at < batch.households.count; at++) {
      const { members } = householdAt(batch, at)
      const place = people.places.find(placeAt(batch, at))
      const elder = members.find((one) => age(one) >= 60 && one.phone !== null)
      if (elder !== undefined && !elders.has(place.village)) elders.set(place.village, played(elder, people))
      const child = members.find((one) => one.mother !== null && age(one) < 2 && age(one) > 0.3)
      const mother = members.find(({ id }) => id === child?.mother)
      if (child === undefined || mother === undefined) continue
      if (age(mother) < 24 || age(mother) > 40 || mother.partner === null) continue
      found.push({
        mother: played(mother, people),
        child: { id: demoId(people, child.id), name: child.name },
        children: members.filter((one) => one.mother === mother.id).length,
        ...place,
      })
    }
  }
  for (const { children: _, ...family } of found.toSorted((a, b) => a.children - b.children)) {
    const elder = elders.get(family.village)
    if (elder !== undefined && elder.id !== family.mother.id) return { ...family, elder }
  }
  throw new RangeError('no family for the demonstration; ask for more people')
}

function played({ id, name, phone }: SynthPerson, people: DemoPeople): PlayedPerson {
  return { id: demoId(people, id), name, phone: phone ?? '' }
}

function yearsOld(born: Day, today: Day): number {
  return (toDayNumber(today) - toDayNumber(born)) / daysOfYear
}
