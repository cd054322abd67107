import { dayNumberOf } from '@junheng/kernel'
import { breakpoints, evaluate } from '@junheng/rules'
import type { Expr } from '@junheng/rules'
import type { Status } from './answer.ts'
import type { HouseholdEnvironment } from './household-environment.ts'
import { environmentOn, judge } from './judge.ts'
import type { SubjectCase } from './subject-case.ts'

/** Days with one answer: day numbers, half-open, null = unbounded. */
export interface Stretch {
  readonly from: number | null
  readonly to: number | null
  readonly status: Status
  readonly amount: number | null
  readonly amountTo: number | null
  /** The benefit on account of which it is not given. */
  readonly excludedBy: string | null
}

/** All stretches of a case in order, from the beginning of time to its end, no two neighbours alike. */
export function stretchesOf(subject: SubjectCase): readonly Stretch[] {
  const days = subject.moves && !subject.absent && !failsAlways(subject) ? breakDays(subject) : []
  const first = days[0]
  const stretches: Stretch[] = []
  addStretch(stretches, { from: null, to: first ?? null, ...judged(subject, first === undefined ? 0 : first - 1) })
  days.forEach((from, i) => {
    addStretch(stretches, { from, to: days[i + 1] ?? null, ...judged(subject, from) })
  })
  return stretches
}

/** True when a condition that no day changes fails: then there is nothing to look for, on any day. */
function failsAlways(subject: SubjectCase): boolean {
  if (subject.fixedConditions.length === 0) return false
  const env = environmentOn(subject, 0)
  return subject.fixedConditions.some((when) => evaluate(when, env) === false)
}

/** The stretch a day lies in. */
export function stretchOn(stretches: readonly Stretch[], day: number): Stretch {
  const found = stretches.findLast(({ from }) => from === null || from <= day) ?? stretches[0]
  return found ?? { from: null, to: null, status: 'ineligible', amount: null, amountTo: null, excludedBy: null }
}

/** Adds a stretch at the end, joining it to the last one if they are alike. */
export function addStretch(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1)
  if (
    last !== undefined &&
    last.status === next.status &&
    last.amount === next.amount &&
    last.amountTo === next.amountTo &&
    last.excludedBy === next.excludedBy
  ) {
    stretches[stretches.length - 1] = { ...last, to: next.to }
  } else {
    stretches.push(next)
  }
}

function judged(subject: SubjectCase, on: number): Omit<Stretch, 'from' | 'to'> {
  const { eligible, amount, amountTo } = judge(subject, on)
  const status = eligible === null ? 'incomplete' : eligible ? 'eligible' : 'ineligible'
  return { status, amount, amountTo, excludedBy: null }
}

/** No answer is asked for outside these days. */
const horizon = { from: dayNumberOf(1900, 1, 1), to: dayNumberOf(2101, 1, 1) }

/** Every day on which the answer may change as the day asked about moves, in order. */
function breakDays(subject: SubjectCase): number[] {
  const { benefit, judgedMoves, movingParts } = subject
  const dated = judgedMoves ? datedDays(subject) : []
  const days = new Set(dated)
  const window = windowOf(subject)
  const addBreakpoints = (expr: Expr, env: HouseholdEnvironment) => {
    for (const day of breakpoints(expr, env, window)) days.add(day)
  }
  // An age limit may itself be a dated value: look once with the values of each time.
  const looks = dated.length === 0 ? [0] : [Math.min(...dated) - 1, ...dated]
  looks.forEach((on, i) => {
    const env = environmentOn(subject, on)
    for (const part of movingParts) if (part.dated || i === 0) addBreakpoints(part.expr, env)
    if (i === 0 && judgedMoves && benefit.judgedOn.kind !== 'context') addBreakpoints(benefit.judgedOn, env)
    for (const bound of [benefit.from, benefit.to]) {
      const day = bound === null ? null : evaluate(bound, env)
      if (typeof day === 'number') days.add(day)
    }
  })
  return [...days].sort((a, b) => a - b)
}

/** The days outside which the benefit is not given anyway, so that no birthday there need be looked at. */
function windowOf(subject: SubjectCase): { from: number; to: number } {
  const { benefit, judgedMoves, inForceFrom, inForceTo, fixedFrom, fixedTo } = subject
  const env = fixedFrom || fixedTo ? environmentOn(subject, 0) : null
  const from = env === null || benefit.from === null || !fixedFrom ? null : evaluate(benefit.from, env)
  const to = env === null || benefit.to === null || !fixedTo ? null : evaluate(benefit.to, env)
  const judgedOnDay = judgedMoves && benefit.judgedOn.kind === 'context'
  return {
    from: Math.max(
      horizon.from,
      Number(from ?? horizon.from),
      judgedOnDay ? (inForceFrom ?? horizon.from) : horizon.from,
    ),
    to: Math.min(horizon.to, Number(to ?? horizon.to), judgedOnDay ? (inForceTo ?? horizon.to) : horizon.to),
  }
}

/** The first and last days of the rules and of the values they name. */
function datedDays({ index, inForceFrom, inForceTo, parameters }: SubjectCase): number[] {
  const values = parameters.flatMap((name) => index.parameters.get(name) ?? [])
  const days = [inForceFrom, inForceTo, ...values.flatMap(({ from, to }) => [from, to])]
  return [...new Set(days.filter((day) => day !== null))]
}
