import { dayNumberOf } from '@junheng/kernel'
import { personFlags, specialFamilies } from '../batch-codes.ts'
import type { ElsewhereColumns, PersonColumns } from '../batch.ts'
import { none } from '../family/block.ts'
import type { Random } from '../random/random.ts'

/** The one-child policy: from 1980 until 1 January 2016, when a second child became free to all. */
const policyFrom = dayNumberOf(1980, 1, 1)
export const policyTo = dayNumberOf(2016, 1, 1)

/** Of only children, those disabled at grade three or more severe. */
const disabledOnlyChildren = 0.009
/** Of parents of one child who could have the certificate, those who took it. */
const certificates = { urban: 0.7, rural: 0.3 }

interface OnlyChild {
  /** Place in the batch; none where the child lives elsewhere. */
  readonly place: number
  readonly birth: number
  readonly alive: boolean
}

/**
 * Marks the parents of only children born under the former policy: who holds the certificate, and whose child has died or
 * is disabled (special families). `urban` by person.
 */
export function markOnlyChildParents(
  persons: PersonColumns,
  { elsewhere, urban, random }: { elsewhere: ElsewhereColumns; urban: (person: number) => boolean; random: Random },
): void {
  const only = onlyChildren(persons, elsewhere)
  for (const [mother, { place, birth, alive }] of only) {
    if (birth < policyFrom || birth >= policyTo) continue
    let special = 0
    if (!alive) special = specialFamilies.indexOf('child-deceased')
    else if (random.chance(disabledOnlyChildren)) special = specialFamilies.indexOf('child-disabled')
    if (special === specialFamilies.indexOf('child-disabled') && place !== none)
      addFlag(persons, place, personFlags.disabled)
    const certified = random.chance(certificates[urban(mother) ? 'urban' : 'rural'])
    for (const parent of [mother, persons.partner[mother] ?? none]) {
      if (parent === none) continue
      persons.specialFamily[parent] = special
      if (certified) addFlag(persons, parent, personFlags.onlyChildCertificate)
    }
  }
}

export function addFlag(persons: PersonColumns, person: number, flag: number): void {
  persons.flags[person] = (persons.flags[person] ?? 0) | flag
}

/** The only child of each woman who has had one birth. */
function onlyChildren(persons: PersonColumns, elsewhere: ElsewhereColumns): ReadonlyMap<number, OnlyChild> {
  const only = new Map<number, OnlyChild>()
  for (let child = 0; child < persons.count; child++) {
    const mother = persons.mother[child] ?? none
    if (mother === none || persons.childrenEverBorn[mother] !== 1) continue
    only.set(mother, { place: child, birth: persons.birthDate[child] ?? 0, alive: true })
  }
  for (let at = 0; at < elsewhere.count; at++) {
    const mother = elsewhere.mother[at] ?? none
    if (persons.childrenEverBorn[mother] !== 1) continue
    only.set(mother, { place: none, birth: elsewhere.birthDate[at] ?? 0, alive: elsewhere.alive[at] === 1 })
  }
  return only
}
