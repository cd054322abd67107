import type { Answer, Delivery, Ground } from '@junheng/connector'
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
 * in the mood, since a wrong answer must not keep the right one from counting. `random` draws 0 ≤ r < 1; `refusable`:
 * whether the item has a ground to refuse it on.
 */
export function planAnswers(
  faults: Faults,
  { random, refusable }: { readonly random: () => number; readonly refusable: boolean },
): readonly PlannedAnswer[] {
  const times = () => (random() < faults.duplicate ? 2 : 1)
  const answer = (outcome: Answer['outcome'], afterMs: number, fault: AnswerFault | null = null): PlannedAnswer => ({
    outcome,
    afterMs,
    times: times(),
    fault,
  })
  // Drawn in any case, so that what follows does not hang on it.
  const refuses = random() < faults.refusing && refusable
  const outcome = refuses ? 'refused' : random() < faults.asking ? 'needs-more' : 'done'
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

/** What is asked for, as a clerk would say it to a family. */
export function reasonOf(outcome: Answer['outcome']): string | null {
  return outcome === 'needs-more' ? '请补充户主的户口簿首页' : null
}

/** One of the grounds that the delivery offers, by chance, in the clerk's own words. Throws where it offers none. */
export function groundOf({ grounds }: Delivery, random: () => number): Ground {
  const offered = grounds[Math.floor(random() * grounds.length)]
  if (offered === undefined) throw new Error('what cannot be refused was refused')
  const { code, text, clause } = offered
  return { code, text: `经核对：${text}`.slice(0, 500), clause: clause.slice(0, 200) }
}
