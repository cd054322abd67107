/** What a household is told about one benefit. */
import type { Text } from '@junheng/rules'
import type { Benefit, Confidence, SourceRef, Subject, Unit, Per, Force, BenefitKind } from './place.ts'

/** 符合 · 不符合 · 资料不全 */
export type Status = 'eligible' | 'ineligible' | 'incomplete'

/** A stretch of days with one answer; half-open, null = unbounded. ISO days. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
  readonly status: Status
  /** In the benefit's unit (yuan for CNY), exact integer fen beside it; null when there is none or it is not known. */
  readonly amount: number | null
  readonly amountFen: number | null
  readonly amountTo: number | null
}

export interface ConditionAnswer {
  readonly id: string
  readonly status: 'holds' | 'fails' | 'unknown'
  readonly sentence: Text
  readonly source: SourceRef
  readonly missing: readonly string[]
  readonly facts: readonly {
    readonly name: string
    readonly label: Text
    readonly value: boolean | number | string | null
    readonly shown: Text
  }[]
}

export interface Answer {
  readonly id: string
  readonly label: Text
  readonly official: string | null
  readonly kind: BenefitKind
  readonly force: Force
  readonly topic: string
  /** Whom it is for: the row of the table where the subject is a row. */
  readonly subject: { readonly type: Subject; readonly index: number | null; readonly label: Text }
  readonly status: Status
  readonly statusLabel: Text
  readonly amount: number | null
  readonly amountFen: number | null
  /** Upper end of a range. */
  readonly amountTo: number | null
  readonly unit: Unit | null
  readonly per: Per | null
  readonly comparator: 'exactly' | 'at-least' | 'at-most' | 'range' | null
  readonly amountText: Text
  /** First day of the stretch the answer is about. */
  readonly from: string | null
  /** First day after it (half-open). */
  readonly to: string | null
  /** Last day of it, for people. */
  readonly lastDay: string | null
  /** All stretches, past and future, in order. */
  readonly periods: readonly Period[]
  readonly source: SourceRef & { readonly title: string; readonly confidence: Confidence; readonly draft: boolean }
  /** Facts still needed, by name, with what to ask. */
  readonly missing: readonly {
    readonly fact: string
    readonly index: number | null
    readonly label: Text
    readonly question: Text
  }[]
  /** Facts that a stretch beginning within the coming months needs, though today is decided: before a birth, say. */
  readonly missingSoon: Answer['missing']
  /** Answer first, then why, then what to do: one sentence each. */
  readonly reason: Text
  /** The why of it alone, as `reason` has it: because of what it is given, or why not and when else; null while facts are missing or where there is no condition. */
  readonly why: Text | null
  readonly conditions: readonly ConditionAnswer[]
  readonly payer: Text | null
  readonly provider: Text | null
  readonly claim: {
    readonly how: Text
    readonly where: Text | null
    readonly papers: readonly Text[]
    readonly opens: string | null
    readonly closes: string | null
  } | null
  readonly note: Text | null
  readonly excludedBy: Benefit['id'] | null
}
