/** What a plan document says, as structure. Every item keeps its place in the source; doubt is said, not hidden. */
import type { At } from './text/line.ts'

export interface UnitRoles {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly joint: readonly string[]
  readonly implement: readonly string[]
}

/** One bracket of responsible units and the text it governs. Offsets are code points of a raw line, ends exclusive. */
export interface UnitGroup extends UnitRoles {
  readonly bracket: { readonly line: number; readonly start: number; readonly end: number; readonly raw: string }
  readonly governs: { readonly line: number; readonly start: number; readonly end: number }
  /** True where the separator before a unit's name is lost in the source. */
  readonly missingSeparator?: true
}

export interface Section {
  readonly path: string
  readonly number: string
  readonly printed: string
  readonly heading: string
  readonly line: number
  /** Last raw line of its own text, before the next section. */
  readonly lastLine: number
  readonly units: UnitRoles
  readonly unitGroups: readonly UnitGroup[]
  readonly note?: string
}

export interface Reference {
  readonly title: string
  readonly number: string | null
  readonly relation: 'implements' | 'cites' | 'amends' | 'repeals'
  readonly at: At
  readonly part?: string
  readonly doubt?: string
}

interface Figure {
  readonly section: string
  readonly at: At
  /** Why a person should look again. */
  readonly doubt?: string
}

export interface Target extends Figure {
  readonly indicator: string
  readonly value: number | string | readonly [number, number] | null
  readonly unit: string | null
  /** `>=`, `<=`, `=`, `range`, `exists`, `stable-low`, `increase-yearly`, `annual-plan`, `=全国平均水平` and its like. */
  readonly comparator: string
  readonly byYear: number | null
  readonly scope?: string
  readonly yearInherited?: true
  readonly fromYear?: number
  readonly perYear?: true
  readonly derived?: true
  readonly soft?: true
  readonly force?: string
  readonly duplicateOf?: string
  readonly alsoRecurrent?: true
}

export interface PlanBenefit extends Figure {
  readonly name: string
  readonly amount: number | readonly [number, number] | null
  readonly unit: string | null
  readonly period: string | null
  readonly conditions: string | null
  readonly payer: string | null
  readonly type: string
  readonly comparator?: string
  readonly force?: string
  readonly capOf?: string
  readonly stepOf?: string
  readonly step?: { readonly years?: number; readonly add: number }
  readonly mode?: string
  readonly perPerson?: true
  readonly threshold?: Readonly<Record<string, number>>
  /** An amount set elsewhere that the text builds on. */
  readonly baseline?: number
}

export interface Deadline extends Figure {
  readonly what: string
  /** `2025` or `2025-12-31`. */
  readonly date: string
  readonly start?: true
  readonly alsoTarget?: true
}

export interface Recurrent extends Figure {
  readonly what: string
  readonly period: string
  readonly due?: string
  readonly duty?: string
  readonly to?: string
  readonly alsoTarget?: true
}

export interface OtherNumber {
  readonly section: string | null
  readonly note: string
  readonly at: At
  readonly doubt?: string
}

export interface QualitativeGoal {
  readonly section: string
  readonly line: number
  readonly byYear: number
  readonly items: readonly string[]
}

export type PartKind = 'report' | 'plan' | 'annex'

export interface Part {
  readonly id: string
  readonly kind: PartKind
  /** Raw lines, both inclusive. */
  readonly lines: readonly [number, number]
}

/** A thing for a person to decide. */
export interface Doubt {
  readonly code:
    | 'lost-numeral'
    | 'run-in'
    | 'numbers-skip'
    | 'number-twice'
    | 'numbering-restarts'
    | 'garbled'
    | 'page-number'
    | 'missing-separator'
    | 'bare-units'
    | 'open-title'
    | 'left-blank'
    | 'unread-number'
    | 'figure'
    | 'no-title'
    | 'no-region'
    | 'no-issuer'
  readonly what: { readonly zh: string; readonly en: string }
  readonly section: string | null
  readonly at: At
}

export interface Outline {
  readonly title: string | null
  readonly titleRaw: readonly string[]
  readonly outerTitle: string | null
  readonly issuer: string | null
  readonly date: string | null
  readonly datePublished: string | null
  readonly docNumber: string | null
  readonly level: string | null
  readonly region: readonly string[]
  /** Six-digit code where the place is known. */
  readonly regionCode: number | null
  readonly status: string | null
  readonly script: 'simplified' | 'traditional'
  readonly body: {
    readonly addresseesLine: number | null
    readonly noticeLines: readonly [number, number] | null
    readonly titleLines: readonly number[]
    readonly leadLine: number | null
    readonly first: number | null
    readonly last: number | null
    readonly attachment: readonly [number, number] | null
  }
  readonly parts: readonly Part[]
  readonly noise: readonly { readonly lines: readonly [number, number]; readonly kind: string }[]
  readonly parents: readonly Reference[]
  readonly cites: readonly Reference[]
  readonly documentUnits: UnitRoles
  readonly sections: readonly Section[]
  readonly targets: readonly Target[]
  readonly benefits: readonly PlanBenefit[]
  readonly deadlines: readonly Deadline[]
  readonly recurrent: readonly Recurrent[]
  readonly other: readonly OtherNumber[]
  readonly qualitativeGoals: readonly QualitativeGoal[]
  readonly garbled: readonly At[]
  /** What a person should decide, in the order of the text. */
  readonly doubts: readonly Doubt[]
}
