import type { DataCategory } from './data-category.ts'

/** Whom a record is about: the subject of the case by its own word (`child`), or one of its parties. */
export type PersonRole = 'child' | 'mother' | 'father' | 'guardian' | 'applicant'

const personRoles: readonly PersonRole[] = ['child', 'mother', 'father', 'guardian', 'applicant']

/** A date field, or `answer`: the day the item was answered. */
export type RecordDay = string

/** Somebody becomes known. Left out where the register knows them already. */
export interface RecordPerson {
  readonly command: 'register-person'
  readonly person: PersonRole
  readonly name: string
  readonly sex: string
  readonly birthDate: string
  readonly mother: PersonRole | null
  readonly father: PersonRole | null
  /** Township and village are those of the first of them whom this county knows, else those of the case. */
  readonly livesWith: readonly PersonRole[]
}

export interface RecordFact {
  readonly command: 'state-fact'
  readonly person: PersonRole
  readonly attribute: 'name' | 'ethnicity' | 'identity-number' | 'phone' | 'residence' | 'health'
  readonly value: string
  readonly from: RecordDay
}

export interface RecordTie {
  readonly command: 'record-tie'
  readonly person: PersonRole
  readonly tie: 'mother' | 'father' | 'guardian' | 'spouse'
  readonly other: PersonRole
  readonly from: RecordDay
}

/** Joins the household of a party; a code field names the party by its code, and another code joins none. */
export interface RecordMembership {
  readonly command: 'join-household'
  readonly person: PersonRole
  readonly householdOf: string
  /** What the person is in it, such as 子女. */
  readonly as: string
  readonly from: RecordDay
}

export interface RecordEvent {
  readonly command: 'record-event'
  readonly person: PersonRole
  readonly event: 'death' | 'marriage' | 'divorce' | 'pregnancy' | 'birth'
  readonly on: RecordDay
  readonly other: PersonRole | null
}

/** What an item, once done, tells the register. It is done where every field it reads is known; else it is left out. */
export type RegisterRecord = RecordPerson | RecordFact | RecordTie | RecordMembership | RecordEvent

const attributes: Readonly<Record<RecordFact['attribute'], DataCategory>> = {
  name: 'identity',
  ethnicity: 'identity',
  'identity-number': 'identity',
  phone: 'contact',
  residence: 'residence',
  health: 'health',
}

/** The categories that the register keeps what a record tells under. */
export function categoriesOf(record: RegisterRecord): readonly DataCategory[] {
  switch (record.command) {
    case 'register-person':
      return record.mother === null && record.father === null
        ? ['identity', 'residence']
        : ['identity', 'residence', 'fertility']
    case 'state-fact':
      return [attributes[record.attribute]]
    case 'record-tie':
    case 'join-household':
      return ['fertility']
    case 'record-event':
      return [record.event === 'death' ? 'residence' : 'fertility']
  }
}

/** A field that a record reads, where it says so, and of which type the field must be. */
export interface FieldRead {
  readonly key: string
  readonly field: string
  readonly is: 'person-name' | 'sex' | 'date' | 'resident-id' | 'phone' | 'text' | 'role'
}

const valueIs: Readonly<Record<RecordFact['attribute'], FieldRead['is']>> = {
  name: 'person-name',
  ethnicity: 'text',
  'identity-number': 'resident-id',
  phone: 'phone',
  residence: 'text',
  health: 'text',
}

/** Every field that a record reads. */
export function fieldsRead(record: RegisterRecord): readonly FieldRead[] {
  const day = (key: string, field: string): readonly FieldRead[] =>
    field === 'answer' ? [] : [{ key, field, is: 'date' }]
  switch (record.command) {
    case 'register-person':
      return [
        { key: 'name', field: record.name, is: 'person-name' },
        { key: 'sex', field: record.sex, is: 'sex' },
        { key: 'birthDate', field: record.birthDate, is: 'date' },
      ]
    case 'state-fact':
      return [{ key: 'value', field: record.value, is: valueIs[record.attribute] }, ...day('from', record.from)]
    case 'join-household':
      return [
        ...(isRole(record.householdOf) ? [] : [{ key: 'householdOf', field: record.householdOf, is: 'role' } as const]),
        ...day('from', record.from),
      ]
    case 'record-tie':
      return day('from', record.from)
    case 'record-event':
      return day('on', record.on)
  }
}

export function isRole(word: string): word is PersonRole {
  return personRoles.some((role) => role === word)
}
