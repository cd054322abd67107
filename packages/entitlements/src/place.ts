/**
 * A place as it answers: one pack with all it inherits, resolved, checked, every expression parsed.
 * Plain JSON, so that the server sends it and a phone keeps it for when there is no signal.
 */
import type { Expr, Text, Type } from '@junheng/rules'

export interface SourceRef {
  readonly document: string
  readonly clause: string
}

export type Confidence = 'confirmed' | 'single-source' | 'unconfirmed'

export interface SourceDocument {
  readonly id: string
  readonly title: string
  readonly issuer: string | null
  readonly number: string | null
  /** ISO day. */
  readonly issued: string | null
  readonly kind: 'plan' | 'law' | 'regulation' | 'norm' | 'notice' | 'guide' | 'table'
  readonly status: 'in-force' | 'draft'
  readonly confidence: Confidence
  readonly note: Text | null
}

/** Half-open: the first day it holds, and the first day it no longer does. ISO days. */
export interface InForce {
  readonly from: string | null
  readonly to: string | null
}

export interface ParameterValue {
  /** ISO day from which it holds. */
  readonly from: string
  readonly to: string | null
  /** Money is integer fen; a decimal keeps its exact fraction. */
  readonly value: boolean | number | string
  readonly exact?: readonly [number, number]
  readonly source: SourceRef
  readonly confidence: Confidence
}

export interface Parameter {
  readonly id: string
  readonly label: Text
  readonly type: Exclude<Type, { kind: 'null' }>
  readonly unit: string | null
  readonly values: readonly ParameterValue[]
}

export interface Condition {
  readonly id: string
  /** The expression as the pack writes it. */
  readonly text: string
  readonly when: Expr
  /** What to say when it holds and when it does not; null: the sentence is projected from the tree. */
  readonly yes: Text | null
  readonly no: Text | null
  readonly source: SourceRef
  readonly confidence: Confidence
}

export type BenefitKind =
  | 'cash-once'
  | 'cash-periodic'
  | 'leave'
  | 'loan'
  | 'discount'
  | 'tax'
  | 'insurance'
  | 'priority'
  | 'service'

/** Only `entitled` is a right. The others are shown apart and never added up. */
export type Force = 'entitled' | 'encouraged' | 'explored' | 'discretionary' | 'by-consent'

export type Subject = 'household' | 'mother' | 'father' | 'child' | 'member' | 'institution' | 'worker' | 'firm'

export type Unit = 'CNY' | 'day' | 'month' | 'percent' | 'times' | 'square-metre'
export type Per = 'once' | 'day' | 'month' | 'semester' | 'year' | 'birth' | 'child' | 'case'
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down'

export interface Amount {
  /** CNY amounts evaluate to fen; other units to a plain number. */
  readonly value: Expr
  readonly text: string
  /** Upper end where the source gives a range. */
  readonly to: { readonly value: Expr; readonly text: string } | null
  readonly unit: Unit
  readonly per: Per
  readonly comparator: 'exactly' | 'at-least' | 'at-most' | 'range'
  /** The one declared rounding step; CNY rounds to `step` fen. */
  readonly rounding: { readonly mode: RoundingMode; readonly step: number }
  /** For percentages and times: of what. */
  readonly of: Text | null
  readonly confidence: Confidence
}

export type CountMode = 'calendar-days' | 'except-statutory-holidays' | 'working-days'

export interface Leave {
  /** Segments of one chain follow each other, in `order`. */
  readonly chain: 'maternity' | 'paternity' | 'childcare' | 'loss' | 'nursing' | 'breastfeeding'
  readonly order: number
  readonly count: CountMode
  readonly countConfidence: Confidence
  /** Day the chain may begin, for its first segment. */
  readonly starts: Expr | null
  /** Name of the date fact that says on which day it is really begun; while that is unknown, `starts` is assumed. */
  readonly startsFact: string | null
  readonly who: 'mother' | 'father' | 'each-parent'
}

export interface Claim {
  readonly how: Text
  readonly where: Text | null
  readonly papers: readonly Text[]
  /** Application window, apart from the time the money is for. */
  readonly opens: Expr | null
  readonly closes: Expr | null
}

/**
 * When something ends after an event: the day after it, the first of the next month, the first of the next year, or not
 * because of it.
 */
export type EndRule = 'at-once' | 'month-after' | 'year-after' | 'never'

/** What a child's death, or the household's moving away, does; null: no rule is known, so nobody may guess. */
export interface Stops {
  readonly death: EndRule | null
  readonly movedAway: EndRule | null
}

/** A length of time from a day: so many days, or months to the same day of the month. */
export interface Span {
  readonly count: number
  readonly unit: 'days' | 'months'
}

