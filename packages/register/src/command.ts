import type { Day } from '@junheng/kernel'
import type { FactValue, Reference, Source } from './fact.ts'

/** A number as it goes on file. Hash and cipher: base64. */
export interface SealedNumber {
  readonly hash: string
  readonly cipher: string
  /** What may be shown to anyone who sees the person. */
  readonly masked: string
}

/** An identity number that has been read and sealed; what it says of its bearer stays readable for the decision. */
export interface SealedIdentity extends SealedNumber {
  readonly birthDate: Day
  readonly sex: 'male' | 'female'
}

export interface OpenHousehold {
  readonly kind: 'open-household'
  readonly household: string
  readonly householdKind: 'family' | 'collective'
  readonly township: string
  readonly village: string | null
  readonly address: string
  readonly from: Day
}

/** A household that is opened together with its first person, where that person lives. */
export type NewHousehold = Pick<OpenHousehold, 'householdKind' | 'address' | 'from'>

export interface RegisterPerson {
  readonly kind: 'register-person'
  readonly person: string
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birthDate: Day
  readonly ethnicity: string | null
  readonly township: string
  /** Village or community, 12 digits; null: not known. */
  readonly village: string | null
  readonly identityNumber: SealedIdentity | null
  readonly phone: SealedNumber | null
  /** `open`: a new one, which comes to be with the person or not at all. */
  readonly household: { readonly id: string; readonly role: string; readonly open: NewHousehold | null } | null
  readonly mother: Reference | null
  readonly father: Reference | null
}

/** A value and its encrypted part, base64. */
export interface StatedValue {
  readonly plain: FactValue
  readonly sealed: string | null
}

/** Something new about a person, true from a day on. */
export interface StateFact {
  readonly kind: 'state-fact'
  readonly person: string
  readonly attribute: 'name' | 'ethnicity' | 'identity-number' | 'phone' | 'residence' | 'health'
  readonly value: StatedValue
  /** For an identity number: what it says of whoever bears it. */
  readonly bearer: Pick<SealedIdentity, 'birthDate' | 'sex'> | null
  readonly from: Day
}

export interface RecordTie {
  readonly kind: 'record-tie'
  readonly person: string
  readonly tie: 'membership' | 'mother' | 'father' | 'guardian' | 'spouse'
  readonly other: Reference
  readonly role: string | null
  readonly from: Day
  readonly to: Day | null
}

export interface RecordEvent {
  readonly kind: 'record-event'
  readonly person: string
  readonly event: 'death' | 'marriage' | 'divorce' | 'pregnancy' | 'birth'
  readonly on: Day
  readonly other: Reference | null
}

/** Something recorded was wrong. What was believed stays on file; `value` null withdraws it. */
export interface CorrectFact {
  readonly kind: 'correct-fact'
  readonly subject: string
  readonly fact: string
  readonly value: StatedValue | null
  readonly from: Day | null
  readonly to: Day | null
  readonly reason: string
}

export type Command = OpenHousehold | RegisterPerson | StateFact | RecordTie | RecordEvent | CorrectFact

/** A command as it was sent: its id is chosen by the client, so that sending it again changes nothing. */
export interface Action {
  readonly id: string
  readonly region: string
  readonly source: Source
  readonly command: Command
}
