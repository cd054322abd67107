import type { Day } from '@junheng/kernel'

/** What can be known of a person, or (`household`) of a household. */
export type FactKind =
  | 'name'
  | 'sex'
  | 'birth-date'
  | 'ethnicity'
  | 'identity-number'
  | 'phone'
  | 'residence'
  | 'household'
  | 'death'
  | 'membership'
  | 'mother'
  | 'father'
  | 'guardian'
  | 'spouse'
  | 'marriage'
  | 'divorce'
  | 'pregnancy'
  | 'birth'
  | 'health'

/** Who says so. `reference` names the paper, message or file; never a person. */
export interface Source {
  readonly kind: 'declared' | 'document' | 'department' | 'import'
  readonly reference: string | null
}

/** A person or household, where it is registered. Region: six digits. */
export interface Reference {
  readonly id: string
  readonly region: string
}

export type FactValue = Readonly<Record<string, string | null>>

/** Something believed: true in the world during `valid`, known here since `recordedAt`. Never changed, never deleted. */
export interface Fact {
  readonly id: string
  /** County of the register that keeps it, six digits. */
  readonly region: string
  /** The person, or the household where the kind is `household`. */
  readonly subject: string
  readonly kind: FactKind
  /** The other person or the household it is about. */
  readonly object: Reference | null
  /** null: the fact that this one corrects is withdrawn, and nothing takes its place. */
  readonly value: FactValue | null
  /** Encrypted part of the value, base64; null where there is none or it was not read. */
  readonly sealed: string | null
  /** Half-open; `to` null: until further notice. */
  readonly valid: ValidTime
  /** Instant, ISO 8601 in UTC. */
  readonly recordedAt: string
  readonly source: Source
  /** The fact that is no longer believed because of this one. */
  readonly corrects: string | null
  /** Why it was corrected; null where nothing was. */
  readonly reason: string | null
  /** The action that brought it. */
  readonly action: string
}

export interface ValidTime {
  readonly from: Day
  readonly to: Day | null
}
