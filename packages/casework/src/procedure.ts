/**
 * A procedure is data: what is asked, which departments work on it, in which order, by which law, how long each may take.
 * Plain JSON, every expression parsed, so that a server stores it and a phone follows the same case.
 */
import type { Expr, Text, Type } from '@junheng/rules'
import type { DataCategory } from './data-category.ts'
import type { RegisterRecord } from './register-record.ts'

export interface SourceRef {
  readonly document: string
  readonly clause: string
}

export type Confidence = 'confirmed' | 'single-source' | 'unconfirmed'

/** How a text that no rule reads is written, so that it can be checked where it is typed. */
export type TextForm = 'free' | 'person-name' | 'resident-id' | 'phone' | 'address' | 'account' | 'number'

export type FieldType = Exclude<Type, { kind: 'null' }> | { readonly kind: 'text'; readonly form: TextForm }

/** One thing a case may know: a fact of the rules, or a text such as a name. */
export interface FieldInfo {
  readonly name: string
  readonly label: Text
  readonly type: FieldType
  /** The table whose row carries it; null for the household. */
  readonly table: string | null
  /** The codes of a code list; empty for any other type. */
  readonly codes: readonly { readonly code: string; readonly label: Text }[]
  /** What kind of thing it tells of people; null: not said, and then no unit may be sent it. */
  readonly category: DataCategory | null
}

export interface FormField {
  readonly name: string
  /** The unit or register it is known from already; null: the family types it. */
  readonly prefilledFrom: string | null
  readonly required: boolean
  /** Asked only where this holds; null: always. */
  readonly when: Expr | null
  readonly whenText: string | null
  /** After this item is done the field can only change by reopening it. */
  readonly fixedBy: string | null
  /** Said once for all the children of one birth: a twin's case takes it over. */
  readonly once: boolean
}

/** What must have happened before an item may begin. */
export type Need =
  | { readonly kind: 'item'; readonly item: string; readonly outcome: 'done' | 'refused' | 'settled' }
  | { readonly kind: 'fact'; readonly fact: string }

/** The moment a clock counts from. The day itself never counts. */
export type ClockStart =
  | { readonly kind: 'action'; readonly action: 'open' | 'confirm' | 'ready' | 'start' | 'deliver' | 'acknowledge' }
  | { readonly kind: 'fact'; readonly fact: string }

export type ClockUnit = 'working-days' | 'days' | 'months'

export interface Clock {
  readonly id: string
  readonly label: Text
  /** Whom it binds: the unit that must answer, or the family that must act to keep a right. */
  readonly binds: 'unit' | 'family'
  /** Whole, at least 1. */
  readonly limit: number
  readonly unit: ClockUnit
  /** Runs only where this holds; null: always. */
  readonly when: Expr | null
  /** Null only in a procedure that does not pass its check. */
  readonly from: ClockStart | null
  /** The action that meets it. */
  readonly until: 'confirm' | 'start' | 'answer'
  /** Reasons for which it stands still. */
  readonly pauses: readonly string[]
  /** Working days before the last day on which it warns; null: it does not. */
  readonly warnBefore: number | null
  /** The unit told when it is missed. */
  readonly escalateTo: string | null
  readonly source: SourceRef
  readonly confidence: Confidence
}

/** A paper or datum an item must see. */
export interface Shown {
  readonly id: string
  readonly label: Text
  /** The unit it is fetched from: then nobody is asked for it. */
  readonly from: string | null
  /** True where a written commitment stands in for it. */
  readonly commitment: boolean
}

/** A ground on which an item may be refused; there are no others. */
export interface Ground {
  readonly id: string
  readonly label: Text
  readonly source: SourceRef
}

/** A field that a unit is told when it works on an item, and the law by which it may be. Nothing else is told. */
export interface Sent {
  readonly field: string
  readonly source: SourceRef
}

