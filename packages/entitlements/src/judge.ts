import { evaluate } from '@junheng/rules'
import { householdEnvironment } from './household-environment.ts'
import type { HouseholdEnvironment } from './household-environment.ts'
import { roundAmount } from './round-amount.ts'
import type { SubjectCase } from './subject-case.ts'
import { missingOf } from './missing-facts.ts'

/** Kleene's third value: a fact that matters is not known. */
type Truth = boolean | null

export interface Judgement {
  /** True only when the amount is known too, where there is one. */
  readonly eligible: Truth
  /** Fen for yuan, else a plain number; null unless all conditions hold. */
  readonly amount: number | null
  readonly amountTo: number | null
}

const ineligible: Judgement = { eligible: false, amount: null, amountTo: null }
const unknown: Judgement = { eligible: null, amount: null, amountTo: null }

/** The case as it stands on one day. */
export function judge(subject: SubjectCase, on: number): Judgement {
  if (subject.absent) return ineligible
  const env = environmentOn(subject, on)
  const bounds = boundsOn(subject, env)
  if (bounds.inForce === false || bounds.begun === false || bounds.ended === true) return ineligible
  let holds: Truth = bounds.inForce === null || bounds.begun === null || bounds.ended === null ? null : true
  for (const { when } of subject.benefit.conditions) {
    const value = evaluate(when, env)
    if (value === false) return ineligible
    if (value === null) holds = null
  }
  if (holds === null) return withoutValue(subject, env) ? ineligible : unknown
  const { amount } = subject.benefit
  if (amount === null) return { eligible: true, amount: null, amountTo: null }
  const value = evaluate(amount.value, env)
  const upper = amount.to === null ? null : evaluate(amount.to.value, env)
  if (value === null || (amount.to !== null && upper === null)) return withoutValue(subject, env) ? ineligible : unknown
  return {
    eligible: true,
    amount: roundAmount(Number(value), amount),
    amountTo: upper === null ? null : roundAmount(Number(upper), amount),
  }
}

/** The environment the case is judged in on a day, with the values of the day whose rules count. */
export function environmentOn(
  { index, situation, row, benefit, judgedMoves }: SubjectCase,
  on: number,
): HouseholdEnvironment {
  const day = { index, situation, row, here: benefit.here, on }
  if (judgedMoves && benefit.judgedOn.kind === 'context') return householdEnvironment({ ...day, judged: on })
  const judged = evaluate(benefit.judgedOn, householdEnvironment({ ...day, judged: null }))
  return householdEnvironment({ ...day, judged: typeof judged === 'number' ? judged : null })
}

export interface Bounds {
  readonly inForce: Truth
  /** From its own first day on, where it has one. */
  readonly begun: Truth
  /** From its own end on, where it has one. */
  readonly ended: Truth
}

export function boundsOn({ benefit, inForceFrom, inForceTo }: SubjectCase, env: HouseholdEnvironment): Bounds {
  const { judged, on } = env
  const after = inForceFrom === null || (judged === null ? null : judged >= inForceFrom)
  const before = inForceTo === null || (judged === null ? null : judged < inForceTo)
  const from = benefit.from === null ? null : evaluate(benefit.from, env)
  const to = benefit.to === null ? null : evaluate(benefit.to, env)
  return {
    inForce: after === false || before === false ? false : after === null || before === null ? null : true,
    begun: benefit.from === null || (typeof from === 'number' ? on >= from : null),
    ended: benefit.to === null ? false : typeof to === 'number' ? on >= to : null,
  }
}

/** True when nothing is missing but a parameter that has no value on the judged day: there is no such benefit then. */
function withoutValue(subject: SubjectCase, env: HouseholdEnvironment): boolean {
  return env.readNoValue() && missingOf(subject, env).length === 0
}
