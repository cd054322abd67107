import { newId } from '../api/new-id.ts'
import type { BirthNotice } from './calls.ts'

/** One child as it is typed. */
export interface ChildTyped {
  /** Of the notice: one through all tries. */
  readonly id: string
  readonly sex: '' | 'female' | 'male'
  readonly time: string
  readonly weight: string
  readonly record: string
}

export interface ParentTyped {
  readonly name: string
  readonly identityNumber: string
  /** The register’s id, where somebody of the demonstration was filled in; else null. */
  readonly person: string | null
}

/** A birth as it is typed: one notice a child. */
export interface BirthTyped {
  readonly kind: BirthNotice['kind']
  readonly where: BirthNotice['where']
  readonly place: string
  readonly date: string
  readonly mother: ParentTyped
  readonly father: ParentTyped
  readonly children: readonly ChildTyped[]
}

export function emptyChild(): ChildTyped {
  return { id: newId(), sex: '', time: '', weight: '', record: '' }
}

export function emptyBirth(): BirthTyped {
  const nobody = { name: '', identityNumber: '', person: null }
  return {
    kind: 'live-birth',
    where: 'in-institution',
    place: '',
    date: '',
    mother: nobody,
    father: nobody,
    children: [emptyChild()],
  }
}

/** What only the page can see is missing; the service checks the rest. `at`: which child, null for the birth. */
export interface Missing {
  readonly at: number | null
  readonly field: 'name' | 'date' | 'sex' | 'record'
}

export function missingIn({ mother, date, where, children }: BirthTyped): readonly Missing[] {
  return [
    ...(mother.name.trim() === '' ? [{ at: null, field: 'name' as const }] : []),
    ...(date === '' ? [{ at: null, field: 'date' as const }] : []),
    ...children.flatMap(({ sex, record }, at) => [
      ...(sex === '' ? [{ at, field: 'sex' as const }] : []),
      ...(where === 'in-institution' && record.trim() === '' ? [{ at, field: 'record' as const }] : []),
    ]),
  ]
}

/** One notice a child, in the order of birth. Only for a birth in which nothing is missing. */
export function noticesOf(birth: BirthTyped): readonly BirthNotice[] {
  const parent = ({ name, identityNumber, person }: ParentTyped) => ({
    name: name.trim(),
    person,
    identityNumber: identityNumber.trim() === '' ? null : identityNumber.trim().toUpperCase(),
  })
  return birth.children.map((child, index) => ({
    id: child.id,
    record: child.record.trim() === '' ? null : child.record.trim(),
    kind: birth.kind,
    where: birth.where,
    place: birth.place.trim() === '' ? null : birth.place.trim(),
    mother: parent(birth.mother),
    father: birth.father.name.trim() === '' ? null : parent(birth.father),
    child: {
      sex: child.sex === 'male' ? 'male' : 'female',
      birthDate: birth.date,
      birthTime: child.time === '' ? null : child.time,
      weightGrams: child.weight.trim() === '' ? null : Number(child.weight),
      order: index + 1,
      of: birth.children.length,
    },
  }))
}
