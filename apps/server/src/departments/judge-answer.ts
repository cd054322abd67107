import type { Action, Problem } from '@junheng/casework'
import type { Answer } from '@junheng/connector'
import type { KeptCase } from '../cases/case-rows.ts'
import { answerAction } from './answer-action.ts'
import { closedCase, otherCase, otherDepartment, otherItem, unknownDelivery } from './answer-problems.ts'
import { settledStates, type Heard } from './answer-rows.ts'

/** What an answer comes to: an action on the case, a note at the delivery alone, nothing new, or a refusal. */
export type Judgement =
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'note'; readonly taken: 'noted' | 'stale' }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'say'; readonly why: 'conflict' | 'refused'; readonly problems: readonly Problem[] }

/** Holds an answer against what was sent, what has been heard and how the case stands. Pure. */
export function judgeAnswer(
  answer: Answer,
  { heard, kept, on }: { readonly heard: Heard | undefined; readonly kept: KeptCase | undefined; readonly on: string },
): Judgement {
  if (heard === undefined) return conflict(unknownDelivery)
  if (heard.seen) return { kind: 'repeated' }
  if (heard.department !== answer.department) return conflict(otherDepartment)
  if (kept === undefined || heard.case_id !== answer.case) return conflict(otherCase)
  const own = kept.state.items[answer.item]
  const item = kept.procedure.items.find(({ id }) => id === answer.item)
  if (heard.item !== answer.item || own === undefined || item === undefined) return conflict(otherItem)
  const noted = { kind: 'note', taken: 'noted' } as const
  if (answer.outcome === 'accepted') {
    // Says nothing once the outcome is known, however late it comes.
    if (settledStates.has(heard.state)) return { kind: 'note', taken: 'stale' }
    if (own.startedOn === null || own.acknowledgedOn !== null || own.answer !== null) return noted
  } else {
    // An answer that was long on its way: a later outcome of the item has been taken.
    if ((heard.last ?? 0) >= answer.sequence) return { kind: 'note', taken: 'stale' }
    if (kept.row.ended_on !== null) {
      const same = answer.outcome === 'cancelled' || own.answer?.result === answer.outcome
      return same ? noted : conflict(closedCase(kept.row))
    }
    // Whoever was sent other facts since answers those too; that answer decides.
    if (heard.kind !== 'cancel' && heard.newest !== heard.id) return noted
  }
  // A correction answered as the first delivery was: the item is settled that way already.
  if (own.answer !== null && own.answer.result === answer.outcome) return noted
  const read = answerAction(answer, { procedure: kept.procedure, item, on })
  if (!read.ok) return { kind: 'say', why: 'refused', problems: read.problems }
  return read.action === null ? noted : { kind: 'act', action: read.action }
}

function conflict(problem: Problem): Judgement {
  return { kind: 'say', why: 'conflict', problems: [problem] }
}