/** What one department does in a case. */
export interface Item {
  readonly id: string
  readonly label: Text
  readonly unit: string
  readonly source: SourceRef
  readonly confidence: Confidence
  readonly needs: readonly Need[]
  /** Needed only where this holds; null: always. */
  readonly when: Expr | null
  readonly whenText: string | null
  /** What to say of the condition; null: the sentence is made from the tree. */
  readonly whenWords: Text | null
  /** `open`: need not wait for the family's confirmation. */
  readonly awaits: 'open' | 'confirm'
  /** `itself`: begins the moment it may; `by-hand`: somebody begins it. */
  readonly starts: 'itself' | 'by-hand'
  readonly clocks: readonly Clock[]
  /** What its unit is told: least of all that is known. */
  readonly sends: readonly Sent[]
  /** Names of the fields its answer fills. */
  readonly produces: readonly string[]
  /** What the register learns once it is done, in this order. */
  readonly records: readonly RegisterRecord[]
  readonly shows: readonly Shown[]
  readonly refusals: readonly Ground[]
  /** Reasons that stop it while it is not settled. */
  readonly stopsOn: readonly string[]
  /** Needed only once one of these has been noted, such as the two registrations of a child that died; empty: always. */
  readonly onlyAfter: readonly string[]
  readonly note: Text | null
}

export interface NamedReason {
  readonly id: string
  readonly label: Text
}

/** A department or office, and the kinds of things its duties let it know. */
export interface Unit extends NamedReason {
  readonly receives: readonly DataCategory[]
}

/** Why cases of a procedure may read and write the register; see the register's purposes. */
export interface CasePurpose {
  readonly id: string
  /** What may be recorded for it; empty: nothing is. */
  readonly categories: readonly DataCategory[]
}

export interface Objection {
  /** Time to object after the answer; null: no limit is known. */
  readonly within: { readonly limit: number; readonly unit: ClockUnit } | null
  /** Who decides it. */
  readonly by: string
  /** The clock of the decision, from the objection on; null: no limit is known. */
  readonly decided: Omit<Clock, 'when' | 'from' | 'until' | 'binds'> | null
  readonly source: SourceRef
}

export interface Procedure {
  readonly id: string
  /** Pack that declares it, and the packs whose amendments are in it. */
  readonly pack: string
  readonly amendedBy: readonly string[]
  /** Region of the place: what `here` means in its expressions. */
  readonly here: number
  readonly label: Text
  readonly official: string | null
  /** The word of a table's row (`child`) or `household`. */
  readonly subject: string
  readonly table: string | null
  readonly purpose: CasePurpose
  readonly source: SourceRef
  readonly confidence: Confidence
  /** Days on which a case falls under this version; half-open ISO days. */
  readonly inForce: { readonly from: string | null; readonly to: string | null }
  /** The date field that says which version judges a case; null: the day it was opened. */
  readonly datedBy: string | null
  /** The unit that answers for the whole case. */
  readonly lead: string
  readonly openedBy: readonly string[]
  /** Who speaks for whom the case is about where there is no family: an institution for its child. Null: nobody. */
  readonly guardian: { readonly unit: string; readonly when: Expr; readonly whenText: string } | null
  /** Fields that together name one case: the same birth sent twice is one case. Empty: nothing tells two apart. */
  readonly uniqueBy: readonly string[]
  readonly form: readonly FormField[]
  readonly items: readonly Item[]
  readonly pauses: readonly NamedReason[]
  readonly stops: readonly NamedReason[]
  /** Null: it cannot be withdrawn. */
  readonly withdrawal: { readonly notAfter: readonly string[]; readonly source: SourceRef } | null
  readonly objection: Objection | null
  readonly units: readonly Unit[]
  /** Titles of the documents that its sources name, by their id: an article says nothing without its law. */
  readonly documents: Readonly<Record<string, string>>
  /** Every field its form, items and expressions name. */
  readonly fields: readonly FieldInfo[]
  /** Definitions of the derived facts its expressions read. */
  readonly derived: Readonly<Record<string, Expr>>
  readonly note: Text | null
}

/** Who is not a department: the family itself, and the program. */
export const family = 'family'
export const program = 'program'
