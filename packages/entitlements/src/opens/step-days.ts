import { addMonths } from '@junheng/kernel'
import type { ScheduleStep, Span } from '../place.ts'

export interface StepDays {
  readonly step: ScheduleStep
  /** Day number from which it may be done. */
  readonly from: number
  /** First day on which it is late; null where no age is stated. */
  readonly to: number | null
}

/** The days of each step for a child born on `born`, every earlier step being done on its first day. */
export function stepDays(steps: readonly ScheduleStep[], born: number): readonly StepDays[] {
  const first = new Map<string, number>()
  return steps.map((step) => {
    const waited = step.after === null ? undefined : first.get(step.after.step)
    const spaced = step.after === null || waited === undefined ? born : later(waited, step.after.span)
    const from = Math.max(later(born, step.from), spaced)
    first.set(step.id, from)
    return { step, from, to: step.before === null ? null : Math.max(later(born, step.before), from + 1) }
  })
}

function later(day: number, { count, unit }: Span): number {
  return unit === 'days' ? day + count : addMonths(day, count)
}
