/** What a plan document says, as structure. Every item keeps its place in the source; doubt is said, not hidden. */
import type { At } from './text/clean-line.ts'

export interface UnitRoles {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly joint: readonly string[]
  readonly implement: readonly string[]
}

/** One bracket of responsible units and the text it governs. */
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
}

export interface Figure {
  readonly section: string
  readonly at: At
  /** Why a person should look again. */
  readonly doubt?: string
}

export interface Target extends Figure {
  readonly indicator: string
  readonly value: number | string | readonly [number, number] | null
  readonly unit: string | null
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
  readonly mode?: string
  readonly perPerson?: true
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
}

export interface OtherNumber {
  readonly section: string | null
  readonly note: string
  readonly at: At
}

export interface Outline {
  readonly title: string | null
  readonly issuer: string | null
  readonly date: string | null
  readonly docNumber: string | null
  readonly level: string | null
  readonly region: readonly string[]
  readonly status: string | null
  readonly script: 'simplified' | 'traditional'
  readonly parts: readonly {
    readonly id: string
    readonly kind: 'report' | 'plan' | 'annex'
    readonly lines: readonly [number, number]
  }[]
  readonly noise: readonly { readonly lines: readonly [number, number] }[]
  readonly parents: readonly Reference[]
  readonly cites: readonly Reference[]
  readonly documentUnits: UnitRoles
  readonly sections: readonly Section[]
  readonly targets: readonly Target[]
  readonly benefits: readonly PlanBenefit[]
  readonly deadlines: readonly Deadline[]
  readonly recurrent: readonly Recurrent[]
  readonly other: readonly OtherNumber[]
  readonly garbled: readonly At[]
  /** What a person should decide, in the order of the text. */
  readonly doubts: readonly { readonly what: string; readonly at: At }[]
}
