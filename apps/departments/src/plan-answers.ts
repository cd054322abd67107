import type { Answer } from '@junheng/connector'
import type { Faults } from './faults.ts'

/** An answer as it will be sent: what it says, when, how often, and what is wrong with it. */
export interface PlannedAnswer {
  readonly outcome: Answer['outcome']
  readonly afterMs: number
  readonly times: 1 | 2
  readonly fault: AnswerFault | null
}

export type AnswerFault = 'forged' | 'foreign-case' | 'nothing-given'

/**
 * What a department will say of one delivery: that it accepts it, and what came of it; first something wrong, where it is
 * in the mood, since a wrong answer must not keep the right one from counting. `random` draws 0 ≤ r < 1.
 */
export function planAnswers(faults: Faults, random: () => number): readonly PlannedAnswer[] {
  const times = () => (random() < faults.duplicate ? 2 : 1)
  const answer = (outcome: Answer['outcome'], afterMs: number, fault: AnswerFault | null = null): PlannedAnswer => ({
    outcome,
    afterMs,
    times: times(),
    fault,
  })
  const outcome = random() < faults.refusing ? 'refused' : random() < faults.asking ? 'needs-more' : 'done'
  const outOfOrder = random() < faults.outOfOrder
  const wrong = random() < faults.wrong
  const kinds: readonly AnswerFault[] = ['forged', 'foreign-case', 'nothing-given']
  const fault = kinds[Math.floor(random() * kinds.length)] ?? 'forged'
  return [
    answer('accepted', outOfOrder ? faults.workMs + 150 : 0),
    ...(wrong ? [answer('done', faults.workMs / 2, fault)] : []),
    answer(outcome, faults.workMs),
  ]
}

/** Reasons as a clerk would give them, for a family to read. */
export function reasonOf(outcome: Answer['outcome']): string | null {
  if (outcome === 'refused') return '材料与系统登记不一致，请核对后重新提交'
  return outcome === 'needs-more' ? '请补充户主的户口簿首页' : null
}