export interface ScheduleStep {
  readonly id: string
  readonly label: Text
  /** From this age. */
  readonly from: Span
  /** To be done before this age; null: no such age is stated. */
  readonly before: Span | null
  /** And no sooner than this long after an earlier step. */
  readonly after: { readonly step: string; readonly span: Span } | null
  readonly note: Text | null
}

/** What a child is due by age, such as its visits or its vaccines. */
export interface Schedule {
  readonly id: string
  readonly kind: 'visit' | 'vaccine'
  readonly label: Text
  readonly source: SourceRef
  readonly confidence: Confidence
  readonly stops: Stops | null
  readonly steps: readonly ScheduleStep[]
}

export interface Benefit {
  readonly id: string
  /** Pack that declares it. */
  readonly pack: string
  /** Region of the declaring pack: what `here` means in its expressions. */
  readonly here: number
  /** As people say it. */
  readonly label: Text
  /** As the document names it. */
  readonly official: string | null
  readonly kind: BenefitKind
  readonly force: Force
  readonly subject: Subject
  readonly topic: string
  readonly source: SourceRef
  readonly confidence: Confidence
  readonly inForce: InForce
  /** The day whose rules count: `on`, or a date fact such as `child.birthDate`. */
  readonly judgedOn: Expr
  /** Evaluated once for a birth, not for each of its babies. */
  readonly oncePerBirth: boolean
  readonly conditions: readonly Condition[]
  /** When the benefit begins and ends beyond what its conditions say; null: as the conditions say. */
  readonly from: Expr | null
  readonly to: Expr | null
  readonly amount: Amount | null
  readonly leave: Leave | null
  readonly payer: Text | null
  readonly provider: Text | null
  readonly claim: Claim | null
  /** Benefits of the same place that are not given together with this one. */
  readonly excludes: readonly string[]
  readonly stops: Stops | null
  readonly note: Text | null
}

export type ClauseKind = 'rule' | 'procedure' | 'programme' | 'register' | 'indicator' | 'duty' | 'narrative'

export interface ClausePart {
  readonly kind: ClauseKind
  readonly gist: Text
  /** Ids of the benefits, targets, duties that carry it out. Empty for narrative or while only promised. */
  readonly by: readonly string[]
  /** True while nothing in the product carries it out yet. */
  readonly promised: boolean
}

export interface Clause {
  readonly path: string
  readonly heading: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly joint: readonly string[]
  readonly implement: readonly string[]
  readonly parts: readonly ClausePart[]
}

export interface Target {
  readonly id: string
  readonly label: Text
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  readonly comparator: string
  readonly byYear: number | null
  readonly fromYear: number | null
  readonly per: string | null
  readonly scope: Text | null
  readonly flags: readonly string[]
  readonly source: SourceRef
}

export interface Duty {
  readonly id: string
  readonly kind: 'duty' | 'deadline' | 'recurrent' | 'report'
  readonly gist: Text
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly joint: readonly string[]
  readonly implement: readonly string[]
  /** ISO day or year, for a deadline. */
  readonly due: string | null
  /** e.g. `year`, `half-year`, `quarter`, `week`, `unspecified`. */
  readonly every: string | null
  /** MM-DD in each period, where fixed. */
  readonly dueDay: string | null
  readonly to: string | null
  readonly source: SourceRef
}

export interface FactInfo {
  readonly name: string
  readonly type: Exclude<Type, { kind: 'null' }>
  readonly table: string | null
  readonly label: Text
  readonly question: Text | null
  readonly help: Text | null
  readonly unit: string | null
  /** `auto`: asked when it matters; `volunteer`: only if the person opens that topic; `derived`: computed. */
  readonly ask: 'auto' | 'volunteer' | 'derived'
  readonly topic: string
  /** For a derived fact. */
  readonly is: Expr | null
  /** Plausible bounds for numbers, in the unit asked. */
  readonly min: number | null
  readonly max: number | null
}

export interface Place {
  readonly id: string
  readonly region: number
  readonly name: Text
  /** Ids from the place itself up to the nation. */
  readonly lineage: readonly string[]
  readonly documents: readonly SourceDocument[]
  readonly plan: string | null
  readonly facts: readonly FactInfo[]
  readonly tables: readonly { readonly name: string; readonly row: string; readonly label: Text }[]
  readonly codeLists: readonly {
    readonly name: string
    readonly codes: readonly { readonly code: string; readonly label: Text }[]
  }[]
  readonly topics: readonly { readonly id: string; readonly label: Text }[]
  readonly parameters: readonly Parameter[]
  readonly benefits: readonly Benefit[]
  readonly clauses: readonly Clause[]
  readonly targets: readonly Target[]
  readonly duties: readonly Duty[]
  readonly schedules: readonly Schedule[]
  /** Names of the procedures that can be followed here; the procedures themselves are read one at a time. */
  readonly procedures: readonly { readonly id: string; readonly label: Text }[]
}
