import type { WrittenFacts } from '@junheng/casework'

/** A person as the register believes them now. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly deathDate: string | null
  /** First day they no longer live here; null while they do. */
  readonly movedOn: string | null
  readonly township: string | null
  readonly village: string | null
}

export interface KnownChild {
  readonly id: string
  /** Null: the register of another county has it. */
  readonly birthDate: string | null
}

/** What the register knows around the person a claim is for. Absent is not known, never no. */
export interface KnownFamily {
  readonly subject: KnownPerson | null
  readonly mother: KnownPerson | null
  readonly father: KnownPerson | null
  /** Everybody who may act for the subject: parents and guardians. */
  readonly carers: readonly string[]
  /** Children whose mother she is; null where no mother is known. */
  readonly children: readonly KnownChild[] | null
  /** Births of hers on file whose child is not among them: their place in the order is not known. */
  readonly otherBirths: number
  /** When the newest of these facts was recorded; null: there are none. */
  readonly recordedAt: string | null
}

/** What the case of a birth knows of its child. */
export interface KnownBirth {
  readonly caseId: string
  readonly facts: WrittenFacts
  /** A hospital of this county told of it. */
  readonly bornHere: boolean
  /** The police have registered the child in this county. */
  readonly registeredHere: boolean
  readonly stops: readonly { readonly kind: 'death' | 'moved-away'; readonly on: string }[]
  readonly mother: string | null
  readonly father: string | null
}

export const nobodyKnown: KnownFamily = {
  subject: null,
  mother: null,
  father: null,
  carers: [],
  children: null,
  otherBirths: 0,
  recordedAt: null,
}
