import { useRef } from 'react'
import { newId } from '../../api/new-id.ts'
import type { Post } from '../../api/register-types.ts'
import { type Deed, useDeed } from '../../api/use-deed.ts'
import { type PersonShown, sendAction } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import type { Picked } from './person-picker.tsx'
import type { SourceGiven } from './use-action.ts'

/** What stands in the form; empty text: not given. */
export interface PersonEntry {
  readonly name: string
  readonly sex: string
  readonly birthDate: string
  readonly ethnicity: string
  readonly identityNumber: string
  readonly phone: string
  readonly township: string
  readonly village: string
  readonly mother: Picked | null
  readonly father: Picked | null
  readonly household: 'mother' | 'new' | 'none'
  readonly motherHousehold: string | null
  readonly role: string
  readonly address: string
  readonly householdKind: string
  readonly openedFrom: string
}

export function emptyEntry(mother: PersonShown | null, post: Post, today: string): PersonEntry {
  const area = post.area?.code ?? ''
  return {
    name: '',
    sex: '',
    birthDate: '',
    ethnicity: mother?.ethnicity ?? '',
    identityNumber: '',
    phone: '',
    township: mother?.township ?? (area.length >= 9 ? area.slice(0, 9) : ''),
    village: mother?.village ?? (area.length === 12 ? area : ''),
    mother: mother === null ? null : { id: mother.id, name: mother.name },
    father: fatherOf(mother),
    household: mother?.household ? 'mother' : 'none',
    motherHousehold: mother?.household?.id ?? null,
    role: mother?.household ? 'child' : 'head',
    address: '',
    householdKind: 'family',
    openedFrom: today,
  }
}

/** A registered husband is proposed as the father; the officer sees and may clear him. */
function fatherOf(mother: PersonShown | null): Picked | null {
  const spouse = mother?.ties.find(({ kind, to, person }) => kind === 'spouse' && to === null && person !== null)
  return spouse?.person && spouse.name !== null ? { id: spouse.person, name: spouse.name } : null
}

/**
 * Registers a person, in a household that is opened first where it is new. Both actions keep their ids until the person
 * is there, so that a second press after a failure neither opens a second household nor registers anyone twice.
 */
export function useRegisterPerson({
  region,
  why,
  onDone,
}: {
  readonly region: string
  readonly why: Why
  readonly onDone: (person: Picked) => void
}): Deed<[PersonEntry, SourceGiven]> {
  const ids = useRef<Ids>(freshIds())
  return useDeed(async (entry: PersonEntry, source: SourceGiven): Promise<Picked> => {
    if (entry.household === 'new') {
      const { household, openAction, opened } = ids.current
      const what = JSON.stringify(openHousehold('', entry))
      // Mended after it was opened, it is another household: the first stays behind without anyone in it.
      const again =
        opened !== null && opened !== what ? { household: newId(), openAction: newId() } : { household, openAction }
      ids.current = { ...ids.current, ...again }
      if (opened !== what) {
        const command = openHousehold(again.household, entry)
        await sendAction({ id: again.openAction, region, source, command }, why)
        ids.current = { ...ids.current, opened: what }
      }
    }
    const { person, household, registerAction } = ids.current
    const into = entry.household === 'new' ? household : entry.household === 'mother' ? entry.motherHousehold : null
    const command = registerPerson({ person, household: into, region }, entry)
    await sendAction({ id: registerAction, region, source, command }, why)
    ids.current = freshIds()
    return { id: person, name: entry.name.trim() }
  }, onDone)
}

interface Ids {
  readonly person: string
  readonly household: string
  readonly openAction: string
  readonly registerAction: string
  /** What was opened already, as it was sent. */
  readonly opened: string | null
}

function freshIds(): Ids {
  return { person: newId(), household: newId(), openAction: newId(), registerAction: newId(), opened: null }
}

function openHousehold(household: string, entry: PersonEntry) {
  return {
    kind: 'open-household',
    household,
    householdKind: entry.householdKind,
    township: entry.township,
    ...given('village', entry.village),
    address: entry.address.trim(),
    from: entry.openedFrom,
  }
}

function registerPerson(
  at: { readonly person: string; readonly household: string | null; readonly region: string },
  entry: PersonEntry,
) {
  const parent = (picked: Picked | null) => (picked === null ? null : { id: picked.id, region: at.region })
  return {
    kind: 'register-person',
    person: at.person,
    name: entry.name,
    sex: entry.sex,
    birthDate: entry.birthDate,
    township: entry.township,
    ...given('village', entry.village),
    ...given('ethnicity', entry.ethnicity),
    ...given('identityNumber', entry.identityNumber),
    ...given('phone', entry.phone),
    ...(at.household === null ? {} : { household: { id: at.household, role: entry.role } }),
    ...(entry.mother === null ? {} : { mother: parent(entry.mother) }),
    ...(entry.father === null ? {} : { father: parent(entry.father) }),
  }
}

function given(name: string, text: string): Readonly<Record<string, string>> {
  return text.trim() === '' ? {} : { [name]: text.trim() }
}
