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
 * Registers a person, together with the household where that is new: one action, so that neither comes to be without the
 * other. It keeps its ids until the person is there, so that a second press registers nobody twice.
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
    const { person, household, action } = ids.current
    const command = registerPerson({ person, household, region }, entry)
    await sendAction({ id: action, region, source, command }, why)
    ids.current = freshIds()
    return { id: person, name: entry.name.trim() }
  }, onDone)
}

interface Ids {
  readonly person: string
  /** Of a household that is opened with the person. */
  readonly household: string
  readonly action: string
}

function freshIds(): Ids {
  return { person: newId(), household: newId(), action: newId() }
}

/** Into the mother's household, a new one, or none. */
function householdOf(entry: PersonEntry, fresh: string): object {
  const { role } = entry
  if (entry.household === 'none') return {}
  if (entry.household === 'mother')
    return entry.motherHousehold === null ? {} : { household: { id: entry.motherHousehold, role } }
  const open = { householdKind: entry.householdKind, address: entry.address.trim(), from: entry.openedFrom }
  return { household: { id: fresh, role, open } }
}

function registerPerson(
  at: { readonly person: string; readonly household: string; readonly region: string },
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
    ...householdOf(entry, at.household),
    ...(entry.mother === null ? {} : { mother: parent(entry.mother) }),
    ...(entry.father === null ? {} : { father: parent(entry.father) }),
  }
}

function given(name: string, text: string): Readonly<Record<string, string>> {
  return text.trim() === '' ? {} : { [name]: text.trim() }
}
