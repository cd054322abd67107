import type { Problem } from '@junheng/casework'
import type { Access } from '../register/access.ts'
import type { Decision, KeptClaim } from './claim-rows.ts'
import type { RulesSay } from './rules-say.ts'

/** What an officer sends. `id`: chosen by the page; sent again, it is one decision. */
export type Deed =
  | { readonly kind: 'check'; readonly id: string }
  | { readonly kind: 'confirm'; readonly id: string; readonly amountFen: number | null; readonly reason: string | null }
  | { readonly kind: 'refuse'; readonly id: string; readonly ground: string; readonly reason: string | null }
  | { readonly kind: 'second'; readonly id: string; readonly agree: boolean }
  /** `alone`: the program asks by itself; what would take money back from a family then waits for an officer. */
  | { readonly kind: 'recompute'; readonly id: string; readonly alone?: boolean }
  /** Facts changed, people looked, and what was decided stays. */
  | { readonly kind: 'keep'; readonly id: string; readonly reason: string }
  /** Takes a decided claim up anew. */
  | { readonly kind: 'reopen'; readonly id: string; readonly reason: string }
  | {
      readonly kind: 'objection'
      readonly id: string
      /** Id of the action that objected. */
      readonly objection: string
      readonly upheld: boolean
      readonly words: string
    }

export type DeedOutcome =
  | {
      readonly ok: true
      readonly repeated: boolean
      /** `flagged`: people must look first. */
      readonly what: 'done' | 'needs-second' | 'nothing-changed' | 'flagged'
    }
  | { readonly ok: false; readonly why: 'unknown-case' | 'refused'; readonly problems: readonly Problem[] }

export interface DeedOptions {
  /** Purpose `casework`, of the officer or the program. */
  readonly access: Access
  readonly claimId: string
  readonly deed: Deed
  readonly now: Temporal.Instant
}

/** A deed on a claim that is locked, with what was decided before and what the rules say now. */
export interface Taking extends DeedOptions {
  readonly claim: KeptClaim
  readonly decisions: readonly Decision[]
  readonly said: RulesSay
}

export const shortestReason = 10

export function isReason(text: string | null): text is string {
  return text !== null && text.trim().length >= shortestReason
}

export const done = { ok: true, repeated: false, what: 'done' } as const

export function refuse(problem: Problem): Extract<DeedOutcome, { ok: false }> {
  return { ok: false, why: 'refused', problems: [problem] }
}
